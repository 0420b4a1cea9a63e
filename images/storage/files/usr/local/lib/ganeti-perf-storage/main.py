#!/usr/bin/python3 -ES
"""Emulates LVM and DRBD on a node: the commands that Ganeti runs, and what it reads, with no kernel's behind them.

Every command is this program under another name. Whatever one does, it does by itself: it starts no process,
does not sleep and forces nothing to disk, so what Ganeti does is all that is seen of those.
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from place import Failure  # noqa: E402


def command(name, argv):
    if name in ("lvs", "vgs", "pvs"):
        import lvm_commands
        return lvm_commands.report(name, argv)
    if name in ("lvcreate", "lvremove", "lvrename", "lvchange", "lvextend", "vgreduce"):
        import lvm_commands
        return getattr(lvm_commands, name)(argv)
    if name in ("drbdsetup", "drbdmeta"):
        import drbd_commands
        return getattr(drbd_commands, name)(argv)
    if name in ("blockdev", "dd"):
        import volumes
        return getattr(volumes, name)(argv)
    import setup
    return setup.setup(argv)


def main():
    try:
        sys.stdout.write(command(os.path.basename(sys.argv[0]), sys.argv[1:]))
        return 0
    except Failure as failure:
        for line in failure.said:
            sys.stdout.write(line + "\n")
        for line in failure.lines:
            sys.stderr.write(line + "\n")
        return failure.status


if __name__ == "__main__":
    sys.exit(main())
