import { familyOf, INFORMATIVE_FAMILIES, type MetricKey } from '../model/metric.ts';
import { natureOf } from '../model/nature.ts';

/** Whether the growth of a metric may decide: what waits follows the machine, as do times. */
export const decides = (key: MetricKey): boolean =>
  natureOf(key) !== 'waiting' && !INFORMATIVE_FAMILIES.has(familyOf(key));
