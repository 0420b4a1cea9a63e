"""`drbdsetup` in the syntax of 8.4, and `drbdmeta`."""
import re

import drbd
import volumes
from options import parse
from place import NODE, Failure

# Of what is only kept to be shown: their values and their units.
DISK_OPTIONS = ("resync-rate", "c-plan-ahead", "c-fill-target", "c-delay-target", "c-max-rate", "c-min-rate")
BARRIERS = ("disk-barrier", "disk-drain", "disk-flushes", "md-flushes")
NET_OPTIONS = ("cram-hmac-alg", "shared-secret", "after-sb-0pri", "after-sb-1pri", "after-sb-2pri",
               "verify-alg", "csums-alg", "timeout", "ping-int", "ping-timeout", "max-buffers", "sndbuf-size")


def unknown(word):
    return Failure(20, "drbdsetup: unrecognized option '%s'" % word)


def failure(minor, number, text):
    return Failure(10, "%s: Failure: (%d) %s" % (minor, number, text))


def minor_of(word):
    if not re.fullmatch(r"(/dev/drbd)?\d+", word):
        raise Failure(20, "Cannot determine minor device number of device '%s'" % word)
    return int(word.replace("/dev/drbd", ""))


def drbdsetup(argv):
    name, rest = argv[0] if argv else "", argv[1:]
    if name not in COMMANDS:
        raise Failure(20, "%s: unknown command" % name)
    return COMMANDS[name](rest) or ""


def new_resource(argv):
    _, (name,) = parse(argv, unknown=unknown)
    with drbd.devices() as everything:
        if [NODE, name] not in everything["resources"]:
            everything["resources"].append([NODE, name])


def new_minor(argv):
    _, (resource, minor, _volume) = parse(argv, unknown=unknown)
    with drbd.devices() as everything:
        if [NODE, resource] not in everything["resources"]:
            raise failure(resource, 158, "Unknown resource")
        known = [d for d in everything["devices"] if (d["node"], d["minor"]) == (NODE, int(minor))]
        if not known:
            everything["devices"].append({
                "node": NODE, "minor": int(minor), "resource": resource, "disk": None, "net": None,
                "role": drbd.SECONDARY, "paused": False, "options": {},
            })


def attach(argv):
    values = ("on-io-error", "size") + DISK_OPTIONS + BARRIERS
    options, (word, data, meta, _index) = parse(argv, values=values, unknown=unknown)
    minor, backing = minor_of(word), volumes.size_of(data)
    if backing is None:
        raise failure(minor, 104, "Can not open backing device.")
    state = drbd.read_metadata(meta)
    if state is None:
        raise failure(minor, 119, "No valid meta-data signature found.")
    size = bytes_of(options["size"]) if "size" in options else backing
    with drbd.devices() as everything:
        device = drbd.own(everything, minor)
        if device["disk"]:
            raise failure(minor, 124, "Device is attached to a disk (use detach first)")
        device["disk"] = {"data": data, "meta": meta, "size": size, "state": state}
        device["options"] = {name: options[name] for name in BARRIERS if name in options}


def disk_options(argv):
    options, (word,) = parse(argv, values=DISK_OPTIONS, unknown=unknown)
    with drbd.devices() as everything:
        device = drbd.own(everything, minor_of(word))
        if device["disk"] is None:
            raise failure(word, 138, "Device does not have a disk-config")
        device["options"].update(options)


def connect(argv):
    flags, values = ("allow-two-primaries",), ("protocol",) + NET_OPTIONS
    options, (resource, local, remote) = parse(argv, flags=flags, values=values, unknown=unknown)
    with drbd.devices() as everything:
        mine = [d for d in everything["devices"] if (d["node"], d["resource"]) == (NODE, resource)]
        if not mine:
            raise failure(resource, 158, "Unknown resource")
        if mine[0]["net"]:
            raise failure(resource, 125, "Device has a net-config (use disconnect first)")
        mine[0]["net"] = {
            "local": local, "remote": remote, "protocol": options.pop("protocol", "C"),
            "two_primaries": options.pop("allow-two-primaries", False), "options": options,
        }


def disconnect(argv):
    _, (local, remote) = parse(argv, flags=("force",), unknown=unknown)
    with drbd.devices() as everything:
        for device in everything["devices"]:
            net = device["net"]
            if device["node"] == NODE and net and (net["local"], net["remote"]) == (local, remote):
                device["net"] = None
                return
    raise Failure(10, "Failure: (162) Unknown connection")


def primary(argv):
    options, (word,) = parse(argv, flags=("force",), unknown=unknown)
    with drbd.devices() as everything:
        device = drbd.own(everything, minor_of(word))
        peer = drbd.peer_of(device, everything["devices"])
        if peer and peer["role"] == drbd.PRIMARY and not device["net"]["two_primaries"]:
            raise Failure(11, "%s: State change failed: (-1) Multiple primaries not allowed by config" % word)
        if "force" in options and device["disk"]:
            device["disk"]["state"] = drbd.UP_TO_DATE
        if not drbd.reaches_data(device, everything["devices"]):
            raise Failure(17, "%s: State change failed: (-2) Need access to UpToDate data" % word)
        device["role"] = drbd.PRIMARY


def secondary(argv):
    _, (word,) = parse(argv, unknown=unknown)
    with drbd.devices() as everything:
        drbd.own(everything, minor_of(word))["role"] = drbd.SECONDARY


def detach(argv):
    _, (word,) = parse(argv, flags=("force",), unknown=unknown)
    with drbd.devices() as everything:
        device = drbd.own(everything, minor_of(word))
        disk, device["disk"] = device["disk"], None
        if device["role"] == drbd.PRIMARY and not drbd.reaches_data(device, everything["devices"]):
            device["disk"] = disk
            raise Failure(17, "%s: State change failed: (-2) Need access to UpToDate data" % word)
        leave(disk)


def down(argv):
    _, (resource,) = parse(argv, unknown=unknown)
    with drbd.devices() as everything:
        if [NODE, resource] not in everything["resources"]:
            raise failure(resource, 158, "Unknown resource")
        everything["resources"].remove([NODE, resource])
        for device in [d for d in everything["devices"] if (d["node"], d["resource"]) == (NODE, resource)]:
            leave(device["disk"])
            everything["devices"].remove(device)


def leave(disk):
    """What a disk's metadata says of it from now on."""
    if disk:
        drbd.write_metadata(disk["meta"], disk["state"])


def resize(argv):
    options, (word,) = parse(argv, flags=("assume-clean",), values=("size",), unknown=unknown)
    minor = minor_of(word)
    with drbd.devices() as everything:
        device = drbd.own(everything, minor)
        if device["disk"] is None:
            raise failure(minor, 138, "Device does not have a disk-config")
        data = device["disk"]["data"]
    backing = volumes.size_of(data)
    size = bytes_of(options["size"]) if "size" in options else backing
    if size > backing:
        raise failure(minor, 111, "Low.dev. smaller than requested DRBD-dev. size.")
    with drbd.devices() as everything:
        drbd.own(everything, minor)["disk"]["size"] = size


def pause(paused):
    def set_paused(argv):
        _, (word,) = parse(argv, unknown=unknown)
        with drbd.devices() as everything:
            drbd.own(everything, minor_of(word))["paused"] = paused

    return set_paused


def show(argv):
    _, (word,) = parse(argv, unknown=unknown)
    with drbd.devices() as everything:
        device = drbd.own(everything, minor_of(word))
    return shown(device)


def shown(device):
    """A resource as `show` prints it: what was configured, and by whom to whom."""
    disk, net = device["disk"], device["net"]
    lines = ["resource %s {" % device["resource"], "    options {", "    }"]
    if net:
        quoted = ("cram-hmac-alg", "shared-secret")
        lines += ["    net {"]
        lines += [
            stated(8, name, '"%s"' % value if name in quoted else value)
            for name, value in net["options"].items()
        ]
        lines += [stated(8, "protocol", net["protocol"])]
        if net["two_primaries"]:
            lines += [stated(8, "allow-two-primaries", "yes")]
        lines += ["    }", "    _remote_host {", stated(8, "address", address(net["remote"])), "    }"]
    lines += ["    _this_host {"]
    if net:
        lines += [stated(8, "address", address(net["local"]))]
    lines += ["        volume 0 {", stated(12, "device", "minor %d" % device["minor"])]
    if disk:
        lines += [stated(12, "disk", '"%s"' % disk["data"]), stated(12, "meta-disk", '"%s"' % disk["meta"])]
        lines += ["            disk {", stated(16, "size", "%ds" % (disk["size"] // 512), " # bytes")]
        lines += [option(name, value) for name, value in device["options"].items()]
        lines += ["            }"]
    lines += ["        }", "    }", "}"]
    return "\n".join(lines) + "\n"


def option(name, value):
    """Rates are given without a unit, and are KiB."""
    if name.endswith("-rate") and value.isdigit():
        return stated(16, name, value + "k", " # bytes/second")
    return stated(16, name, value)


def stated(indent, name, value, comment=""):
    return "%s%-24s%s;%s" % (" " * indent, name, value, comment)


def address(end):
    family, _, place = end.partition(":")
    return "%s %s" % (family, place)


def bytes_of(text):
    """A size as `128m`."""
    match = re.fullmatch(r"(\d+)([skmgSKMG]?)", text)
    if not match:
        raise Failure(20, "%s is not a valid number" % text)
    return int(match[1]) * {"s": 512, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "": 1 << 10}[match[2].lower()]


COMMANDS = {
    "new-resource": new_resource, "new-minor": new_minor, "attach": attach, "disk-options": disk_options,
    "connect": connect, "disconnect": disconnect, "primary": primary, "secondary": secondary,
    "detach": detach, "down": down, "resize": resize, "show": show,
    "pause-sync": pause(True), "resume-sync": pause(False),
}


def drbdmeta(argv):
    _, words = parse(argv, flags=("force",), unknown=unknown)
    word, _version, meta, _index, command = words
    if volumes.size_of(meta) is None:
        raise Failure(20, "open(%s) failed: No such file or directory" % meta)
    if command == "apply-al":
        if drbd.read_metadata(meta) is None:
            raise Failure(255, "No valid meta data found")
        return ""
    if command != "create-md":
        raise Failure(20, "Unknown command '%s'." % command)
    with drbd.devices() as everything:
        attached = [(d["node"], d["minor"]) for d in everything["devices"] if d["disk"]]
    if (NODE, minor_of(word)) in attached:
        raise Failure(20, "Device '%d' is configured!" % minor_of(word))
    drbd.write_metadata(meta, drbd.INCONSISTENT)
    return (
        "initializing activity log\nWriting meta data...\nNew drbd meta data block successfully created.\n"
    )
