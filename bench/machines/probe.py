# How fast a node is, right now: seconds by the clock and of processor, for a fork, for a program's start, for arithmetic on one processor and
# on all of them at once, and for an fsync. Each is the least of some rounds, so that a moment of somebody
# else's work does not count; a round of arithmetic is longer than the period of a processor quota.
#
#   python3 -c "$(cat probe.py)" PROCESSORS
import json, os, resource, sys, tempfile, time

ROUNDS, STARTS, SYNCS, STEPS = 2, 25, 10, 10000000
processors = int(sys.argv[1])


def arithmetic():
    n = 0
    for i in range(STEPS):
        n += i


def in_child(work):
    pid = os.fork()
    if pid == 0:
        work()
        os._exit(0)
    return pid


def waited(pids):
    for pid in pids:
        os.waitpid(pid, 0)


def fork():
    for _ in range(STARTS):
        waited([in_child(lambda: None)])


def start():
    for _ in range(STARTS):
        waited([in_child(lambda: os.execv("/bin/true", ["true"]))])


def parallel():
    waited([in_child(arithmetic) for _ in range(processors)])


def fsync():
    with tempfile.TemporaryFile() as file:
        for _ in range(SYNCS):
            os.write(file.fileno(), b"x")
            os.fsync(file.fileno())


def used():
    each = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in each)


def measure(work, count):
    rounds = []
    for _ in range(ROUNDS):
        cpu, began = used(), time.monotonic()
        work()
        rounds.append((time.monotonic() - began, used() - cpu))
    seconds, cpu = min(rounds)
    return {"seconds": seconds / count, "cpu": cpu / count}


def quota():
    """How many processors the cgroup may have, of either version; None without a limit."""
    for name in ("cpu.max", "cpu/cpu.cfs_quota_us", "cpu,cpuacct/cpu.cfs_quota_us"):
        path = os.path.join("/sys/fs/cgroup", name)
        if os.path.exists(path):
            words = open(path).read().split()
            if name != "cpu.max":
                words.append(open(path.replace("quota", "period")).read())
            return None if words[0] in ("max", "-1") else int(words[0]) / int(words[1])
    return None


print(json.dumps({
    "limits": {"quota": quota(), "cores": len(os.sched_getaffinity(0))},
    "fork": measure(fork, STARTS),
    "start": measure(start, STARTS),
    "arithmetic": measure(arithmetic, 1),
    "parallel": measure(parallel, 1),
    "fsync": measure(fsync, SYNCS),
}))
