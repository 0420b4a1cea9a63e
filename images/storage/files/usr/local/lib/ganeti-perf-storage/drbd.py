"""DRBD devices of all nodes: what each is made of, and how the two ends of a connection see each other.

A device is known by its node and minor number. It may have a disk (a data device and one for metadata) and a
net (both ends' addresses). Whatever a command changes, the other end's view follows at once: so each
command ends by settling all devices and writing what stands for each node's /proc/drbd. Nothing is copied: an
end that is behind is up to date as soon as it is connected to one that is not, as an empty disk would be.
"""
import contextlib
import json

import lvm
import place
from place import Failure

UP_TO_DATE, INCONSISTENT = "UpToDate", "Inconsistent"
PRIMARY, SECONDARY = "Primary", "Secondary"
INFO = "additional info from kernel:"
# What metadata begins with, in the first bytes of its device.
SIGNATURE = "ganeti-perf drbd metadata "


@contextlib.contextmanager
def devices():
    """All nodes' resources and devices, to be changed."""
    with place.state(place.SHARED, "drbd", {"resources": [], "devices": []}) as everything:
        yield everything
        settle(everything["devices"])
        for node in {device["node"] for device in everything["devices"]} | {place.NODE}:
            place.write(status_file(node), proc_drbd(everything["devices"], node))


def status_file(node):
    return "%s/proc-%s" % (place.SHARED, node)


def attached_devices():
    """The data and metadata devices that this node's DRBD holds open."""
    with place.state(place.SHARED, "drbd", {"resources": [], "devices": []}) as everything:
        disks = [d["disk"] for d in everything["devices"] if d["node"] == place.NODE and d["disk"]]
    return {path for disk in disks for path in (disk["data"], disk["meta"])}


def own(everything, minor):
    for device in everything["devices"]:
        if (device["node"], device["minor"]) == (place.NODE, minor):
            return device
    raise failure(minor, 127, "Device minor not allocated", "unknown minor")


def failure(what, number, text, *info):
    """As `drbdsetup` says it of the kernel, with what that adds."""
    more = (INFO,) + info if info else ()
    return Failure(10, "%s: Failure: (%d) %s" % (what, number, text), *more)


def peer_of(device, all_devices):
    """The other end, where it is connected."""
    net = device["net"]
    if net is None:
        return None
    for other in all_devices:
        there = other["net"]
        if there and (there["local"], there["remote"]) == (net["remote"], net["local"]):
            # Ends of two minds never come together.
            return other if there["two_primaries"] == net["two_primaries"] else None
    return None


def settle(all_devices):
    """Has every connected end that is behind catch up, unless somebody paused that."""
    for device in all_devices:
        peer = peer_of(device, all_devices)
        if peer and device["disk"] and is_behind(device, peer) and not is_paused(device, peer):
            device["disk"]["state"] = UP_TO_DATE


def is_behind(device, peer):
    """Has a disk that is not up to date, while the other end's is."""
    return disk_state(device) == INCONSISTENT and disk_state(peer) == UP_TO_DATE


def is_paused(device, peer):
    return device["paused"] or peer["paused"]


def disk_state(device):
    return device["disk"]["state"] if device["disk"] else "Diskless"


def reaches_data(device, all_devices):
    peer = peer_of(device, all_devices)
    return UP_TO_DATE in (disk_state(device), disk_state(peer) if peer else None)


def is_held(device):
    """Whether an instance that runs has it open."""
    return device["node"] == place.NODE and "/dev/drbd%d" % device["minor"] in lvm.held_by_instances()


def is_configured(device):
    return device["disk"] is not None or device["net"] is not None


# ---- what stands in the place of /proc/drbd ----

# The second line is of how the module was built, here as in Debian bookworm.
VERSION = "version: 8.4.11 (api:1/proto:86-101)\nsrcversion: F73C670A7EC572DB9CF3E5B \n"
COUNTERS = "    ns:0 nr:0 dw:0 dr:0 al:0 bm:0 lo:0 pe:0 ua:0 ap:0 ep:1 wo:%s oos:%d\n"


def proc_drbd(all_devices, node):
    mine = sorted((d for d in all_devices if d["node"] == node), key=lambda device: device["minor"])
    text, last = VERSION, -1
    for device in mine:
        # An empty line stands for minors that there are none of.
        text += "\n" * (device["minor"] != last + 1) + status(device, all_devices)
        last = device["minor"]
    return text


def status(device, all_devices):
    if not is_configured(device):
        return "%2d: cs:Unconfigured\n" % device["minor"]
    peer = peer_of(device, all_devices)
    roles = device["role"], peer["role"] if peer else "Unknown"
    disks = disk_state(device), disk_state(peer) if peer else "DUnknown"
    protocol = device["net"]["protocol"] if device["net"] else " "
    out_of_sync = size_of(device) >> 10 if INCONSISTENT in disks else 0
    paused = ("p" if peer and peer["paused"] else "-") + ("u" if device["paused"] else "-")
    return "%2d: cs:%s ro:%s/%s ds:%s/%s %s r-%s--\n%s" % (
        (device["minor"], connection(device, peer)) + roles + disks + (protocol, paused, COUNTERS % (write_order(device), out_of_sync))
    )


def write_order(device):
    """How writes are kept in order: by flushes, by draining, or not at all."""
    off = {name for name, value in device["options"].items() if value == "no"}
    return "f" if "disk-flushes" not in off else "d" if "disk-drain" not in off else "n"


def connection(device, peer):
    if device["net"] is None:
        return "StandAlone"
    if peer is None:
        return "WFConnection"
    if is_behind(device, peer):
        return "PausedSyncT"
    return "PausedSyncS" if is_behind(peer, device) else "Connected"


def size_of(device):
    """In bytes."""
    return device["disk"]["size"] if device["disk"] else 0


# ---- metadata: it is where the real one is, so it goes with its volume ----

def read_metadata(path):
    """What a disk was like when it was last in use, and whether its activity log has been applied since; nothing where it has
    no metadata."""
    try:
        with open(place.ROOT + path, errors="replace") as file:
            line = file.readline(200)
    except FileNotFoundError:
        return None
    if not line.startswith(SIGNATURE):
        return None
    return json.loads(line[len(SIGNATURE):])


def write_metadata(path, state, clean):
    with open(place.ROOT + path, "r+") as file:
        file.write("%s%s\n" % (SIGNATURE, json.dumps({"state": state, "clean": clean})))
