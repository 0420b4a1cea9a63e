import { ARGUMENTS } from '../trace/program/traceProgram.ts';
import { basename } from '../trace/events/processes.ts';

/**
 * A command line as it reads in the tree: `gnt-instance reboot <instance>`, so that the same done to
 * many instances is one branch.
 */
export function commandLabel(argv: readonly string[], instances: ReadonlySet<string>): string {
  const [program = '', ...words] = argv;
  const named = words.map((word) => (instances.has(word) ? '<instance>' : word));
  // The trace keeps no more arguments than these.
  return [basename(program), ...named, ...(argv.length < ARGUMENTS ? [] : ['…'])].join(' ');
}

export function jobLabel(opcodes: readonly string[] | undefined): string {
  const [only, second] = opcodes ?? [];
  if (only === undefined) return 'job';
  return second === undefined ? `job ${only}` : `job of ${opcodes?.length} opcodes`;
}
