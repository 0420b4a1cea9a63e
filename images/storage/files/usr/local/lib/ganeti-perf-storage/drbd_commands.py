"""`drbdsetup` in the syntax of 8.4, and `drbdmeta`."""
import re
import sys

import drbd
import volumes
from drbd import INFO, failure
from options import parse
from place import NODE, Failure

# Of disks, in the order in which they are shown, where they are not what they are by default: that, the unit that is
# added to a bare number, and what is said of it. From DRBD's linux/drbd_limits.h.
BARRIERS = {name: (default, "", "") for name, default in (
    ("disk-barrier", "no"), ("disk-flushes", "yes"), ("disk-drain", "yes"), ("md-flushes", "yes"),
)}
DISK_OPTIONS = {
    "resync-rate": ("250", "k", " # bytes/second"),
    "c-plan-ahead": ("20", "", " # 1/10 seconds"),
    "c-delay-target": ("10", "", " # 1/10 seconds"),
    "c-fill-target": ("100", "s", " # bytes"),
    "c-max-rate": ("102400", "k", " # bytes/second"),
    "c-min-rate": ("250", "k", " # bytes/second"),
}
NET_OPTIONS = ("cram-hmac-alg", "shared-secret", "after-sb-0pri", "after-sb-1pri", "after-sb-2pri",
               "verify-alg", "csums-alg", "timeout", "ping-int", "ping-timeout", "max-buffers", "sndbuf-size")


def unknown(word):
    return Failure(20, "drbdsetup: unrecognized option '%s'" % word)


def minor_of(word):
    if not re.fullmatch(r"(/dev/drbd)?\d+", word):
        raise Failure(20, "Cannot determine minor device number of device '%s'" % word)
    return int(word.replace("/dev/drbd", ""))


def unknown_resource():
    return failure("??", 158, "Unknown resource", "unknown resource")


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
            raise unknown_resource()
        known = [d for d in everything["devices"] if (d["node"], d["minor"]) == (NODE, int(minor))]
        if not known:
            everything["devices"].append({
                "node": NODE, "minor": int(minor), "resource": resource, "disk": None, "net": None,
                "role": drbd.SECONDARY, "paused": False, "options": {},
            })


def attach(argv):
    values = ("on-io-error", "size", *DISK_OPTIONS, *BARRIERS)
    options, (word, data, meta, _index) = parse(argv, values=values, unknown=unknown)
    minor, backing = minor_of(word), volumes.size_of(data)
    if backing is None:
        raise Failure(20, "Can not open device '%s': No such file or directory" % data)
    metadata = drbd.read_metadata(meta)
    if metadata is None:
        advice = "\n\t==> Use 'drbdadm create-md res' to initialize meta-data area. <==\n"
        raise failure(minor, 119, "No valid meta-data signature found.\n%s" % advice)
    if not metadata["clean"]:
        raise failure(minor, 165, "Unclean meta-data found.\nYou need to 'drbdadm apply-al res'\n")
    size = bytes_of(options["size"]) if "size" in options else backing
    if size > backing:
        raise failure(minor, 111, "Low.dev. smaller than requested DRBD-dev. size.")
    with drbd.devices() as everything:
        device = drbd.own(everything, minor)
        if device["disk"]:
            raise failure(minor, 124, "Device is attached to a disk (use detach first)")
        device["disk"] = {"data": data, "meta": meta, "size": size, "wanted": size, "state": metadata["state"]}
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
            raise unknown_resource()
        if any(d["node"] == NODE and d["net"] and d["net"]["local"] == local for d in everything["devices"]):
            raise failure(resource, 102, "Local address(port) already in use.")
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
                peer, device["net"] = drbd.peer_of(device, everything["devices"]), None
                keep_data(device, peer, "??", everything["devices"])
                return
    raise failure("??", 162, "Invalid configuration request", "unknown connection")


def keep_data(device, peer, named, all_devices):
    """Refuses what takes the last good data away from an end that is in use; a command that is refused changes nothing."""
    for end, status, why in (
        (device, 17, "(-2) Need access to UpToDate data"), (peer, 11, "(-10) State change was refused by peer node"),
    ):
        if end and end["role"] == drbd.PRIMARY and not drbd.reaches_data(end, all_devices):
            raise Failure(status, "%s: State change failed: %s" % (named, why))


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
        device = drbd.own(everything, minor_of(word))
        if drbd.is_held(device):
            raise Failure(11, held(word))
        device["role"] = drbd.SECONDARY


def detach(argv):
    _, (word,) = parse(argv, flags=("force",), unknown=unknown)
    with drbd.devices() as everything:
        device = drbd.own(everything, minor_of(word))
        disk, device["disk"] = device["disk"], None
        keep_data(device, drbd.peer_of(device, everything["devices"]), word, everything["devices"])
        leave(disk)


def down(argv):
    _, (resource,) = parse(argv, unknown=unknown)
    with drbd.devices() as everything:
        for device in [d for d in everything["devices"] if (d["node"], d["resource"]) == (NODE, resource)]:
            if drbd.is_held(device):
                raise Failure(11, held(resource), INFO, "failed to demote")
            device["role"] = drbd.SECONDARY
            peer, device["net"] = drbd.peer_of(device, everything["devices"]), None
            try:
                keep_data(device, peer, resource, everything["devices"])
            except Failure as refusal:
                raise Failure(refusal.status, *refusal.lines, INFO, "failed to disconnect") from refusal
            leave(device["disk"])
            everything["devices"].remove(device)
        if [NODE, resource] in everything["resources"]:
            everything["resources"].remove([NODE, resource])


def held(what):
    return "%s: State change failed: (-12) Device is held open by someone" % what


def leave(disk):
    """What a disk's metadata says of it from now on."""
    if disk:
        drbd.write_metadata(disk["meta"], disk["state"], clean=False)


def resize(argv):
    """Asks both ends for a size; no device is larger than the volume below it. Of that, only this end's is looked at."""
    options, (word,) = parse(argv, flags=("assume-clean",), values=("size",), unknown=unknown)
    minor = minor_of(word)
    with drbd.devices() as everything:
        device = drbd.own(everything, minor)
        if device["disk"] is None:
            raise failure(minor, 138, "Device does not have a disk-config")
        data = device["disk"]["data"]
    backing = volumes.size_of(data)
    size = bytes_of(options["size"]) if "size" in options else backing
    with drbd.devices() as everything:
        device = drbd.own(everything, minor)
        for end in (device, drbd.peer_of(device, everything["devices"])):
            if end and end["disk"]:
                end["disk"].update(wanted=size, size=min(size, backing))


def pause(paused):
    def set_paused(argv):
        _, (word,) = parse(argv, unknown=unknown)
        with drbd.devices() as everything:
            device = drbd.own(everything, minor_of(word))
            if device["paused"] == paused:
                number, what = (134, "set") if paused else (135, "cleared")
                raise failure(word, number, "Sync-pause flag is already %s" % what)
            device["paused"] = paused

    return set_paused


def show(argv):
    _, (word,) = parse(argv, unknown=unknown)
    with drbd.devices() as everything:
        device = drbd.own(everything, minor_of(word))
    return shown(device)


def shown(device):
    """A resource as `show` prints it: what was configured otherwise than by default, and by whom to whom."""
    disk, net = device["disk"], device["net"]
    lines = ["resource %s {" % device["resource"], "    options {", "    }"]
    if net:
        lines += ["    net {"]
        lines += [stated(8, name, value) for name, value in shown_of_net(net)]
        lines += ["    }", "    _remote_host {", placed(8, "address", address(net["remote"])), "    }"]
    lines += ["    _this_host {"]
    if net:
        lines += [placed(8, "address", address(net["local"]))]
    lines += ["        volume 0 {", placed(12, "device", "minor %d" % device["minor"])]
    if disk:
        lines += [placed(12, "disk", '"%s"' % disk["data"]), placed(12, "meta-disk", '"%s"' % disk["meta"])]
        lines += ["            disk {", stated(16, "size", "%ds" % (disk["wanted"] // 512), " # bytes")]
        lines += [
            stated(16, name, device["options"][name] + unit, comment)
            for name, (default, unit, comment) in {**BARRIERS, **DISK_OPTIONS}.items()
            if device["options"].get(name, default) != default
        ]
        lines += ["            }"]
    lines += ["        }", "    }", "}"]
    return "\n".join(lines) + "\n"


def shown_of_net(net):
    if net["protocol"] != "C":
        yield "protocol", net["protocol"]
    if net["two_primaries"]:
        yield "allow-two-primaries", "yes"
    quoted = ("cram-hmac-alg", "shared-secret")
    for name in sorted(net["options"], key=NET_OPTIONS.index):
        value = net["options"][name]
        yield name, '"%s"' % value if name in quoted else value


def stated(indent, name, value, comment=""):
    return "%s%-16s\t%s;%s" % (" " * indent, name, value, comment)


def placed(indent, name, value):
    return "%s%s\t\t\t%s;" % (" " * indent, name, value)


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
    if command not in ("apply-al", "create-md"):
        raise Failure(20, "Unknown command '%s'." % command)
    with drbd.devices() as everything:
        attached = [(d["node"], d["minor"]) for d in everything["devices"] if d["disk"]]
    if (NODE, minor_of(word)) in attached:
        raise Failure(20, "Device '%s' is configured!" % word)
    if command == "apply-al":
        metadata = drbd.read_metadata(meta)
        if metadata is None:
            raise Failure(1, "No valid meta data found")
        drbd.write_metadata(meta, metadata["state"], clean=True)
        return ""
    drbd.write_metadata(meta, drbd.INCONSISTENT, clean=True)
    sys.stderr.write("initializing bitmap (4 KB) to all zero\n")
    return (
        "initializing activity log\nWriting meta data...\nNew drbd meta data block successfully created.\n"
    )
