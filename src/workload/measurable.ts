import type { ProbeSet } from './probeSet.ts';
import type { Workload } from './schema.ts';

/** What has a name to be measured by: commands that are run, or requests that are sent. */
export type Measurable = Workload | ProbeSet;
