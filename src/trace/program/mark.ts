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

/** How a command that tells the tracer of a node is known; `comm` is that of the shell it is run by. */
export const NODE = { comm: 'sh', word: 'ganeti-perf-node' } as const;
/** Numbers are filled up with zeros: the tracer reads them digit by digit. Inodes have ten. */
export const NUMBER_DIGITS = 12;

/**
 * Run beside the tracer and not on a node, it makes the tracer take the processes of a PID namespace for
 * those of the node with this number, or for nobody's with 0. Of each a do-nothing command is executed, which
 * the tracer sees.
 *
 * @param nodes inodes of PID namespaces, and the numbers of nodes
 */
export function nodeCommand(
  nonce: string,
  nodes: readonly { readonly pidNamespace: number; readonly number: number }[],
): string[] {
  const digits = (value: number): string => String(value).padStart(NUMBER_DIGITS, '0');
  const each = nodes.flatMap((n) => [digits(n.pidNamespace), digits(n.number)]);
  const script =
    'n=$1; shift; while [ $# -gt 0 ]; do ' +
    `/bin/true ${NODE.word} "$n" "$1" "$2" || exit 1; shift 2; done`;
  return ['sh', '-c', script, 'sh', nonce, ...each];
}
