import { fileOf, socketOf } from './descriptor.ts';
import { emit, IN_NODE } from './emit.ts';
import { localSocketProbes } from './localSockets.ts';
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
const AF_INET = 2;
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
tracepoint:task:task_newtask { ${IN_NODE} {
  ${emit('fork', 'args.pid', 'args.clone_flags', 'comm')}
} }
${['execve', 'execveat'].map((call) => execveProbe(call, nonce, hasSocketLengths)).join('\n')}
tracepoint:sched:sched_process_exec { ${IN_NODE} {
  ${emit('exec', 'args.old_pid', 'curtask->signal->maxrss')}
} }
// The last thread of a process: only then is the peak of the whole process written down.
tracepoint:sched:sched_process_exit /curtask->signal->live.counter == 0/ { ${IN_NODE} {
  ${emit('exit', 'curtask->signal->maxrss', 'curtask->signal->sum_sched_runtime + curtask->se.sum_exec_runtime')}
} }

// ---- luxi, wconfd and metad: the peer's address tells the channel ----
${localSocketProbes(hasSocketLengths)}

// ---- confd: datagrams to its port ----
tracepoint:syscalls:sys_enter_sendto /args.addr != 0/ { ${IN_NODE} {
  $port = *((uint8 *)args.addr + 2) * 256 + *((uint8 *)args.addr + 3);
  if ($port == ${CONFD_PORT} && strncmp(str(args.buff, 5), "plj0", 4) == 0) {
    ${emit('confd', 'str(args.buff)')}
  }
} }

// ---- node RPCs: at the caller, and at the node daemon that serves them; RAPI's requests ----
uprobe:${libcurl}:curl_easy_setopt /arg1 == ${CURLOPT_URL}/ { ${IN_NODE} {
  ${emit('curl', 'str(uptr(arg2))')}
} }
${['SSL_read', 'SSL_read_ex'].map((call) => readProbe(call, libssl)).join('\n')}
// What it reads it reads from the socket, so the other end's address is that of the RPC's caller.
tracepoint:tcp:tcp_rcv_space_adjust /@buffer[tid] != 0/ {
  $socket = (struct sock *)args.skaddr;
  @peer[tid] = (${peerOf('$socket')});
}
${servedProbe('SSL_read', libssl, '(int32)retval')}
${servedProbe('SSL_read_ex', libssl, '(int32)retval * (int32)*(uint64*)uptr(@length[tid])')}

// ---- connections: their addresses and ports join the two ends, of node RPCs and of ssh ----
tracepoint:syscalls:sys_enter_connect { ${IN_NODE} { @connecting[tid] = (uint64)args.fd + 1; } }
tracepoint:syscalls:sys_exit_connect /@connecting[tid] != 0/ { ${IN_NODE} {
  if (args.ret == 0 || args.ret == ${-EINPROGRESS}) {
${socketOf('@connecting[tid] - 1')}
    if ($socket->sk->__sk_common.skc_family == ${AF_INET}) {
      ${emit('connect', '(uint64)$socket->sk->__sk_common.skc_num', PEER_ADDRESS)}
    }
  }
} delete(@connecting, tid); }
${['accept', 'accept4'].map((call) => acceptProbe(call)).join('\n')}

// ---- files: how large they are when they were written, then renamed into place ----
// Programs close descriptors that they do not have: behind the end of the table is other memory.
tracepoint:syscalls:sys_enter_close {
  if ((uint64)args.fd < curtask->files->fdt->max_fds) {
${fileOf('args.fd')}
    if (($file->f_mode & ${FMODE_WRITE}) != 0) {
      $inode = $file->f_inode;
      if (($inode->i_mode & ${S_IFMT}) == ${S_IFREG}) { ${IN_NODE} {
        ${emit('file', ...FILE)}
      } }
    }
  }
}
${[...(hasRename ? ['rename'] : []), 'renameat', 'renameat2'].map((call) => renameProbes(call)).join('\n')}

// ---- waiting ----
${['fsync', 'fdatasync'].map((call) => fsyncProbe(call)).join('\n')}
// glibc has no other sleep since 2.31, and nanosleep is what Go's runtime calls thousands of times.
tracepoint:syscalls:sys_enter_clock_nanosleep { ${IN_NODE} {
  $ns = (int64)args.rqtp->tv_sec * 1000000000 + (int64)args.rqtp->tv_nsec;
  $deadline = (int64)0;
  if ((args.flags & ${TIMER_ABSTIME}) != 0) { $deadline = $ns; $ns -= (int64)nsecs(monotonic); }
  if ($ns > ${LONG_SLEEP_NS}) { ${emit('sleep', '$ns', '$deadline')} }
} }
`;
}

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
function execveProbe(call: string, nonce: string, tellsTraffic: boolean): string {
  const told = ['$of.0.0', '$of.0.1', '$of.0.2', '(uint64)$of.1', '(uint64)@bytes[$of.0]'];
  const traffic = `    for ($of : @calls) { ${emit('traffic', ...told)} }\n`;
  return `tracepoint:syscalls:sys_enter_${call} { ${IN_NODE} {
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

/** Of `$file` and its `$inode`: bytes, name, and the name of its folder. */
const FILE = [
  '(uint64)$inode->i_size',
  `str($file->f_path.dentry->d_name.name, ${NAME})`,
  `str($file->f_path.dentry->d_parent->d_name.name, ${NAME})`,
];

/** A file may be renamed before it is closed, but not before it was synchronized. */
function fsyncProbe(call: string): string {
  return `tracepoint:syscalls:sys_enter_${call} { ${IN_NODE} { if ((uint64)args.fd < curtask->files->fdt->max_fds) {
${fileOf('args.fd')}
  $inode = $file->f_inode;
  ${emit('fsync', ...FILE)}
} } }`;
}

const readProbe = (call: string, libssl: string): string =>
  `uprobe:${libssl}:${call} { ${IN_NODE} { @buffer[tid] = arg1; @length[tid] = arg3; } }`;

/** How a request begins: to a node daemon by `POST`, to RAPI by any of them. */
const METHODS = ['POST ', 'GET /', 'PUT /', 'DELET'] as const;

/** A request that a daemon has read, which began it: Python's ssl module reads with the second call. */
function servedProbe(call: string, libssl: string, bytes: string): string {
  return `uretprobe:${libssl}:${call} /@buffer[tid] != 0/ { ${IN_NODE} {
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

function acceptProbe(call: string): string {
  return `tracepoint:syscalls:sys_exit_${call} /args.ret >= 0/ { ${IN_NODE} {
${socketOf('args.ret')}
  if ($socket->sk->__sk_common.skc_family == ${AF_INET}) { ${emit('accept', PEER_ADDRESS)} }
} }`;
}

function renameProbes(call: string): string {
  return `tracepoint:syscalls:sys_enter_${call} { ${IN_NODE} { @rename[tid] = (str(args.oldname), str(args.newname)); } }
tracepoint:syscalls:sys_exit_${call} /has_key(@rename, tid)/ { ${IN_NODE} {
  if (args.ret == 0) { ${emit('rename', '@rename[tid].0', '@rename[tid].1')} }
} delete(@rename, tid); }`;
}
