import { isCounted } from '../../report/build/explain/sentence.ts';
import { splitLabel } from '../../cause/acrossNodes.ts';
import type { MovedBranch } from '../../model/cause.ts';
import { partsOfStep, runsIn } from './ganetiFiles.ts';

/**
 * The changed files that may be why a metric costs more: those that run somewhere on the way to where
 * it rose, from the command line to the process. One file can be named; of several nothing tells
 * which it was. `changed` are paths in Ganeti's source.
 */
export function suspectsOf(branches: readonly MovedBranch[], changed: readonly string[]): string[] {
  const rising = branches.filter(({ before, after }) => after > (before ?? 0));
  const parts = new Set(rising.flatMap(callersOf).flatMap(partsOfStep));
  return changed.filter((file) => runsIn(file, parts));
}

/** An RPC is not made by who serves it. */
function callersOf({ key, path }: MovedBranch): MovedBranch['path'] {
  const last = path.at(-1);
  if (!last || !key.startsWith('rpc/')) return path;
  const { name } = splitLabel(last.label);
  return isCounted({ key }, { kind: last.kind, name }) ? path.slice(0, -1) : path;
}
