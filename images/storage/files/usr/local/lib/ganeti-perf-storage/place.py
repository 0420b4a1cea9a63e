"""Where things are on a node, and files of state that several commands change at once.

A root other than `/` and another node's name come from the environment: so tests can run several nodes
in one folder.
"""
import contextlib
import fcntl
import json
import os

ROOT = os.environ.get("GANETI_PERF_STORAGE_ROOT", "")
NODE = os.environ.get("GANETI_PERF_STORAGE_NODE") or os.uname().nodename

# The node's own: it is kept with the node's image.
OWN = ROOT + "/var/lib/ganeti-perf-storage"
# What stands in the place of /proc/drbd and of the module's parameter.
PROC_DRBD = OWN + "/proc-drbd"
USERMODE_HELPER = OWN + "/usermode_helper"
# Common to all nodes, as a connection has two ends; on the volume that all of them mount.
SHARED = ROOT + "/srv/ganeti/shared-file-storage/.ganeti-perf-drbd"
DEV = ROOT + "/dev"

# Ganeti's own: which disks an instance that runs here has, by the fake hypervisor.
DISK_LINKS = ROOT + "/var/run/ganeti/instance-disks"
RUNNING = ROOT + "/var/run/ganeti/fake-hypervisor"


class Failure(Exception):
    """What the real command would say on its standard error, and its exit status; and on its output before that."""

    def __init__(self, status, *lines, said=()):
        super().__init__(*lines)
        self.status = status
        self.lines = lines
        self.said = said


def write(path, text):
    """Puts a file there whole: Ganeti reads at any moment."""
    partial = "%s.%d" % (path, os.getpid())
    with open(partial, "w") as file:
        file.write(text)
    os.replace(partial, path)


@contextlib.contextmanager
def state(folder, name, empty):
    """A value kept as JSON, for one command at a time; what is left of it at the end is what is kept."""
    os.makedirs(folder, exist_ok=True)
    path = "%s/%s.json" % (folder, name)
    with open(path + ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            with open(path) as file:
                before = file.read()
        except FileNotFoundError:
            before = None
        value = empty if before is None else json.loads(before)
        yield value
        after = json.dumps(value, indent=1)
        if after != before:
            write(path, after)
