/** Sets `$n` to the number of the node that a process is of; what follows is done for those only. */
export const IN_NODE =
  '$n = @node[(uint64)curtask->nsproxy->pid_ns_for_children->ns.inum]; if ($n != 0)';

/** Prints an event with its number, below {@link IN_NODE}: each processor numbers its own. */
export const emit = (name: string, ...fields: string[]): string =>
  '$number = @next[cpu]; @next[cpu] = $number + 1; ' +
  `print((${[`"${name}"`, 'nsecs', '$n', 'pid', 'tid', 'cpu', '$number', ...fields].join(', ')}));`;
