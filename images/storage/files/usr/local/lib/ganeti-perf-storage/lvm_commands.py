"""`lvs`, `vgs`, `pvs`, and the commands that change volumes."""
import sys

import drbd
import lvm
import lvm_report
from options import parse
from place import Failure

SIZES = {"k": 1 << 10, "m": 1 << 20, "g": 1 << 30}


def unknown_to(command):
    return lambda word: Failure(
        3, "%s: unrecognized option '%s'" % (command, word), "  Error during parsing of command line."
    )


def report(command, argv):
    options, names = parse(
        argv,
        flags=("noheadings", "nosuffix", "unbuffered"),
        values=("o/options", "units", "separator"),
        unknown=unknown_to(command),
    )
    wanted = options.get("options", lvm_report.DEFAULTS[command]).split(",")
    fields = [lvm_report.field(command, name) for name in wanted]
    opened = drbd.attached_devices() | lvm.held_by_instances()
    with lvm.groups() as groups:
        lines = list(lvm_report.rows(command, groups, names, fields, opened))
    return lvm_report.printed(command, lines, fields, options)


def extents_of(text, command):
    """A size as `128m` in extents, and whether it had to be rounded."""
    number, unit = text[:-1], text[-1:].lower()
    if unit not in SIZES or not number.isdigit():
        raise Failure(3, "  Invalid argument for --size: %s" % text, "  Error during parsing of command line.")
    size = int(number) * SIZES[unit]
    return -(-size // lvm.EXTENT), size % lvm.EXTENT != 0


def text_size(extents):
    """As messages have it, e.g. `4.00 MiB`."""
    shown = lvm_report.human(extents * lvm.EXTENT)
    return "%s %siB" % (shown[:-1], shown[-1].upper())


def lvcreate(argv):
    options, names = parse(
        argv,
        flags=("s/snapshot",),
        values=("W/wipesignatures", "L/size", "n/name", "i/stripes"),
        unknown=unknown_to("lvcreate"),
    )
    name = options.get("name", "")
    wanted, rounded = extents_of(options.get("size", ""), "lvcreate")
    said = ["  Rounding up size to full physical extent %s" % text_size(wanted)] if rounded else []
    with lvm.groups() as groups:
        origin = {}
        if "snapshot" in options:
            vg_name, lv_name, _ = lvm.find(groups, names[0])
            origin = {"origin": lv_name}
        else:
            vg_name = names[0] if names else ""
        vg = lvm.group(groups, vg_name)
        if int(options.get("stripes", 1)) > 1:
            raise Failure(5, "  Number of stripes (%s) must not exceed number of physical volumes (1)" % options["stripes"])
        if name in vg["volumes"]:
            raise Failure(5, '  Logical Volume "%s" already exists in volume group "%s"' % (name, vg_name))
        free = vg["extents"] - lvm.used(vg)
        if wanted > free:
            raise Failure(
                5, '  Volume group "%s" has insufficient free space (%d extents): %d required.' % (vg_name, free, wanted),
                said=said,
            )
        vg["volumes"][name] = {
            "segments": lvm.allocate(vg, wanted), "tags": [], "minor": lvm.free_minor(groups), **origin,
        }
        lvm.make_device(vg_name, name)
    return "".join(line + "\n" for line in said + ['  Logical volume "%s" created.' % name])


def lvremove(argv):
    _, names = parse(argv, flags=("f/force",), unknown=unknown_to("lvremove"))
    said = []
    with lvm.groups() as groups:
        below_drbd, held = drbd.attached_devices(), lvm.held_by_instances()
        for name in names:
            vg_name, lv_name, _ = lvm.find(groups, name)
            if lvm.path_of(vg_name, lv_name) in below_drbd:
                raise Failure(5, "  Logical volume %s/%s is used by another device." % (vg_name, lv_name))
            if lvm.path_of(vg_name, lv_name) in held:
                raise Failure(5, "  Logical volume %s/%s in use." % (vg_name, lv_name))
            del groups[vg_name]["volumes"][lv_name]
            lvm.remove_device(vg_name, lv_name)
            said.append('  Logical volume "%s" successfully removed.\n' % lv_name)
    return "".join(said)


def lvrename(argv):
    _, (vg_name, before, after) = parse(argv, unknown=unknown_to("lvrename"))
    with lvm.groups() as groups:
        volumes = lvm.group(groups, vg_name)["volumes"]
        if before not in volumes:
            raise Failure(5, '  Existing logical volume "%s" not found in volume group "%s"' % (before, vg_name))
        if after in volumes:
            raise Failure(5, '  Logical Volume "%s" already exists in volume group "%s"' % (after, vg_name))
        volumes[after] = volumes.pop(before)
        lvm.rename_device(vg_name, before, after)
    return '  Renamed "%s" to "%s" in volume group "%s"\n' % (before, after, vg_name)


def lvchange(argv):
    options, names = parse(argv, values=("a/activate", "addtag", "deltag"), unknown=unknown_to("lvchange"))
    said = []
    with lvm.groups() as groups:
        for name in names:
            vg_name, lv_name, volume = lvm.find(groups, name)
            tags = set(volume["tags"])
            if "addtag" in options:
                tags.add(options["addtag"])
            if "deltag" in options:
                tags.discard(options["deltag"])
            volume["tags"] = sorted(tags)
            if "addtag" in options or "deltag" in options:
                said.append("  Logical volume %s/%s changed.\n" % (vg_name, lv_name))
    return "".join(said)


def lvextend(argv):
    options, names = parse(
        argv, flags=("t/test",), values=("L/size", "alloc"), unknown=unknown_to("lvextend")
    )
    size = options.get("size", "")
    more, rounded = extents_of(size.lstrip("+"), "lvextend")
    said = []
    if "test" in options:
        sys.stderr.write("  TEST MODE: Metadata will NOT be updated and volumes will not be (de)activated.\n")
    if rounded:
        said.append("  Rounding size to boundary between physical extents: %s." % text_size(more))
    with lvm.groups() as groups:
        vg_name, lv_name, volume = lvm.find(groups, names[0])
        vg, before = groups[vg_name], lvm.size_of(volume)
        more -= 0 if size.startswith("+") else before
        last = volume["segments"][-1]
        after = last[0] + last[1]
        free = vg["extents"] - lvm.used(vg)
        if more > free:
            raise Failure(
                5, "  Insufficient free space: %d extents needed, but only %d available" % (more, free), said=said,
            )
        here = dict(lvm.free_areas(vg)).get(after, 0)
        if options.get("alloc") == "contiguous" and here < more:
            raise Failure(
                5, "  Insufficient suitable contiguous allocatable extents for logical volume %s: %d more required"
                % (lv_name, more), said=said,
            )
        change = "%s (%d extents) to %s (%d extents)" % (
            text_size(before), before, text_size(before + more), before + more
        )
        said.append("  Size of logical volume %s/%s changed from %s." % (vg_name, lv_name, change))
        if "test" not in options:
            volume["segments"] = lvm.join(volume["segments"] + lvm.allocate(vg, more, after))
        said.append("  Logical volume %s/%s successfully resized." % (vg_name, lv_name))
    return "".join(line + "\n" for line in said)


def vgreduce(argv):
    _, names = parse(argv, flags=("removemissing", "force"), unknown=unknown_to("vgreduce"))
    with lvm.groups() as groups:
        for name in names:
            lvm.group(groups, name)
    return "".join('  Volume group "%s" is already consistent.\n' % name for name in names)
