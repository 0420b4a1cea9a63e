import { MARK, NODE, NUMBER_DIGITS } from './mark.ts';

export interface ProgramTarget {
  /** Which commands outside the nodes are taken for what tells of a node; see mark.ts. */
  readonly nonce: string;
  /** Paths, as the tracer sees them, of the two libraries that every node's image shares. */
  readonly libcurl: string;
  readonly libssl: string;
  /** Whether the kernel has `sock:sock_send_length` and `sock:sock_recv_length`: from 6.3 on. */
  readonly hasSocketLengths: boolean;
  /** Whether there is a system call `rename`: not on arm64, where `renameat` and `renameat2` do all of it. */
  readonly hasRename: boolean;
}

/** Bytes kept of any string; the longest that matters is a RunCmd line with ssh's options. */
const STRING = 256;
/** `execve` keeps this many arguments. */
export const ARGUMENTS = 6;
/** Pages of each CPU's buffer: at 4 KiB they hold a burst of some ten thousand events. */
const BUFFER_PAGES = 8192;
/**
 * Sleeps of 50 ms and more are counted. The deadline that a program names is computed a little before
 * its call, so up to 10 ms of them are gone; see sleep.ts. Shorter ones are the polling of runtimes.
 */
const LONG_SLEEP_NS = 40_000_000;
/** linux/time.h: the time given is a moment of the clock, as Python's time.sleep gives it. */
const TIMER_ABSTIME = 1;
/** `CURLOPT_URL`, from curl's curl.h (CURLOPTTYPE_STRINGPOINT + 2). */
const CURLOPT_URL = 10002;
/** linux/socket.h and errno.h. */
const AF_UNIX = 1;
const AF_INET = 2;
const MSG_PEEK = 2;
const EINPROGRESS = 115;
/** linux/fs.h and stat.h: a file that was opened for writing, and one that is no pipe, socket or device. */
const FMODE_WRITE = 2;
const S_IFMT = 0xf000;
const S_IFREG = 0x8000;
/** Bytes kept of the name of a file, and of its folder's: Ganeti's are shorter. */
const NAME = 96;
/** Of a `struct sock`: the other end's address, as the bytes stand in memory, and its port. */
const peerOf = (sock: string): string =>
  `(uint64)${sock}->__sk_common.skc_daddr, (uint64)bswap(${sock}->__sk_common.skc_dport)`;
const PEER_ADDRESS = peerOf('$socket->sk');

/** Of Ganeti's messages over local sockets, whichever form their JSON has: LUXI_EOM of its constants. */
const END_OF_MESSAGE = 3;
/** An idle local socket takes as much in one call. */
const LARGEST_SEND = 65_536;

/** Ganeti's confd, from its constants (DEFAULT_CONFD_PORT). */
const CONFD_PORT = 1814;

/**
 * The bpftrace program (for bpftrace 0.23 with `-f json`) that sees the nodes it is told of, and
 * nothing else. It prints one tuple per event, `(name, nanoseconds, node, pid, tid, cpu, number, ...)`;
 * rawEvent.ts reads them. Each processor numbers its own, so a number that does not arrive tells what is
 * missing; at every mark it prints how far each has got, as completeness.ts needs it.
 *
 * A system call's probe runs for every process of the machine, most often for nothing: so each asks
 * first for what is cheap and rare, then whether the process is a node's, and copies strings last.
 */
export function traceProgram({
  nonce,
  libcurl,
  libssl,
  hasSocketLengths,
  hasRename,
}: ProgramTarget): string {
  const inNode = '$n = @node[(uint64)curtask->nsproxy->pid_ns_for_children->ns.inum]; if ($n != 0)';
  const emit = (name: string, ...fields: string[]): string =>
    '$number = @next[cpu]; @next[cpu] = $number + 1; ' +
    `print((${[`"${name}"`, 'nsecs', '$n', 'pid', 'tid', 'cpu', '$number', ...fields].join(', ')}));`;

  return `config = {
  max_strlen = ${STRING}; perf_rb_pages = ${BUFFER_PAGES}; max_map_keys = 65536;
  missing_probes = "error";
}
BEGIN { @node[(uint64)0] = (uint64)0; }
END {
  clear(@node); clear(@next); clear(@rename); clear(@buffer); clear(@length); clear(@peer);
  clear(@connecting);${hasSocketLengths ? ' clear(@calls); clear(@bytes);' : ''}
}

// ---- processes ----
tracepoint:task:task_newtask { ${inNode} {
  ${emit('fork', 'args.pid', 'args.clone_flags', 'comm')}
} }
${['execve', 'execveat'].map((call) => execveProbe(call, nonce, inNode, emit, hasSocketLengths)).join('\n')}
tracepoint:sched:sched_process_exec { ${inNode} {
  ${emit('exec', 'args.old_pid', 'curtask->signal->maxrss')}
} }
// The last thread of a process: only then is the peak of the whole process written down.
tracepoint:sched:sched_process_exit /curtask->signal->live.counter == 0/ { ${inNode} {
  ${emit('exit', 'curtask->signal->maxrss', 'curtask->signal->sum_sched_runtime + curtask->se.sum_exec_runtime')}
} }

// ---- luxi and wconfd: one call per request; the peer's address tells the channel ----
${requestProbe('sys_enter_sendto', 'args.buff', inNode, emit)}
${requestProbe('sys_enter_write', 'args.buf', inNode, emit)}

${hasSocketLengths ? (['send', 'recv'] as const).map((call) => trafficProbe(call, inNode)).join('\n') : ''}

// ---- confd: datagrams to its port ----
tracepoint:syscalls:sys_enter_sendto /args.addr != 0/ { ${inNode} {
  $port = *((uint8 *)args.addr + 2) * 256 + *((uint8 *)args.addr + 3);
  if ($port == ${CONFD_PORT} && strncmp(str(args.buff, 5), "plj0", 4) == 0) {
    ${emit('confd', 'str(args.buff)')}
  }
} }

// ---- node RPCs: at the caller, and at the node daemon that serves them; RAPI's requests ----
uprobe:${libcurl}:curl_easy_setopt /arg1 == ${CURLOPT_URL}/ { ${inNode} {
  ${emit('curl', 'str(uptr(arg2))')}
} }
${['SSL_read', 'SSL_read_ex'].map((call) => readProbe(call, libssl, inNode)).join('\n')}
// What it reads it reads from the socket, so the other end's address is that of the RPC's caller.
tracepoint:tcp:tcp_rcv_space_adjust /@buffer[tid] != 0/ {
  $socket = (struct sock *)args.skaddr;
  @peer[tid] = (${peerOf('$socket')});
}
${servedProbe('SSL_read', libssl, '(int32)retval', inNode, emit)}
${servedProbe('SSL_read_ex', libssl, '(int32)retval * (int32)*(uint64*)uptr(@length[tid])', inNode, emit)}

// ---- connections: their addresses and ports join the two ends, of node RPCs and of ssh ----
tracepoint:syscalls:sys_enter_connect { ${inNode} { @connecting[tid] = (uint64)args.fd + 1; } }
tracepoint:syscalls:sys_exit_connect /@connecting[tid] != 0/ { ${inNode} {
  if (args.ret == 0 || args.ret == ${-EINPROGRESS}) {
${socketOf('@connecting[tid] - 1')}
    if ($socket->sk->__sk_common.skc_family == ${AF_INET}) {
      ${emit('connect', '(uint64)$socket->sk->__sk_common.skc_num', PEER_ADDRESS)}
    }
  }
} delete(@connecting, tid); }
${['accept', 'accept4'].map((call) => acceptProbe(call, inNode, emit)).join('\n')}

// ---- files: how large they are when they were written, then renamed into place ----
// Programs close descriptors that they do not have: behind the end of the table is other memory.
tracepoint:syscalls:sys_enter_close {
  if ((uint64)args.fd < curtask->files->fdt->max_fds) {
${fileOf('args.fd')}
    if (($file->f_mode & ${FMODE_WRITE}) != 0) {
      $inode = $file->f_inode;
      if (($inode->i_mode & ${S_IFMT}) == ${S_IFREG}) { ${inNode} {
        ${emit('file', ...FILE)}
      } }
    }
  }
}
${[...(hasRename ? ['rename'] : []), 'renameat', 'renameat2'].map((call) => renameProbes(call, inNode, emit)).join('\n')}

// ---- waiting ----
${['fsync', 'fdatasync'].map((call) => fsyncProbe(call, inNode, emit)).join('\n')}
// glibc has no other sleep since 2.31, and nanosleep is what Go's runtime calls thousands of times.
tracepoint:syscalls:sys_enter_clock_nanosleep { ${inNode} {
  $ns = (int64)args.rqtp->tv_sec * 1000000000 + (int64)args.rqtp->tv_nsec;
  $deadline = (int64)0;
  if ((args.flags & ${TIMER_ABSTIME}) != 0) { $deadline = $ns; $ns -= (int64)nsecs(monotonic); }
  if ($ns > ${LONG_SLEEP_NS}) { ${emit('sleep', '$ns', '$deadline')} }
} }
`;
}

type Emit = (name: string, ...fields: string[]) => string;

/** Reads argv[0..] one after the other, never past its NULL. */
function argumentLines(argv: string): string {
  const lines = [`  $v = ${argv}; $more = 1;`];
  for (let i = 0; i < ARGUMENTS; i++) {
    lines.push(
      `  $a${i} = ""; if ($more == 1) { $p = *($v + ${i}); if ($p != 0) { $a${i} = str($p); } else { $more = 0; } }`,
    );
  }
  return lines.join('\n');
}

const argumentNames = (): string[] => Array.from({ length: ARGUMENTS }, (_, i) => `$a${i}`);

/**
 * What is executed. Before a mark it tells what went over each local socket so far, and how many numbers each processor has given, so that when the
 * mark has arrived, these have too: all processors write into one buffer, in the order of time.
 */
function execveProbe(
  call: string,
  nonce: string,
  inNode: string,
  emit: Emit,
  tellsTraffic: boolean,
): string {
  const told = ['$of.0.0', '$of.0.1', '$of.0.2', '(uint64)$of.1', '(uint64)@bytes[$of.0]'];
  const traffic = `    for ($of : @calls) { ${emit('traffic', ...told)} }\n`;
  return `tracepoint:syscalls:sys_enter_${call} { ${inNode} {
${argumentLines('args.argv')}
  if ($a1 == "${MARK}") {
${tellsTraffic ? traffic : ''}    for ($processor : @next) { print(("numbered", pid, $processor.0, $processor.1)); }
  }
  ${emit('execve', 'str(args.filename)', ...argumentNames())}
} else if (comm == "${NODE.comm}") {
${toldNode(nonce)}
} }`;
}

/** Outside the nodes: takes up what nodeCommand says, the inode of a PID namespace and its number. */
function toldNode(nonce: string): string {
  const numberAt = (name: string, place: number): string =>
    `      $${name} = (uint64)0; $digit = (uint64)*($v + ${place}); ` +
    `unroll(${NUMBER_DIGITS}) { $${name} = $${name} * 10 + (uint64)*uptr((uint8 *)$digit) - ${'0'.charCodeAt(0)}; $digit += 1; }`;
  return `  $v = args.argv; $first = *($v + 1);
  if ($first != 0 && strncmp(str($first, 64), "${NODE.word}", ${NODE.word.length}) == 0) {
    if (strncmp(str(*($v + 2), 64), "${nonce}", ${nonce.length}) == 0) {
${numberAt('inode', 3)}
${numberAt('number', 4)}
      @node[$inode] = $number;
    }
  }`;
}

/** Sets `$file` to the one behind a descriptor of this process. */
const fileOf = (descriptor: string): string =>
  `  $file = *(curtask->files->fdt->fd + ${descriptor});`;

/** Of `$file` and its `$inode`: bytes, name, and the name of its folder. */
const FILE = [
  '(uint64)$inode->i_size',
  `str($file->f_path.dentry->d_name.name, ${NAME})`,
  `str($file->f_path.dentry->d_parent->d_name.name, ${NAME})`,
];

/** A file may be renamed before it is closed, but not before it was synchronized. */
function fsyncProbe(call: string, inNode: string, emit: Emit): string {
  return `tracepoint:syscalls:sys_enter_${call} { ${inNode} { if ((uint64)args.fd < curtask->files->fdt->max_fds) {
${fileOf('args.fd')}
  $inode = $file->f_inode;
  ${emit('fsync', ...FILE)}
} } }`;
}

/** Sets `$socket` to the one behind a descriptor of this process. */
const socketOf = (descriptor: string): string =>
  `${fileOf(descriptor)}
  $socket = (struct socket *)$file->private_data;`;

/**
 * A request begins with `{"method"`, a reply with `{"success"`. The other end of a request's socket
 * is the daemon's, whose address (after refcnt, len and sun_family of struct unix_address: 10 bytes)
 * is the path it listens on. The two ends' places in memory join a reply with its request; without
 * their upper 16 bits, which are the same in all of the kernel's, they fit a JSON number.
 */
function requestProbe(call: string, buffer: string, inNode: string, emit: Emit): string {
  const ends = ['$socket->sk', '$peer'].map((end) => `(uint64)${end} & 0xffffffffffff`);
  const length = buffer === 'args.buf' ? 'args.count' : 'args.len';
  return `tracepoint:syscalls:${call} /${length} > 9 && *(uint8 *)${buffer} == ${'{'.charCodeAt(0)}/ { ${inNode} {
  $start = str(${buffer}, 10);
  $request = strncmp($start, "{\\"method\\"", 9) == 0;
  if ($request || strncmp($start, "{\\"success\\"", 9) == 0) {
${socketOf('args.fd')}
    $peer = ((struct unix_sock *)$socket->sk)->peer;
    if ($request) {
      $address = ((struct unix_sock *)$peer)->addr;
      $whole = ${length} <= ${LARGEST_SEND} && *uptr((uint8 *)((uint64)${buffer} + (uint64)${length} - 1)) == ${END_OF_MESSAGE};
      ${emit('request', ...ends, `str(${buffer}, 200)`, 'str(kptr((uint8 *)((uint64)$address + 10)), 108)', '$whole')}
    } else {
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
function trafficProbe(call: 'send' | 'recv', inNode: string): string {
  const path = 'str(kptr((uint8 *)($address + 10)), 64)';
  const key = `$daemon, (uint64)${call === 'send' ? 0 : 1}, ${path}`;
  return `tracepoint:sock:sock_${call}_length /args.family == ${AF_UNIX} && (args.flags & ${MSG_PEEK}) == 0 && args.ret >= 0/ { ${inNode} {
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

const readProbe = (call: string, libssl: string, inNode: string): string =>
  `uprobe:${libssl}:${call} { ${inNode} { @buffer[tid] = arg1; @length[tid] = arg3; } }`;

/** How a request begins: to a node daemon by `POST`, to RAPI by any of them. */
const METHODS = ['POST ', 'GET /', 'PUT /', 'DELET'] as const;

/** A request that a daemon has read, which began it: Python's ssl module reads with the second call. */
function servedProbe(
  call: string,
  libssl: string,
  bytes: string,
  inNode: string,
  emit: Emit,
): string {
  return `uretprobe:${libssl}:${call} /@buffer[tid] != 0/ { ${inNode} {
  $start = str(uptr(@buffer[tid]), 6);
  if (${bytes} > 5 && (${METHODS.map((method) => `strncmp($start, "${method}", 5) == 0`).join(' || ')})) {
    ${emit('served', 'str(uptr(@buffer[tid]), 120)', '@peer[tid].0', '@peer[tid].1')}
  }
}
  delete(@buffer, tid);
  if (has_key(@length, tid)) { delete(@length, tid); }
  // None where the library had it all in its own buffer. bpftrace reports a key that cannot be deleted.
  if (has_key(@peer, tid)) { delete(@peer, tid); }
}`;
}

function acceptProbe(call: string, inNode: string, emit: Emit): string {
  return `tracepoint:syscalls:sys_exit_${call} /args.ret >= 0/ { ${inNode} {
${socketOf('args.ret')}
  if ($socket->sk->__sk_common.skc_family == ${AF_INET}) { ${emit('accept', PEER_ADDRESS)} }
} }`;
}

function renameProbes(call: string, inNode: string, emit: Emit): string {
  return `tracepoint:syscalls:sys_enter_${call} { ${inNode} { @rename[tid] = (str(args.oldname), str(args.newname)); } }
tracepoint:syscalls:sys_exit_${call} /has_key(@rename, tid)/ { ${inNode} {
  if (args.ret == 0) { ${emit('rename', '@rename[tid].0', '@rename[tid].1')} }
} delete(@rename, tid); }`;
}
