import { socketOf } from './descriptor.ts';
import { emit, IN_NODE } from './emit.ts';

/** linux/socket.h. */
const AF_UNIX = 1;
const MSG_PEEK = 2;
/** net/sock.h: nothing can be sent any more, as the other end is closed. */
const SEND_SHUTDOWN = 2;
/** Of Ganeti's messages over local sockets, whichever form their JSON has: LUXI_EOM of its constants. */
const END_OF_MESSAGE = 3;
/** An idle local socket takes as much in one call. */
const LARGEST_SEND = 65_536;

/** Requests and replies over the sockets of luxid, wconfd and metad, and how much goes over them where the kernel tells it. */
export function localSocketProbes(hasSocketLengths: boolean): string {
  const calls = hasSocketLengths ? (['send', 'recv'] as const) : [];
  return [
    requestProbe('sys_enter_sendto', 'args.buff'),
    requestProbe('sys_enter_write', 'args.buf'),
    ...calls.map(trafficProbe),
  ].join('\n');
}

/**
 * A request begins with `{"method"`, a reply with `{"success"`. The other end of a request's socket
 * is the daemon's, whose address (after refcnt, len and sun_family of struct unix_address: 10 bytes)
 * is the path it listens on. The two ends' places in memory join a reply with its request; without
 * their upper 16 bits, which are the same in all of the kernel's, they fit a JSON number. Daemons close a connection on which
 * nothing was asked for a minute: what a client sends then goes nowhere, and it asks again on another.
 */
function requestProbe(call: string, buffer: string): string {
  const ends = ['$socket->sk', '$peer'].map((end) => `(uint64)${end} & 0xffffffffffff`);
  const length = buffer === 'args.buf' ? 'args.count' : 'args.len';
  return `tracepoint:syscalls:${call} /${length} > 9 && *(uint8 *)${buffer} == ${'{'.charCodeAt(0)}/ { ${IN_NODE} {
  $start = str(${buffer}, 10);
  $request = strncmp($start, "{\\"method\\"", 9) == 0;
  if ($request || strncmp($start, "{\\"success\\"", 9) == 0) {
${socketOf('args.fd')}
    $peer = ((struct unix_sock *)$socket->sk)->peer;
    $open = ($socket->sk->sk_shutdown & ${SEND_SHUTDOWN}) == 0;
    if ($open && $request) {
      $address = ((struct unix_sock *)$peer)->addr;
      $whole = ${length} <= ${LARGEST_SEND} && *uptr((uint8 *)((uint64)${buffer} + (uint64)${length} - 1)) == ${END_OF_MESSAGE};
      ${emit('request', ...ends, `str(${buffer}, 200)`, 'str(kptr((uint8 *)((uint64)$address + 10)), 108)', '$whole')}
    }
    if ($open && !$request) {
      ${emit('reply', ...ends, `str(${buffer})`)}
    }
  }
} }`;
}

/**
 * Counts the calls that succeeded, and their bytes, on the local sockets that have a path, in the kernel: there are as many calls as
 * a large message has parts. Of a connection both ends are known by the daemon's address, which is its own end's;
 * the client's has none. `0` is the client's end and sends, `1` the daemon's and receives.
 */
function trafficProbe(call: 'send' | 'recv'): string {
  const path = 'str(kptr((uint8 *)($address + 10)), 64)';
  const key = `$daemon, (uint64)${call === 'send' ? 0 : 1}, ${path}`;
  return `tracepoint:sock:sock_${call}_length /args.family == ${AF_UNIX} && (args.flags & ${MSG_PEEK}) == 0 && args.ret >= 0/ { ${IN_NODE} {
  $end = (struct unix_sock *)args.sk;
  $daemon = (uint64)1;
  $address = (uint64)$end->addr;
  if ($address == 0) {
    $daemon = (uint64)0;
    $other = (struct unix_sock *)$end->peer;
    if ((uint64)$other != 0) { $address = (uint64)$other->addr; }
  }
  if ($address != 0) {
    @calls[${key}] = sum((uint64)1);
    @bytes[${key}] = sum((uint64)args.ret);
  }
} }`;
}
