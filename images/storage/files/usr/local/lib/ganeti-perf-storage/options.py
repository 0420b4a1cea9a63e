"""The options of a command, in the ways that LVM and DRBD spell them."""
from place import Failure


def parse(argv, flags=(), values=(), unknown=None):
    """Splits words into options and the rest: `-x`, `-xVALUE`, `-x VALUE`, `--long`, `--long=VALUE`, `--long VALUE`.

    flags and values hold each option once for each of its spellings, `n/name`. An option that is given
    twice has its last value.
    """
    known = {}
    for takes, names in ((False, flags), (True, values)):
        for name in names:
            for spelling in name.split("/"):
                known[spelling] = (name.split("/")[-1], takes)
    found, rest, words = {}, [], list(argv)
    while words:
        word = words.pop(0)
        if not word.startswith("-") or word == "-":
            rest.append(word)
            continue
        if word.startswith("--"):
            spelling, equals, value = word[2:].partition("=")
            value = value if equals else None
        else:
            spelling, value = word[1], word[2:] or None
        if spelling not in known:
            raise unknown(word) if unknown else Failure(1, "unrecognized option '%s'" % word)
        name, takes = known[spelling]
        if takes and value is None:
            value = words.pop(0) if words else ""
        found[name] = value if takes else True
    return found, rest
