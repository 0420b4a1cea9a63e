"""Volume groups and logical volumes: extents, names and tags, as LVM keeps them in its metadata."""
import hashlib
import os

import place
from place import Failure

EXTENT = 4 << 20
VG = "xenvg"
PV = "/dev/vda"
# 500 GiB but for what LVM keeps to itself.
EXTENTS = 127999
# linux/device-mapper.h: what the kernel gives it is dynamic, and 253 on Debian.
MAJOR = 253
# Of each volume's file; Ganeti looks whether it can read the first 128 KiB.
BACKING_BYTES = 128 << 10


def groups():
    """All volume groups, as {name: {extents, volumes: {name: volume}}}.

    The kernel's minor 0 is left out, as on a machine whose system is on LVM, too: Ganeti takes it for none when it
    removes a volume, and looks again. Whose volume has it is left to chance where instances are created at once.
    """
    return place.state(place.OWN, "lvm", {VG: {"pv": PV, "extents": EXTENTS, "volumes": {}, "first_minor": 1}})


def group(all_groups, name):
    if name in all_groups:
        return all_groups[name]
    raise Failure(5, '  Volume group "%s" not found' % name, "  Cannot process volume group %s" % name)


def split(name):
    """`xenvg/a` and `/dev/xenvg/a` as their two parts; of a group's name the second is missing."""
    parts = name[len("/dev/"):] if name.startswith("/dev/") else name
    vg, _, lv = parts.partition("/")
    return vg, lv or None


def find(all_groups, name):
    """A volume that is there, as (its group's name, its own, the volume)."""
    vg, lv = split(name)
    volumes = group(all_groups, vg)["volumes"]
    if lv in volumes:
        return vg, lv, volumes[lv]
    raise Failure(5, '  Failed to find logical volume "%s/%s"' % (vg, lv))


def size_of(volume):
    """In extents."""
    return sum(count for _, count in volume["segments"])


def used(vg):
    return sum(size_of(volume) for volume in vg["volumes"].values())


def free_areas(vg):
    """Runs of extents that no volume has, as (first, count), by their places."""
    taken = sorted(s for volume in vg["volumes"].values() for s in volume["segments"])
    areas, at = [], 0
    for start, count in taken + [[vg["extents"], 0]]:
        if start > at:
            areas.append((at, start - at))
        at = start + count
    return areas


def allocate(vg, wanted, after=None):
    """Takes extents: those that follow `after`, else of the first area that is large enough, else of several.

    Of several areas that are large enough, LVM chooses by rules of its own, which Ganeti does not see.
    """
    found = []
    areas = free_areas(vg)
    for start, count in sorted(areas, key=lambda area: (area[0] != after, area[1] < wanted, area[0])):
        taken = min(count, wanted)
        if taken > 0:
            found.append([start, taken])
        wanted -= taken
    return found


def join(segments):
    """The same with those that touch as one."""
    joined = []
    for start, count in segments:
        if joined and joined[-1][0] + joined[-1][1] == start:
            joined[-1][1] += count
        else:
            joined.append([start, count])
    return joined


def identifier(*parts):
    """A UUID in LVM's form; of the same name always the same."""
    letters = hashlib.sha256("/".join(parts).encode()).hexdigest()
    at = [0, 6, 10, 14, 18, 22, 26, 32]
    return "-".join(letters[a:b] for a, b in zip(at, at[1:]))


def free_minor(all_groups):
    taken = {v["minor"] for vg in all_groups.values() for v in vg["volumes"].values()}
    first = max(vg.get("first_minor", 0) for vg in all_groups.values())
    return next(minor for minor in range(first, 1 << 20) if minor not in taken)


# ---- the file that stands for a device ----

def path_of(vg, lv):
    return "/dev/%s/%s" % (vg, lv)


def backing(vg, lv):
    return "%s/volumes/%s/%s" % (place.OWN, vg, lv)


def make_device(vg, lv):
    with open(backing(vg, lv), "w") as file:
        file.truncate(BACKING_BYTES)


def rename_device(vg, before, after):
    os.rename(backing(vg, before), backing(vg, after))


def remove_device(vg, lv):
    os.unlink(backing(vg, lv))


def boot():
    """Puts the volumes below /dev, which no image keeps."""
    with groups() as all_groups:
        names = list(all_groups)
    for vg in names:
        volumes = "%s/volumes/%s" % (place.OWN, vg)
        os.makedirs(volumes, exist_ok=True)
        link = "%s/%s" % (place.DEV, vg)
        if not os.path.islink(link):
            os.symlink(volumes, link)


def held_by_instances():
    """Devices that a running instance has open: those that Ganeti made links to for it."""
    try:
        running = set(os.listdir(place.RUNNING))
        links = os.listdir(place.DISK_LINKS)
    except FileNotFoundError:
        return set()
    found = set()
    for link in links:
        # Named `instance:number` there.
        if link.rsplit(":", 1)[0] in running:
            found.add(os.readlink("%s/%s" % (place.DISK_LINKS, link)))
    return found
