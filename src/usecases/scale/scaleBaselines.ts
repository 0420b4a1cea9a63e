import {
  readBaselines,
  readAcceptedBaselines,
  selectorOf,
  writeBaseline,
} from '../../results/baselineFiles.ts';
import type { Testbed } from '../../measure/testbed.ts';
import { acceptGrowth, type AcceptedFormula } from '../../growth/accept.ts';
import { configurationOf } from '../../model/environment.ts';
import { sizeOnly, type Size } from '../../model/formula.ts';
import type { Baseline, ReferenceBaseline } from '../../model/baseline.ts';
import type { Growth } from '../../model/growth.ts';
import { usageError } from '../../platform/errors.ts';
import { refreshCommand } from '../../report/build/comparison/remedies.ts';

/** A baseline that holds formulas now, and what that changed. */
export interface Accepted {
  readonly workload: string;
  readonly path: string;
  readonly formulas: readonly AcceptedFormula[];
  readonly baseline: Baseline;
}

/**
 * What to hold the growth of each workload against: the baseline of the smallest measured size that
 * has one, or else what the formulas of another size say. A workload without either is left out.
 *
 * @param sizes rising
 */
export async function scaleBaselines(
  folder: string,
  facts: Testbed['facts'],
  sizes: readonly Size[],
  workloads: readonly string[],
): Promise<Map<string, ReferenceBaseline>> {
  const selector = selectorOf(facts);
  const found = new Map<string, ReferenceBaseline>();
  for (const size of sizes) {
    const others = workloads.filter((name) => !found.has(name));
    const cluster = {
      ...configurationOf(selector.cluster),
      diskTemplate: selector.cluster.diskTemplate,
      ...sizeOnly(size),
    };
    const at = { ...selector, cluster };
    for (const [name, baseline] of await readAcceptedBaselines(folder, at, others)) {
      found.set(name, baseline);
    }
  }
  const others = workloads.filter((name) => !found.has(name));
  for (const [name, derived] of await readBaselines(folder, selector, others)) {
    found.set(name, derived);
  }
  return found;
}

/**
 * Formulas are written into baselines that are there.
 *
 * @throws PerfError (exit 2) that names the command which makes those that are missing
 */
export function requireBaselines(
  baselines: ReadonlyMap<string, ReferenceBaseline>,
  workloads: readonly string[],
  facts: Testbed['facts'],
): void {
  const missing = workloads.filter(
    (name) => baselines.get(name)?.derivedFrom !== undefined || !baselines.has(name),
  );
  if (missing.length === 0) return;
  const about = {
    cluster: facts.cluster,
    ganeti: facts.ganeti,
    overlaid: Object.hasOwn(facts.environment, 'overlay'),
  };
  throw usageError(
    `--accept writes formulas into baselines, and ${missing.join(', ')} has none at any of these ` +
      `sizes; make it first: ${refreshCommand(missing, about)}`,
  );
}

/** Writes the formulas that were found into the baselines, and gives back those baselines. */
export async function writeFormulas(
  folder: string,
  { workloads }: Growth,
  baselines: ReadonlyMap<string, ReferenceBaseline>,
): Promise<Accepted[]> {
  const written: Accepted[] = [];
  for (const workload of workloads) {
    const before = baselines.get(workload.name);
    if (!before || before.derivedFrom) continue;
    const { baseline, accepted: formulas } = acceptGrowth(before, workload);
    const path = await writeBaseline(folder, baseline);
    written.push({ workload: workload.name, path, formulas, baseline });
  }
  return written;
}
