/** The system calls that receive and that send, by the names of their tracepoints. */
export const RECEIVES = ['read', 'readv', 'recvfrom', 'recvmsg'] as const;
export const SENDS = ['write', 'writev', 'sendto', 'sendmsg'] as const;

/** Of the sockets' ends, as keys of the maps. */
export const CLIENT_END = 1;
export const DAEMON_END = 2;

/** What the program prints when all of its probes are attached. */
export const READY = 'ready';

/** linux/socket.h and stat.h. */
const AF_UNIX = 1;
const AF_INET = 2;
const S_IFMT = 0xf000;
const S_IFSOCK = 0xc000;

/**
 * The bpftrace program (0.23, `-f json`, with a command of its own: `-c`) that counts the calls of both ends
 * on the sockets that processes of one name connect. It counts from the first `getppid` of such a process to
 * the next, which probes/request.py calls around its requests; and in the kernel, so that there is no event
 * that could be lost: at its end bpftrace prints the maps.
 *
 * An end is known by its socket: at a local socket's connect, the kernel has made the daemon's too; of TCP, the
 * client binds its port before the daemon can see it.
 *
 * @param name of the client's processes, as the kernel keeps it: 15 bytes at the most, unique on this machine
 */
export function socketCallsProgram(name: string): string {
  if (!/^[a-z0-9-]{1,15}$/.test(name)) throw new RangeError(`'${name}' is no name of a process`);
  const calls = [...RECEIVES, ...SENDS];
  return `config = { missing_probes = "error"; }
// Each key is made once: of two processors that make the same at once, one would be lost.
BEGIN { @on = (uint64)0;
${calls.flatMap((call) => [CLIENT_END, DAEMON_END].map((end) => zeroes(end, call))).join('\n')}
}
END { clear(@on); clear(@end); clear(@port); clear(@asked); clear(@inside); }
tracepoint:sched:sched_process_exec /pid == cpid/ { print("${READY}"); }
tracepoint:syscalls:sys_enter_getppid /comm == "${name}"/ { @on = 1 - @on; }
${askedProbes('connect', name, AF_UNIX, '@end[(uint64)$sock] = (uint64)1; @end[(uint64)((struct unix_sock *)$sock)->peer] = (uint64)2;')}
${askedProbes('bind', name, AF_INET, '@port[(uint64)$sock->__sk_common.skc_num] = (uint64)1;')}
${calls.map(countedProbes).join('\n')}
`;
}

const zeroes = (end: number, call: string): string =>
  ['calls', 'failed', 'bytes']
    .map((map) => `  @${map}[(uint64)${end}, "${call}"] = sum((uint64)0);`)
    .join('');

/** Sets `$sock` to the one behind a descriptor of this process. */
const sockOf = (descriptor: string): string =>
  `$file = (struct file *)*(curtask->files->fdt->fd + ${descriptor});
  $sock = ((struct socket *)$file->private_data)->sk;`;

/** A call by which the client's socket becomes known. */
function askedProbes(call: string, name: string, family: number, known: string): string {
  return `tracepoint:syscalls:sys_enter_${call} /comm == "${name}"/ { @asked[tid] = (uint64)args.fd + 1; }
tracepoint:syscalls:sys_exit_${call} /@asked[tid] != 0/ {
  ${sockOf('(@asked[tid] - 1)')}
  if (args.ret == 0 && $sock->__sk_common.skc_family == ${family}) { ${known} }
  delete(@asked, tid);
}`;
}

function countedProbes(call: string): string {
  const key = `[@inside[tid], "${call}"]`;
  return `tracepoint:syscalls:sys_enter_${call} /@on == 1/ {
  if ((uint64)args.fd < (uint64)curtask->files->fdt->max_fds) {
  ${sockOf('args.fd')}
  if (($file->f_inode->i_mode & ${S_IFMT}) == ${S_IFSOCK}) {
    $end = (uint64)0;
    $family = $sock->__sk_common.skc_family;
    if ($family == ${AF_UNIX}) { $end = @end[(uint64)$sock]; }
    if ($family == ${AF_INET}) {
      if (@port[(uint64)$sock->__sk_common.skc_num] == 1) { $end = ${CLIENT_END}; }
      if (@port[(uint64)bswap($sock->__sk_common.skc_dport)] == 1) { $end = ${DAEMON_END}; }
    }
    if ($end != 0) { @inside[tid] = $end; }
  } }
}
tracepoint:syscalls:sys_exit_${call} /@inside[tid] != 0/ {
  @calls${key} = sum((uint64)1);
  if (args.ret > 0) { @bytes${key} = sum((uint64)args.ret); }
  if (args.ret < 0) { @failed${key} = sum((uint64)1); }
  delete(@inside, tid);
}`;
}
