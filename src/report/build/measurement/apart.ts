import type { MetricComparison } from '../../../model/comparison.ts';
import { FOLLOWS_ATTEMPTS } from '../../../model/contended.ts';
import { natureOf } from '../../../model/nature.ts';
import { familyOf, INFORMATIVE_FAMILIES, type MetricKey } from '../../../model/metric.ts';

/** Processor and wall-clock time: of a machine as much as of Ganeti. */
export const isTime = (key: MetricKey): boolean => INFORMATIVE_FAMILIES.has(familyOf(key));

/** What follows how fast a machine is, as what was done only because something else was not ready. */
export const isWaiting = (key: MetricKey): boolean => natureOf(key) === 'waiting';

/** What abandoned attempts disturb is memory, and decides as such wherever there are none. */
const isDisturbed = ({ key, gates, before }: Apart): boolean =>
  FOLLOWS_ATTEMPTS.has(key) && !gates && before !== null;

/** What was done for nothing, or not at all were all else ready: no part of a sum of work. */
export const isInVain = (key: MetricKey): boolean => familyOf(key) === 'waiting';

/**
 * Whether a metric has its place in a section of its own, and is neither a change nor among those that
 * are counted: times always, waiting where it decides nothing.
 */
export const standsApart = (metric: Apart): boolean =>
  isTime(metric.key) || (isWaiting(metric.key) && !metric.gates) || isDisturbed(metric);

type Apart = Pick<MetricComparison, 'key' | 'gates' | 'before'>;
