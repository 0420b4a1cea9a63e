/** The system calls that receive and that send, by the names of their tracepoints. */
export const RECEIVES = ['read', 'readv', 'recvfrom', 'recvmsg'] as const;
export const SENDS = ['write', 'writev', 'sendto', 'sendmsg'] as const;

/** Of the sockets' ends, as keys of the maps. */
export const CLIENT_END = 1;
export const DAEMON_END = 2;

/** What the program prints when all of its probes are attached. */
export const READY = 'ready';

/** linux/socket.h, net.h and stat.h. */
const AF_UNIX = 1;
const AF_INET = 2;
const SOCK_DGRAM = 2;
const S_IFMT = 0xf000;
const S_IFSOCK = 0xc000;

/**
 * The bpftrace program (0.23, `-f json`, with a command of its own: `-c`) that counts the calls of both ends
 * on the sockets that processes of one name use. It counts in rounds, numbered from 0: each from one `getppid` of
 * such a process to the next, which probes/request.py calls around its requests. It does so in the kernel, so that
 * there is no event that could be lost: at its end bpftrace prints the maps.
 *
 * An end is known by its socket: at a local socket's connect, the kernel has made the daemon's too; of TCP, the
 * client binds its port before the daemon can see it; of UDP, it has sent a request before the round begins, and
 * the daemon, whose socket serves everybody, is told by the port that a datagram comes from or goes to.
 *
 * @param name of the client's processes, as the kernel keeps it: 15 bytes at the most, unique on this machine
 * @param datagramPort of the daemon that is asked by UDP
 */
export function socketCallsProgram(name: string, datagramPort: number): string {
  if (!/^[a-z0-9-]{1,15}$/.test(name)) throw new RangeError(`'${name}' is no name of a process`);
  const calls = [...RECEIVES, ...SENDS];
  return `config = { missing_probes = "error"; }
BEGIN { @on = (uint64)0; @round = (uint64)0; }
END { clear(@on); clear(@round); clear(@end); clear(@port); clear(@net); clear(@asked); clear(@inside); clear(@from); }
tracepoint:sched:sched_process_exec /pid == cpid/ { print("${READY}"); }
tracepoint:syscalls:sys_enter_getppid /comm == "${name}"/ {
  if (@on == 1) { @on = 0; @round = @round + 1; } else {
  // Each key is made once: of two processors that make the same at once, one would be lost.
${calls.flatMap((call) => [CLIENT_END, DAEMON_END].map((end) => zeroes(end, call))).join('\n')}
  @on = 1; }
}
${askedProbes('connect', name, AF_UNIX, '@end[(uint64)$sock] = @round * 4 + 1; @end[(uint64)((struct unix_sock *)$sock)->peer] = @round * 4 + 2;')}
${askedProbes('bind', name, AF_INET, OWN_PORT)}
${askedProbes('sendto', name, AF_INET, OWN_PORT)}
${calls.map(countedProbes).join('\n')}
${datagramProbes(datagramPort)}
`;
}

const OWN_PORT =
  '@port[(uint64)$sock->__sk_common.skc_num] = (uint64)1; @net = (uint64)$sock->__sk_common.skc_net.net;';

const zeroes = (end: number, call: string): string =>
  ['calls', 'failed', 'bytes']
    .map((map) => `  @${map}[@round, (uint64)${end}, "${call}"] = sum((uint64)0);`)
    .join('');

/** Sets `$sock` to the one behind a descriptor of this process. */
const sockOf = (descriptor: string): string =>
  `$file = (struct file *)*(curtask->files->fdt->fd + ${descriptor});
  $sock = ((struct socket *)$file->private_data)->sk;`;

/** The same, where the descriptor is a socket's: `then` is done only there. */
const ofSocket = (
  then: string,
): string => `if ((uint64)args.fd < (uint64)curtask->files->fdt->max_fds) {
  ${sockOf('args.fd')}
  if (($file->f_inode->i_mode & ${S_IFMT}) == ${S_IFSOCK}) {
    ${then}
  } }`;

/** A call by which the client's socket becomes known. */
function askedProbes(call: string, name: string, family: number, known: string): string {
  return `tracepoint:syscalls:sys_enter_${call} /comm == "${name}"/ { @asked[tid] = (uint64)args.fd + 1; }
tracepoint:syscalls:sys_exit_${call} /@asked[tid] != 0/ {
  ${sockOf('(@asked[tid] - 1)')}
  if (args.ret >= 0 && $sock->__sk_common.skc_family == ${family}) { ${known} }
  delete(@asked, tid);
}`;
}

function countedProbes(call: string): string {
  return `tracepoint:syscalls:sys_enter_${call} /@on == 1/ {
  ${ofSocket(`$end = (uint64)0;
    $family = $sock->__sk_common.skc_family;
    if ($family == ${AF_UNIX} && @end[(uint64)$sock] / 4 == @round) { $end = @end[(uint64)$sock] % 4; }
    if ($family == ${AF_INET} && (uint64)$sock->__sk_common.skc_net.net == @net) {
      if (@port[(uint64)$sock->__sk_common.skc_num] == 1) { $end = ${CLIENT_END}; }
      if (@port[(uint64)bswap($sock->__sk_common.skc_dport)] == 1) { $end = ${DAEMON_END}; }
    }
    if ($end != 0) { @inside[tid] = $end; }`)}
}
tracepoint:syscalls:sys_exit_${call} /@inside[tid] != 0/ {
  ${counted(call, '@inside[tid]')}
  delete(@inside, tid);
}`;
}

function counted(call: string, end: string): string {
  const key = `[@round, ${end}, "${call}"]`;
  return `@calls${key} = sum((uint64)1);
  if (args.ret > 0) { @bytes${key} = sum((uint64)args.ret); }
  if (args.ret < 0) { @failed${key} = sum((uint64)1); }`;
}

/** The daemon that is asked by UDP; of a call that failed, nobody knows whom it was for. */
function datagramProbes(port: number): string {
  const ours = (then: string): string =>
    ofSocket(`if ($sock->__sk_common.skc_family == ${AF_INET} && $sock->sk_type == ${SOCK_DGRAM}) {
    if ($sock->__sk_common.skc_num == ${port} && (uint64)$sock->__sk_common.skc_net.net == @net) { ${then} } }`);
  const peer = (address: string): string => `bswap(*(uint16 *)uptr(${address} + 2))`;
  return `tracepoint:syscalls:sys_enter_recvfrom /@on == 1/ { ${ours('@from[tid] = (uint64)args.addr;')} }
tracepoint:syscalls:sys_exit_recvfrom /@from[tid] != 0/ {
  if (args.ret < 0 || @port[(uint64)${peer('@from[tid]')}] == 1) { ${counted('recvfrom', `(uint64)${DAEMON_END}`)} }
  delete(@from, tid);
}
tracepoint:syscalls:sys_enter_sendto /@on == 1/ {
  ${ours(`if (@port[(uint64)${peer('(uint64)args.addr')}] == 1) { @inside[tid] = (uint64)${DAEMON_END}; }`)}
}`;
}
