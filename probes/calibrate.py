"""How fast this machine does what Ganeti does all the time, as one line of JSON.

Runs in a container of the node image, with nothing but Python and the openssl and ssh-keygen commands
that every node has. Each figure is the lower quartile of its tries, since whatever else runs can only
add to them, and the tries of all figures take turns: a moment in which the machine is busy meets some
tries of each, and no figure as a whole. A figure that cannot be taken here is left out.
"""

import hashlib
import json
import mmap
import os
import shutil
import ssl
import statistics
import subprocess
import tempfile
import time

# Seconds in which no further round of tries begins, and the most rounds of them.
BUDGET = 0.35
ROUNDS = 15

PAGE = mmap.PAGESIZE
PAGES = 512
CALLS = 2000

# For one core's arithmetic: an odd modulus of 1024 bits, whose digits are of no importance.
MODULUS = int.from_bytes(hashlib.sha512(b"calibration").digest() * 2, "big") | 1


def fork_exec():
    """Microseconds to fork, execute the smallest program there is, and wait for its end."""
    began = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        try:
            os.execv("/bin/true", ["true"])
        finally:
            os._exit(127)
    _, status = os.waitpid(pid, 0)
    took = time.perf_counter() - began
    if status != 0:
        raise OSError("/bin/true ended with status %d" % status)
    return took * 1e6


def system_call():
    """Nanoseconds of a system call that does nothing, Python's own cost (some 40 ns) included."""
    call = os.getppid
    began = time.perf_counter()
    for _ in range(CALLS):
        call()
    return (time.perf_counter() - began) / CALLS * 1e9


def page_fault():
    """Nanoseconds to get one page of memory by touching it."""
    memory = mmap.mmap(-1, PAGES * PAGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    memory.madvise(mmap.MADV_NOHUGEPAGE)
    touch = b"x" * PAGES
    began = time.perf_counter()
    memory[::PAGE] = touch
    took = time.perf_counter() - began
    memory.close()
    return took / PAGES * 1e9


def arithmetic():
    """Microseconds of one core for a modular power of 1024 bits, in C that no library replaces."""
    began = time.perf_counter()
    pow(3, 1 << 128, MODULUS)
    return (time.perf_counter() - began) * 1e6


def fsync_in(folder):
    """Microseconds to bring 4 KiB of a new file to the disk, where the job queue is."""
    path = os.path.join(folder, "synced")

    def fsync():
        with open(path, "wb", buffering=0) as file:
            file.write(b"x" * 4096)
            began = time.perf_counter()
            os.fsync(file.fileno())
            took = time.perf_counter() - began
        os.unlink(path)
        return took * 1e6

    return fsync


def tls_handshake_in(folder):
    """Microseconds for both ends of a TLS handshake with certificates on both sides, as of a node RPC."""
    key = os.path.join(folder, "key")
    certificate = os.path.join(folder, "certificate")
    # The key of every node of a throw-away cluster: to make one would take longer than all the rest.
    shutil.copy("/root/.ssh/id_rsa", key)
    quietly("ssh-keygen", "-q", "-p", "-m", "PEM", "-N", "", "-f", key)
    quietly("openssl", "req", "-x509", "-key", key, "-subj", "/CN=calibration", "-days", "2", "-out", certificate)

    def context(purpose):
        made = ssl.SSLContext(purpose)
        made.check_hostname = False
        made.verify_mode = ssl.CERT_REQUIRED
        made.load_cert_chain(certificate, key)
        made.load_verify_locations(certificate)
        return made

    contexts = context(ssl.PROTOCOL_TLS_CLIENT), context(ssl.PROTOCOL_TLS_SERVER)

    def tls_handshake():
        there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
        began = time.perf_counter()
        client = contexts[0].wrap_bio(back, there)
        server = contexts[1].wrap_bio(there, back, server_side=True)
        waiting = [client, server]
        while waiting:
            waiting = [end for end in waiting if not has_shaken_hands(end)]
        return (time.perf_counter() - began) * 1e6

    return tls_handshake


def has_shaken_hands(end):
    try:
        end.do_handshake()
        return True
    except ssl.SSLWantReadError:
        return False


def quietly(*command):
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def prepared(prepare, *arguments):
    """The function that takes one try, or None where this machine has not what it needs."""
    try:
        return prepare(*arguments)
    except (OSError, ssl.SSLError, subprocess.CalledProcessError):
        return None


def main():
    with tempfile.TemporaryDirectory(dir="/var/lib") as folder:
        ways = {
            "calibration.forkExecUs": fork_exec,
            "calibration.syscallNs": system_call,
            "calibration.fsyncUs": prepared(fsync_in, folder),
            "calibration.tlsHandshakeUs": prepared(tls_handshake_in, folder),
            "calibration.pageFaultNs": page_fault,
            "calibration.arithmeticUs": arithmetic,
        }
        tries = {name: [] for name in ways}
        deadline = time.perf_counter() + BUDGET
        for _ in range(ROUNDS):
            for name, way in ways.items():
                try:
                    if way is not None:
                        tries[name].append(way())
                except (OSError, ssl.SSLError):
                    ways[name] = None
            if time.perf_counter() > deadline:
                break
    taken = {name: lower_quartile(values) for name, values in tries.items() if ways[name] and values}
    print(json.dumps({name: float("%.3g" % value) for name, value in taken.items()}))


def lower_quartile(values):
    return statistics.quantiles(values, n=4)[0] if len(values) > 1 else values[0]


main()
