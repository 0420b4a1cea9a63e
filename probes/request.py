"""Sends one raw request to a daemon of Ganeti again and again, and tells what came of each, as JSON.

Runs on the master, with the specification as its only argument. Requests are sent by processes, each of
which waits for a reply before it sends its next request; so there are as many at once as there are
processes, and none of them waits for another's interpreter. The client `raw` does as little as can be done,
so that the time is the daemon's; `ganeti` is the transport of the Ganeti that is installed here.
"""

import gc
import json
import os
import re
import socket
import ssl
import sys
import time

SPEC = json.loads(sys.argv[1])
SUCCESS = re.compile(rb'\s*\{\s*"success"\s*:\s*true\b|\s*\[\s*true\b')
DONE = b'{"success": true'
END = b"\3"
# Bytes of a reply that are looked at.
SHOWN = 400
# Seconds; a reply that takes longer is none.
PATIENCE = 60
# Seconds after which a datagram is signed anew: confd takes none that is older than some minutes.
SIGNED_FOR = 60
# Between the requests that are counted and all others, so that a daemon has done all that it does for one.
PAUSE = 0.1
# GHC's `+RTS -S`: bytes allocated, copied and live, times, and the generation that was collected.
COLLECTION = re.compile(rb"^\s*(\d+)\s+\d+\s+(\d+)\s.*\(Gen:\s*(\d+)\)\s*$", re.M)

# Of the requests to wconfd that a method of the configuration makes: how each begins, the one for the lock, those that
# give it back, and how an answer ends when somebody else has it.
METHOD = re.compile(rb'\s*\{\s*"method":\s*"(\w+)"')
LOCK, UNLOCKS = "lockConfig", ("unlockConfig", "writeConfigAndUnlock")
NOTHING = re.compile(r'"result":\s*null\s*\}?$')


class Refused(Exception):
    """A daemon did not do what it was asked for; what it said."""


def use_ganeti():
    """Makes the Python modules of the Ganeti that is installed here known."""
    sys.path.insert(0, os.path.dirname(os.path.realpath("/usr/sbin/gnt-node")))


class Framed:
    """Luxi and wconfd: JSON on a connection that stays, with a byte behind each message."""

    def __init__(self):
        self.message = json.dumps({"method": SPEC["method"], "args": SPEC["args"]}).encode() + END
        self.socket = socket.socket(socket.AF_UNIX)
        # Without a timeout yet: a socket with one would not wait until the daemon has room for a connection.
        self.socket.connect(SPEC["address"])
        self.socket.settimeout(PATIENCE)
        self.buffer = memoryview(bytearray(1 << 20))

    def call(self):
        self.socket.sendall(self.message)
        received, start = 0, b""
        while True:
            count = self.socket.recv_into(self.buffer)
            if count == 0:
                raise Refused("the daemon closed the connection before it replied")
            if len(start) < SHOWN:
                start += bytes(self.buffer[:min(count, SHOWN)])
            received += count
            if self.buffer[count - 1] == END[0]:
                return received, start

    def sizes(self, reply):
        return len(self.message), *reply


class Own:
    """The same by Ganeti's own client."""

    def __init__(self):
        use_ganeti()
        from ganeti.rpc.transport import Transport
        self.message = json.dumps({"method": SPEC["method"], "args": SPEC["args"]})
        self.transport = Transport(SPEC["address"])

    def call(self):
        return self.transport.Call(self.message)

    def sizes(self, reply):
        return len(self.message.encode()) + 1, len(reply.encode()) + 1, reply[:SHOWN].encode()


class Https:
    """Node RPCs: a connection for each, with certificates on both sides."""

    def __init__(self):
        body = json.dumps(SPEC["args"]).encode()
        head = "POST /%s HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        self.target = SPEC["address"], SPEC["port"]
        self.message = (head % (SPEC["method"], *self.target, len(body))).encode() + body
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.context.check_hostname = False
        self.context.verify_mode = ssl.CERT_REQUIRED
        self.context.load_verify_locations("/var/lib/ganeti/server.pem")
        self.context.load_cert_chain("/var/lib/ganeti/client.pem")

    def call(self):
        with socket.socket() as plain:
            plain.settimeout(PATIENCE)
            # The port is known before the daemon can have seen it: so it can be told whose calls are counted.
            plain.bind(("", 0))
            plain.connect(self.target)
            with self.context.wrap_socket(plain) as secure:
                secure.sendall(self.message)
                return self.reply(secure)

    def reply(self, secure):
        reply = b""
        while True:
            head, found, body = reply.partition(b"\r\n\r\n")
            if found:
                length = re.search(rb"(?im)^content-length:\s*(\d+)", head)
                if length and len(body) >= int(length.group(1)):
                    break
            part = secure.recv(1 << 16)
            if not part:
                break
            reply += part
        return reply

    def sizes(self, reply):
        head, _, body = reply.partition(b"\r\n\r\n")
        if not head:
            raise Refused("the daemon closed the connection before it replied; its log may say why")
        if b" 200 " not in head.split(b"\r\n")[0]:
            raise Refused((head.split(b"\r\n")[0] + b": " + body[:SHOWN]).decode(errors="replace"))
        return len(self.message), len(reply), body[:SHOWN]


class Datagram:
    """Confd: a signed datagram there, one back. What is in it, the Ganeti that is installed here knows."""

    def __init__(self):
        use_ganeti()
        from ganeti import constants, netutils, pathutils
        self.type = getattr(constants, "CONFD_REQ_" + SPEC["method"].upper(), None)
        if self.type is None:
            known = sorted(name[10:].lower() for name in dir(constants) if name.startswith("CONFD_REQ_"))
            raise Refused("confd has no such request; it has: " + ", ".join(known))
        self.query = SPEC["args"][0] if SPEC["args"] else None
        with open(pathutils.CONFD_HMAC_KEY) as key:
            self.key = key.read()
        self.target = SPEC["address"], netutils.GetDaemonPort(constants.CONFD)
        self.connect()

    def connect(self):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.settimeout(PATIENCE)
        self.sign()

    def sign(self):
        from ganeti import confd, constants, objects, serializer
        request = objects.ConfdRequest(protocol=constants.CONFD_PROTOCOL_VERSION, type=self.type, query=self.query,
                                       rsalt="x" * 36)
        signed = serializer.DumpSignedJson(request.ToDict(), self.key, "%d" % time.time())
        packed = confd.PackMagic(signed)
        self.message, self.signed = packed if isinstance(packed, bytes) else packed.encode(), time.monotonic()

    def call(self):
        if time.monotonic() - self.signed > SIGNED_FOR:
            self.sign()
        self.socket.sendto(self.message, self.target)
        return self.socket.recv(1 << 16)

    def sizes(self, reply):
        answer = json.loads(json.loads(reply[4:])["msg"])
        if answer["status"] != 0:
            raise Refused("confd answered with status %s: %s" % (answer["status"], answer["answer"]))
        return len(self.message), len(reply), DONE


class OwnDatagram(Datagram):
    """The same by Ganeti's own client, which makes and signs each request anew, of the same length."""

    def connect(self):
        super().connect()
        # It does not tell how long a reply is.
        self.length = len(super().call())
        from ganeti.confd import client
        self.request = lambda: client.ConfdClientRequest(type=self.type, query=self.query)
        self.client = client.ConfdClient(self.key, [self.target[0]], self.answered, port=self.target[1])

    def answered(self, answer):
        self.answer = answer

    def call(self):
        self.answer = None
        self.client.SendRequest(self.request())
        # Until 3.0, it is only put in a queue by then.
        self.client.FlushSendQueue()
        while self.answer is None:
            self.client.ReceiveReply(timeout=PATIENCE)
            self.client.ExpireRequests()
        return self.answer

    def sizes(self, answer):
        reply = getattr(answer, "server_reply", None)
        if reply is None or reply.status != 0:
            raise Refused("confd did not answer: %s" % (reply and reply.answer))
        return len(self.message), self.length, DONE


class Section:
    """A method of Ganeti's own ConfigWriter, with all the requests to wconfd that it makes.

    It is called as a job calls it: by a process that wconfd sees to be alive by its lock file, so that it can hold
    the lock of the configuration, and no other at the same time.
    """

    def __init__(self):
        use_ganeti()
        from ganeti import config
        from ganeti.rpc import transport
        from ganeti.utils import livelock
        # Without the number of a job, wconfd knows it by its lock file and process alone.
        self.writer = config.GetConfig(None, livelock.LiveLock())
        self.method = getattr(self.writer, SPEC["method"], None)
        if not callable(self.method):
            raise Refused("Ganeti's ConfigWriter has no method %s" % SPEC["method"])
        call = transport.Transport.Call

        def noted(connection, message):
            began = time.perf_counter_ns()
            reply = call(connection, message)
            self.requests.append((began, time.perf_counter_ns(), message, reply))
            return reply

        transport.Transport.Call = noted

    def call(self):
        self.requests = []
        self.method(*SPEC["args"])

    def sizes(self, _):
        self.below = [below(*request) for request in self.requests]
        self.requests = []
        return (*(sum(request[part] for request in self.below) for part in (3, 4)), DONE)


def below(began, ended, message, reply):
    """A request that a method made: its own method, when it was sent and answered, bytes, whether it has to ask again."""
    sent = message if isinstance(message, bytes) else message.encode()
    method = METHOD.match(sent)
    name = method.group(1).decode() if method else "unknown"
    again = name == LOCK and bool(NOTHING.search(reply))
    return name, began, ended, len(sent) + 1, len(reply.encode()) + 1, again


def sums_below(done):
    """Of the requests that methods made, by their own methods; and how long each held the lock of the configuration."""
    methods, held = {}, []
    for requests in done:
        locked = None
        for name, began, ended, sent, received, again in requests:
            sums = methods.setdefault(name, {"method": name, "nanoseconds": [], "again": 0, "sent": 0, "received": 0})
            sums["sent"] += sent
            sums["received"] += received
            if again:
                sums["again"] += 1
                continue
            sums["nanoseconds"].append(ended - began)
            if name == LOCK:
                locked = ended
            elif name in UNLOCKS and locked is not None:
                held.append(ended - locked)
                locked = None
    return {"requests": list(methods.values()), "held": held}


CLIENTS = {("ganeti", "config"): Section, ("raw", "node"): Https, ("raw", "luxi"): Framed, ("raw", "wconfd"): Framed, ("raw", "metad"): Framed,
           ("ganeti", "luxi"): Own, ("ganeti", "wconfd"): Own, ("ganeti", "metad"): Own,
           ("raw", "confd"): Datagram, ("ganeti", "confd"): OwnDatagram}


def work(orders, answers):
    """A process that sends requests: as many as it is told, until it is told 0."""
    client = CLIENTS[SPEC["client"], SPEC["channel"]]()
    log = SPEC.get("log")
    seen = size_of(log)
    gc.disable()
    for line in orders:
        if int(line) == 0:
            return
        done, grown = [], []
        for _ in range(int(line)):
            began = time.perf_counter_ns()
            reply = client.call()
            ended = time.perf_counter_ns()
            sent, received, start = client.sizes(reply)
            if not SUCCESS.match(start):
                raise Refused(start.decode(errors="replace"))
            done.append((began, ended, sent, received, getattr(client, "below", None)))
            size = size_of(log)
            if size != seen:
                seen = size
                grown.append((ended, size))
        answers.write(json.dumps({"done": done, "grown": grown}) + "\n")
        answers.flush()


def size_of(path):
    return os.stat(path).st_size if path else 0


class Worker:
    """The parent's end of a process that sends requests."""

    def __init__(self):
        orders, answers = os.pipe(), os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(orders[1])
            os.close(answers[0])
            status, answer = 0, os.fdopen(answers[1], "w")
            try:
                work(os.fdopen(orders[0]), answer)
            except BaseException as error:
                kind = "" if isinstance(error, Refused) else type(error).__name__ + ": "
                answer.write(json.dumps({"failure": kind + str(error)}) + "\n")
                answer.flush()
                status = 1
            os._exit(status)
        os.close(orders[0])
        os.close(answers[1])
        self.orders, self.answers = os.fdopen(orders[1], "w"), os.fdopen(answers[0])

    def order(self, count):
        self.orders.write("%d\n" % count)
        self.orders.flush()

    def answer(self):
        answer = json.loads(self.answers.readline() or '{"failure": "a process that sends requests ended"}')
        if "failure" in answer:
            raise Refused(answer["failure"])
        return answer


def together(workers, count):
    """Sends so many requests, in equal parts by each of the processes; what came of them in the order of their ends."""
    parts = [(worker, count // len(workers) + (number < count % len(workers))) for number, worker in enumerate(workers)]
    busy = [(worker, part) for worker, part in parts if part > 0]
    for worker, part in busy:
        worker.order(part)
    answers = [worker.answer() for worker, _ in busy]
    done = sorted((tuple(request) for answer in answers for request in answer["done"]), key=lambda request: request[1])
    return done, sorted(tuple(growth) for answer in answers for growth in answer["grown"])


def is_known(done):
    """Whether the median's standard error is small: what lies around it, where one such error is half the root of n off."""
    taken = sorted(ended - began for began, ended, *_ in done)
    off = len(taken) ** 0.5 / 2
    low, high = taken[max(0, int(len(taken) / 2 - off))], taken[min(len(taken) - 1, int(len(taken) / 2 + off))]
    return (high - low) / 2 <= SPEC["tolerance"] * taken[len(taken) // 2]


def is_enough(done):
    """Whether what each allocates is known too, as far as there is time: by requests or collections, and all have an end."""
    return not SPEC.get("log") or len(done) >= SPEC["enough"] or done[-1][1] - done[0][0] >= SPEC["seconds"] * 1e9


def timed(workers):
    if SPEC["repeat"] is not None:
        return together(workers, SPEC["repeat"])
    done, grown = together(workers, SPEC["least"])
    while len(done) < SPEC["most"] and not (is_known(done) and is_enough(done)):
        more = together(workers, min(SPEC["step"], SPEC["most"] - len(done)))
        done, grown = done + more[0], grown + more[1]
    return done, grown


def counted(workers):
    """The two calls are what a tracer knows the beginning and the end by."""
    time.sleep(PAUSE)
    os.getppid()
    measured = together(workers, SPEC["repeat"])
    time.sleep(PAUSE)
    os.getppid()
    return measured


def collections(done, grown, before):
    """Of each collection of the daemon's heap, after which request it was seen, bytes allocated and live, generation."""
    if not SPEC.get("log"):
        return []
    ends = [ended for _, ended, *_ in done]
    with open(SPEC["log"], "rb") as file:
        file.seek(before)
        written = file.read()
    # By the time at which it was first seen to have grown beyond the line.
    told, at, number = [], 0, 0
    growths = sorted(grown, key=lambda growth: growth[1])
    for line in COLLECTION.finditer(written):
        while at < len(growths) and growths[at][1] < before + line.end():
            at += 1
        if at == len(growths):
            break
        while number < len(ends) and ends[number] <= growths[at][0]:
            number += 1
        told.append((number, *map(int, line.groups())))
    return told


def main():
    with open("/proc/self/comm", "w") as comm:
        comm.write(SPEC["name"])
    workers = [Worker() for _ in range(SPEC["concurrency"])]
    together(workers, SPEC["warmUp"] * len(workers))
    before = size_of(SPEC.get("log"))
    done, grown = (counted if SPEC["counted"] else timed)(workers)
    for worker in workers:
        worker.order(0)
        os.waitpid(worker.pid, 0)
    return {
        "nanoseconds": [ended - began for began, ended, *_ in done],
        "sent": [sent for _, _, sent, *_ in done],
        "received": [received for _, _, _, received, _ in done],
        **({"below": sums_below([made for *_, made in done])} if SPEC["channel"] == "config" else {}),
        "collections": collections(done, grown, before),
    }


try:
    print(json.dumps(main()))
except (Refused, OSError) as error:
    sys.exit(str(error)[:2000])
