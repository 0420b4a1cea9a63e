/**
 * A mark is a do-nothing command on the master whose execve shows in the trace: it tells, in the
 * trace's own time, where the workload begins and ends, and that the tracer sees the cluster.
 */
export const MARK = 'ganeti-perf-mark';

/** @param nonce of this trace; a process on a node cannot guess it */
export const markCommand = (nonce: string, label: string): string[] => [
  '/bin/true',
  MARK,
  nonce,
  label,
];
