"""What `lvs`, `vgs` and `pvs` print: fields, units and columns."""
import lvm
from place import Failure

UNITS = {unit: 1 << 10 * power for power, unit in enumerate("bkmgtp")}
# Each kind's names of fields may be given without it.
PREFIXES = {"lvs": "lv_", "vgs": "vg_", "pvs": "pv_"}
DEFAULTS = {
    "lvs": "lv_name,vg_name,lv_attr,lv_size,pool_lv,origin,data_percent,metadata_percent,move_pv,"
           "mirror_log,copy_percent,convert_lv",
    "vgs": "vg_name,pv_count,lv_count,snap_count,vg_attr,vg_size,vg_free",
    "pvs": "pv_name,vg_name,pv_fmt,pv_attr,pv_size,pv_free",
}
SORTED_BY = {"lvs": ("vg_name", "lv_name"), "vgs": ("vg_name",), "pvs": ("pv_name",)}


class Bytes(int):
    """A size, written in the units that were asked for, and to the right of its column."""


class Number(int):
    """To the right as well."""


def extents(count):
    return Bytes(count * lvm.EXTENT)


def of_group(name, vg):
    volumes = vg["volumes"].values()
    return {
        "vg_name": name,
        "vg_uuid": lvm.identifier(name),
        "vg_attr": "wz--n-",
        "vg_size": extents(vg["extents"]),
        "vg_free": extents(vg["extents"] - lvm.used(vg)),
        "vg_extent_size": extents(1),
        "pv_count": Number(1),
        "lv_count": Number(len(volumes)),
        "snap_count": Number(sum("origin" in volume for volume in volumes)),
    }


def of_device(vg):
    free = vg["extents"] - lvm.used(vg)
    return {
        "pv_name": vg["pv"],
        "pv_fmt": "lvm2",
        "pv_attr": "a--",
        "pv_size": extents(vg["extents"]),
        "pv_free": extents(free),
        "pv_used": extents(vg["extents"] - free),
    }


def of_volume(vg_name, name, volume, is_open):
    kind = "s" if "origin" in volume else "-"
    return {
        "lv_name": name,
        "lv_uuid": lvm.identifier(vg_name, name),
        "lv_attr": "%swi-a%s%s---" % (kind, "o" if is_open else "-", kind),
        "lv_size": extents(lvm.size_of(volume)),
        "lv_path": lvm.path_of(vg_name, name),
        "lv_tags": ",".join(sorted(volume["tags"])),
        "lv_major": Number(-1),
        "lv_minor": Number(-1),
        "lv_kernel_major": Number(lvm.MAJOR),
        "lv_kernel_minor": Number(volume["minor"]),
        "seg_count": Number(len(volume["segments"])),
        "modules": "",
        "pool_lv": "", "origin": volume.get("origin", ""), "data_percent": "", "metadata_percent": "",
        "move_pv": "", "mirror_log": "", "copy_percent": "", "convert_lv": "",
    }


def of_segment(pv, start, count, before):
    return {
        "segtype": "linear",
        "stripes": Number(1),
        "seg_start": extents(before),
        "seg_start_pe": Number(before),
        "seg_size": extents(count),
        "seg_tags": "",
        "seg_pe_ranges": "%s:%d-%d" % (pv, start, start + count - 1),
        "devices": "%s(%d)" % (pv, start),
    }


def segments(volume):
    """Each with how many extents of the volume come before it."""
    before = 0
    for start, count in volume["segments"]:
        yield start, count, before
        before += count


HEADINGS = {
    "lv_name": "LV", "vg_name": "VG", "lv_attr": "Attr", "lv_size": "LSize", "pool_lv": "Pool",
    "origin": "Origin", "data_percent": "Data%", "metadata_percent": "Meta%", "move_pv": "Move",
    "mirror_log": "Log", "copy_percent": "Cpy%Sync", "convert_lv": "Convert", "lv_tags": "LV Tags",
    "pv_count": "#PV", "lv_count": "#LV", "snap_count": "#SN", "vg_attr": "Attr", "vg_size": "VSize",
    "vg_free": "VFree", "vg_extent_size": "Ext", "pv_name": "PV", "pv_fmt": "Fmt", "pv_attr": "Attr",
    "pv_size": "PSize", "pv_free": "PFree", "pv_used": "Used", "lv_uuid": "LV UUID",
    "lv_kernel_major": "KMaj", "lv_kernel_minor": "KMin", "lv_major": "Maj", "lv_minor": "Min",
    "vg_uuid": "VG UUID", "lv_path": "Path", "seg_count": "#Seg", "modules": "Modules",
    "segtype": "Type", "stripes": "#Str", "seg_start": "Start", "seg_start_pe": "Start",
    "seg_size": "SSize", "seg_tags": "Seg Tags", "seg_pe_ranges": "PE Ranges", "devices": "Devices",
}
# Of columns that are wider than their heading.
WIDTHS = {"data_percent": 6, "metadata_percent": 6}
VOLUME_FIELDS = frozenset(of_volume("", "", {"segments": [], "tags": [], "minor": 0}, False))
SEGMENT_FIELDS = frozenset(of_segment("", 0, 0, 0))


def field(command, name):
    for candidate in (name, PREFIXES[command] + name):
        if candidate in HEADINGS:
            return candidate
    raise Failure(5, "  Unrecognised field: %s" % name)


def rows(command, groups, names, fields, opened):
    """A dictionary for each line, of all fields that there are."""
    chosen = [lvm.split(name) for name in names]
    for vg_name, lv_name in chosen:
        if lv_name is None:
            lvm.group(groups, vg_name)
        else:
            lvm.find(groups, "%s/%s" % (vg_name, lv_name))
    by_segment = not SEGMENT_FIELDS.isdisjoint(fields)
    for vg_name, vg in sorted(groups.items()):
        of_all = [lv for name, lv in chosen if name == vg_name]
        if chosen and not of_all:
            continue
        common = {**of_device(vg), **of_group(vg_name, vg)}
        if command == "vgs" or (command == "pvs" and VOLUME_FIELDS.isdisjoint(fields)):
            yield common
            continue
        volumes = {
            name: {**common, **of_volume(vg_name, name, volume, lvm.path_of(vg_name, name) in opened)}
            for name, volume in vg["volumes"].items()
        }
        if command == "pvs":
            yield from along_device(vg, volumes, common)
            continue
        for name, volume in sorted(vg["volumes"].items()):
            if None not in of_all and of_all and name not in of_all:
                continue
            if not by_segment:
                yield volumes[name]
            for start, count, before in segments(volume) if by_segment else ():
                yield {**volumes[name], **of_segment(vg["pv"], start, count, before)}


def along_device(vg, volumes, common):
    """A physical volume's runs of extents by their places, those that are free too."""
    parts = [(start, None) for start, _ in lvm.free_areas(vg)]
    for name, volume in vg["volumes"].items():
        parts += [(start, name) for start, _ in volume["segments"]]
    for _, name in sorted(parts, key=lambda part: part[0]):
        yield {**common, **dict.fromkeys(VOLUME_FIELDS, ""), **volumes.get(name, {})}


def written(value, units, suffix):
    if not isinstance(value, Bytes):
        return str(value)
    unit = units.lower()
    if unit == "r":
        return human(value)
    if unit not in UNITS:
        raise Failure(3, "  Invalid units specification", "  Error during parsing of command line.")
    shown = "%d" % value if unit == "b" or value == 0 else "%.2f" % (value / UNITS[unit])
    return shown + ((units if unit != "b" else "B") if suffix else "")


def human(value):
    """In the largest unit that is less than the value; `<` says that it was rounded up."""
    if value == 0:
        return "0 "
    unit = max((u for u in UNITS if UNITS[u] <= value), key=UNITS.__getitem__)
    exact = value / UNITS[unit]
    return "%s%.2f%s" % ("<" if round(exact, 2) > exact else "", exact, unit)


def printed(command, lines, fields, options):
    """The whole text, of the rows that are to be in it."""
    units, suffix = options.get("units", "r"), "nosuffix" not in options
    cells = [[written(line[name], units, suffix) for name in fields] for line in lines]
    headings = [HEADINGS[name] for name in fields]
    shown = cells if "noheadings" in options else [headings] + cells
    separator = options.get("separator")
    if separator is not None:
        return "".join("  %s\n" % separator.join(row) for row in shown)
    right = [lines and isinstance(lines[0][name], (Bytes, Number)) for name in fields]
    least = [WIDTHS.get(name, 0) for name in fields]
    width = [max(least[k], *(len(row[k]) for row in [headings] + cells)) for k in range(len(fields))]

    def aligned(row):
        # Headings are to the left of numbers too.
        return " ".join(
            cell.rjust(w) if r and row is not headings else cell.ljust(w) for cell, w, r in zip(row, width, right)
        )

    return "".join("  %s\n" % aligned(row) for row in shown)
