import { randomBytes } from 'node:crypto';
import { WITHOUT_PROXIES } from '../platform/network/proxies.ts';

/** On everything that this project starts, so that `clean` can find all of it. */
export const LABEL = 'ganeti-perf';
/** Names the run that something belongs to. */
export const RUN_LABEL = 'ganeti-perf.run';
/** On a cluster that was kept for a person, as `1`: `cluster down` or `clean` removes it. */
export const KEPT_LABEL = 'ganeti-perf.kept';
/** Names the process that something belongs to: see owner.ts. */
export const OWNER_LABEL = 'ganeti-perf.owner';
/** Names the user of the machine that something was started by. */
export const USER_LABEL = 'ganeti-perf.user';

/** Of all that this user of the machine starts: others' clusters are theirs. By number, as names are not the same in every container. */
export const userLabel = (): string => `${USER_LABEL}=${process.getuid?.() ?? 0}`;

/** Eight hex digits: enough to keep the runs of one machine apart. */
export const newRunId = (): string => randomBytes(4).toString('hex');

/** In the environment of every container's first process, so that it can be found without the engine. */
export const RUN_VARIABLE = 'GANETI_PERF_RUN';

/**
 * Nodes inherit the labels of the cluster that their image was made of, and it may have been kept, or another's: what
 * is not said anew is taken back.
 */
const TAKEN_BACK = [KEPT_LABEL, OWNER_LABEL].map((label) => `${label}=`);

/** What every container of a run is started with. It has no way out, and nodes that ask each other by a proxy reach nobody. */
export const containerOptions = (runId: string, extra: readonly string[]): string[] => [
  ...labels(runId, [...TAKEN_BACK, ...extra]),
  ...[`${RUN_VARIABLE}=${runId}`, ...WITHOUT_PROXIES].flatMap((entry) => ['--env', entry]),
];

/** `--label` arguments for everything of one run. */
export const labels = (runId: string, extra: readonly string[] = []): string[] =>
  [`${LABEL}=1`, userLabel(), `${RUN_LABEL}=${runId}`, ...extra].flatMap((label) => [
    '--label',
    label,
  ]);
