"""`ganeti-perf-storage`: makes a node ready for the commands beside this one."""
import os
import re

import drbd
import lvm
import place
from place import Failure

# What Ganeti reads from the kernel, where it says so, and what it is to read instead. The helper is what
# `gnt-cluster init --drbd-usermode-helper` must name.
HELPER = "/bin/true"
REPLACED = (
    ("_constants.py", "/proc/drbd", place.PROC_DRBD),
    ("storage/drbd.py", "/sys/module/drbd/parameters/usermode_helper", place.USERMODE_HELPER),
)


def setup(argv):
    if argv == ["install"]:
        install()
    elif argv == ["boot"]:
        lvm.boot()
    else:
        raise Failure(2, "usage: ganeti-perf-storage install|boot")
    return ""


def install():
    os.makedirs(place.OWN, exist_ok=True)
    place.write(place.USERMODE_HELPER, HELPER + "\n")
    with drbd.devices():
        pass
    if not os.path.islink(place.PROC_DRBD):
        os.symlink(drbd.status_file(place.NODE), place.PROC_DRBD)
    lvm.boot()
    folder = modules()
    for name, kernels, ours in REPLACED:
        replace("%s/%s" % (folder, name), '"%s"' % kernels, '"%s"' % ours)


def modules():
    """The folder of the Python modules of the Ganeti that is installed here, from one of its commands."""
    command = os.path.realpath(place.ROOT + "/usr/sbin/gnt-node")
    return os.path.join(os.path.dirname(command), "ganeti")


def replace(path, before, after):
    """Puts one word in the place of another, which must stand in the file exactly once."""
    with open(path) as file:
        text = file.read()
    if text.count(after) == 1 and before not in text:
        return
    if text.count(before) != 1:
        raise Failure(1, "%s: %s stands there %d times, not once" % (path, before, text.count(before)))
    with open(path, "w") as file:
        file.write(re.sub(re.escape(before), after, text))
