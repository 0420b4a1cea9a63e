import type { Comparison } from '../model/comparison.ts';
import type { Growth } from '../model/growth.ts';
import { isWorse } from './judgeGrowth.ts';

/**
 * What measured growth comes to, in the words of a comparison. A size that could not be measured is
 * never a pass, and nothing to compare with is neutral.
 */
export function growthVerdict({ workloads, failures }: Growth): Comparison['verdict'] {
  const counted = workloads.some(({ metrics }) => Object.keys(metrics).length > 0);
  if (workloads.some(({ changes }) => changes.some(isWorse))) return 'regression';
  if (!counted || failures.length > 0) return 'invalid';
  return workloads.some(({ judged }) => judged > 0) ? 'pass' : 'neutral';
}
