export interface ProgramTarget {
  /** Per node: its number, and the inode of its PID namespace, which tells its processes. */
  readonly nodes: readonly { readonly index: number; readonly pidNamespace: number }[];
  /** Paths, as the tracer sees them, of the two libraries that every node's image shares. */
  readonly libcurl: string;
  readonly libssl: string;
}

/** Bytes kept of any string; the longest that matters is a RunCmd line with ssh's options. */
const STRING = 256;
/** `execve` keeps this many arguments. */
export const ARGUMENTS = 6;
/** Pages of each CPU's buffer: at 4 KiB they hold a burst of some ten thousand events. */
const BUFFER_PAGES = 8192;
/** Sleeps under 0.1 s are the polling of language runtimes, not a decision of Ganeti's. */
const LONG_SLEEP_NS = 100_000_000;
/** linux/time.h: the time given is a moment of the clock, as Python's time.sleep gives it. */
const TIMER_ABSTIME = 1;
/** `CURLOPT_URL`, from curl's curl.h (CURLOPTTYPE_STRINGPOINT + 2). */
const CURLOPT_URL = 10002;
/** linux/socket.h and errno.h. */
const AF_INET = 2;
const EINPROGRESS = 115;
/** Of `$socket`: the other end's address, as the bytes stand in memory, and its port. */
const PEER_ADDRESS =
  '(uint64)$socket->sk->__sk_common.skc_daddr, ' +
  '(uint64)bswap($socket->sk->__sk_common.skc_dport)';

/** Ganeti's confd, from its constants (DEFAULT_CONFD_PORT). */
const CONFD_PORT = 1814;

/**
 * The bpftrace program (for bpftrace 0.23 with `-f json`) that sees the nodes of one cluster and
 * nothing else. It prints one tuple per event, `(name, nanoseconds, node, pid, tid, ...)`; rawEvent.ts
 * reads them. `@emitted` counts the tuples in the kernel, so that a lost one shows.
 */
export function traceProgram({ nodes, libcurl, libssl }: ProgramTarget): string {
  const inNode = '$n = @node[(uint64)curtask->nsproxy->pid_ns_for_children->ns.inum]; if ($n != 0)';
  const emit = (name: string, ...fields: string[]): string =>
    `@emitted = count(); print((${[`"${name}"`, 'nsecs', '$n', 'pid', 'tid', ...fields].join(', ')}));`;

  return `config = {
  max_strlen = ${STRING}; perf_rb_pages = ${BUFFER_PAGES}; max_map_keys = 65536;
  missing_probes = "error";
}
BEGIN {
${nodes.map((node) => `  @node[(uint64)${node.pidNamespace}] = (uint64)${node.index};`).join('\n')}
}
END {
  clear(@node); clear(@path); clear(@file); clear(@writing); clear(@rename); clear(@buffer);
  clear(@peer); clear(@connecting);
}

// ---- processes ----
tracepoint:task:task_newtask { ${inNode} {
  ${emit('fork', 'args.pid', 'args.clone_flags', 'comm')}
} }
tracepoint:syscalls:sys_enter_execve { ${inNode} {
${argumentLines('args.argv')}
  ${emit('execve', 'str(args.filename)', ...argumentNames())}
} }
tracepoint:syscalls:sys_enter_execveat { ${inNode} {
${argumentLines('args.argv')}
  ${emit('execve', 'str(args.filename)', ...argumentNames())}
} }
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

// ---- confd: datagrams to its port ----
tracepoint:syscalls:sys_enter_sendto /args.addr != 0/ { ${inNode} {
  $port = *((uint8 *)args.addr + 2) * 256 + *((uint8 *)args.addr + 3);
  if ($port == ${CONFD_PORT} && strncmp(str(args.buff, 5), "plj0", 4) == 0) {
    ${emit('confd', 'str(args.buff)')}
  }
} }

// ---- node RPCs: at the caller, and at the node daemon that serves them ----
uprobe:${libcurl}:curl_easy_setopt /arg1 == ${CURLOPT_URL}/ { ${inNode} {
  ${emit('curl', 'str(uptr(arg2))')}
} }
${['SSL_read', 'SSL_read_ex'].map((call) => readProbe(call, libssl, inNode)).join('\n')}
// What it reads it reads from the socket, so the other end's address is that of the RPC's caller.
tracepoint:syscalls:sys_enter_read /@buffer[tid] != 0/ {
${socketOf('args.fd')}
  @peer[tid] = (${PEER_ADDRESS});
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

// ---- files under /var/lib/ganeti: bytes written, then renamed into place ----
tracepoint:syscalls:sys_enter_openat /(args.flags & 3) != 0/ { ${inNode} {
  if (strncmp(str(args.filename, 17), "/var/lib/ganeti/", 16) == 0) { @path[tid] = str(args.filename); }
} }
tracepoint:syscalls:sys_exit_openat /@path[tid] != ""/ { ${inNode} {
  if (args.ret >= 0) {
    @file[pid, (uint64)args.ret] = 1;
    ${emit('open', '(uint64)args.ret', '@path[tid]')}
  }
} delete(@path, tid); }
tracepoint:syscalls:sys_enter_write /@file[pid, (uint64)args.fd] != 0/ { @writing[tid] = (uint64)args.fd + 1; }
tracepoint:syscalls:sys_exit_write /@writing[tid] != 0/ { ${inNode} {
  if (args.ret > 0) { ${emit('write', '@writing[tid] - 1', '(uint64)args.ret')} }
} delete(@writing, tid); }
tracepoint:syscalls:sys_enter_close /@file[pid, (uint64)args.fd] != 0/ { delete(@file, (pid, (uint64)args.fd)); }
${['rename', 'renameat', 'renameat2'].map((call) => renameProbes(call, inNode, emit)).join('\n')}

// ---- waiting ----
tracepoint:syscalls:sys_enter_fsync { ${inNode} { ${emit('fsync')} } }
tracepoint:syscalls:sys_enter_fdatasync { ${inNode} { ${emit('fsync')} } }
tracepoint:syscalls:sys_enter_nanosleep { ${inNode} {
  $ns = (int64)args.rqtp->tv_sec * 1000000000 + (int64)args.rqtp->tv_nsec;
  if ($ns >= ${LONG_SLEEP_NS}) { ${emit('sleep', '$ns')} }
} }
tracepoint:syscalls:sys_enter_clock_nanosleep { ${inNode} {
  $ns = (int64)args.rqtp->tv_sec * 1000000000 + (int64)args.rqtp->tv_nsec;
  if ((args.flags & ${TIMER_ABSTIME}) != 0) { $ns = $ns - (int64)nsecs; }
  if ($ns >= ${LONG_SLEEP_NS}) { ${emit('sleep', '$ns')} }
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

/** Sets `$socket` to the one behind a descriptor of this process. */
const socketOf = (descriptor: string): string =>
  `  $file = *(curtask->files->fdt->fd + ${descriptor});
  $socket = (struct socket *)$file->private_data;`;

/**
 * A request begins with `{"method"`, a reply with `{"success"`. The other end of a request's socket
 * is the daemon's, whose address (after refcnt, len and sun_family of struct unix_address: 10 bytes)
 * is the path it listens on. The two ends' places in memory join a reply with its request; without
 * their upper 16 bits, which are the same in all of the kernel's, they fit a JSON number.
 */
function requestProbe(call: string, buffer: string, inNode: string, emit: Emit): string {
  const ends = ['$socket->sk', '$peer'].map((end) => `(uint64)${end} & 0xffffffffffff`);
  return `tracepoint:syscalls:${call} { ${inNode} {
  if (args.${buffer === 'args.buf' ? 'count' : 'len'} > 9 && *(uint8 *)${buffer} == ${'{'.charCodeAt(0)}) {
    $start = str(${buffer}, 10);
    $request = strncmp($start, "{\\"method\\"", 9) == 0;
    if ($request || strncmp($start, "{\\"success\\"", 9) == 0) {
${socketOf('args.fd')}
      $peer = ((struct unix_sock *)$socket->sk)->peer;
      if ($request) {
        $address = ((struct unix_sock *)$peer)->addr;
        ${emit('request', ...ends, `str(${buffer}, 200)`, 'str(kptr((uint8 *)((uint64)$address + 10)))')}
      } else {
        ${emit('reply', ...ends, `str(${buffer})`)}
      }
    }
  }
} }`;
}

const readProbe = (call: string, libssl: string, inNode: string): string =>
  `uprobe:${libssl}:${call} { ${inNode} { @buffer[tid] = arg1; @length[tid] = arg3; } }`;

/** A request that a node daemon has read, which began it: Python's ssl module reads with the second call. */
function servedProbe(
  call: string,
  libssl: string,
  bytes: string,
  inNode: string,
  emit: Emit,
): string {
  return `uretprobe:${libssl}:${call} /@buffer[tid] != 0/ { ${inNode} {
  if (${bytes} > 5 && strncmp(str(uptr(@buffer[tid]), 6), "POST ", 5) == 0) {
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
