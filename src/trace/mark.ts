/**
 * A mark is a do-nothing command on the master whose execve shows in the trace: it tells, in the
 * trace's own time, where the workload begins and ends, and that the tracer sees the cluster.
 */
export const MARK = 'ganeti-perf-mark';

/**
 * The shell tells the time right before it becomes the command: so the trace's time and that of
 * Ganeti's files are known together, to within some tens of microseconds.
 *
 * @param nonce of this trace; a process on a node cannot guess it
 */
export const markCommand = (nonce: string, label: string): string[] => [
  '/bin/bash',
  '-c',
  `exec /bin/true ${MARK} "$1" "$2" "\${EPOCHREALTIME/[.,]/}"`,
  'mark',
  nonce,
  label,
];
