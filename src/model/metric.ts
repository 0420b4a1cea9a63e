import * as z from 'zod';

/**
 * A metric key is a slash path whose first part names its family, e.g.
 * `execve/ganeti-noded/lvs` or `rpc/node/jobqueue_update`.
 */
export type MetricKey = string;

/** The families of metrics, in the order in which reports show them. */
export const FAMILIES = [
  'execve',
  'rpc',
  'traffic',
  'probe',
  'jobfile',
  'config',
  'locks',
  'heap',
  'sleep',
  'fsync',
  'waiting',
  'latency',
  'cpu',
  'wall',
] as const;
export type Family = (typeof FAMILIES)[number];

/** Families that are shown but never decide the verdict: they measure the machine as much as Ganeti. */
export const INFORMATIVE_FAMILIES: ReadonlySet<Family> = new Set<Family>([
  'latency',
  'cpu',
  'wall',
]);

export const UNITS = ['count', 'bytes', 'seconds'] as const;
export type Unit = (typeof UNITS)[number];

/**
 * Names reach keys from traced processes, which a pull request controls; anything else is replaced
 * by {@link keySegment} before it gets here, so a key that does not match came from a untrusted file.
 */
const SEGMENT = '[A-Za-z0-9_.+:@=-]{1,80}';
export const KEY_PATTERN = new RegExp(`^(?:${FAMILIES.join('|')})(?:/${SEGMENT}){0,4}$`);

export const MetricKeySchema = z.string().max(300).regex(KEY_PATTERN, 'not a metric key');

/** `family` of a valid key; throws a RangeError on a key of no known family. */
export function familyOf(key: MetricKey): Family {
  const head = key.split('/', 1)[0] as Family;
  if (!FAMILIES.includes(head)) throw new RangeError(`metric key '${key}' has no known family`);
  return head;
}

const WAITING = 'waiting/';

/** Attempts at opcodes that were given up; see waiting.ts of src/cause. */
export const ATTEMPTS = {
  count: `${WAITING}attempts/count`,
  seconds: `${WAITING}attempts/seconds`,
} as const satisfies Record<string, MetricKey>;

/** Seconds that somebody held the lock of the configuration; see configLock.ts of src/cause. */
export const CONFIG_LOCK = 'wall/config-lock/seconds' satisfies MetricKey;

/** The key of what was done only because something else was not ready. */
export const waitingKey = (key: MetricKey): MetricKey => `${WAITING}${key}`;

/** What was done, be it work or waiting: `rpc/wconfd/readConfig` of `waiting/rpc/wconfd/readConfig`. */
export function doneKey(key: MetricKey): MetricKey {
  const done = key.slice(WAITING.length);
  return key.startsWith(WAITING) && KEY_PATTERN.test(done) ? done : key;
}

/**
 * The unit that a metric has, which its key decides: a file that says otherwise is none of ours. In the
 * families whose last segment is a name, that name decides nothing: `execve/cli/bytes` is a program.
 */
export function unitOfKey(metric: MetricKey): Unit {
  const key = doneKey(metric);
  const family = familyOf(key);
  const [, , , what] = key.split('/');
  switch (family) {
    case 'execve':
    case 'rpc':
    case 'fsync':
      return 'count';
    case 'heap':
      return 'bytes';
    case 'latency':
    case 'cpu':
    case 'wall':
      return 'seconds';
    case 'probe':
      return what === 'calls' || what === 'requests' ? 'count' : 'bytes';
    case 'jobfile':
    case 'config':
    case 'locks':
    case 'traffic':
    case 'sleep':
    case 'waiting':
      if (key.endsWith('/bytes')) return 'bytes';
      return key.endsWith('/seconds') ? 'seconds' : 'count';
  }
}

/** Whether its values are whole numbers: seconds are not, nor what is a mean over requests. */
export const isWhole = (metric: MetricKey): boolean =>
  unitOfKey(metric) !== 'seconds' && familyOf(doneKey(metric)) !== 'probe';

/**
 * The first value of a record of metrics that its key does not allow: its place below the metric, and what
 * was expected there. `numbers`: those of one metric, by their place.
 */
export function misfit<M extends { readonly unit: Unit }>(
  metrics: Readonly<Record<MetricKey, M>>,
  numbers: (metric: M) => Iterable<readonly [place: readonly (string | number)[], value: number]>,
): { readonly path: readonly (string | number)[]; readonly message: string } | undefined {
  for (const [key, metric] of Object.entries(metrics)) {
    if (!KEY_PATTERN.test(key)) continue;
    const unit = unitOfKey(key);
    if (metric.unit !== unit) return { path: [key, 'unit'], message: `expected "${unit}"` };
    if (!isWhole(key)) continue;
    for (const [place, value] of numbers(metric)) {
      if (!Number.isInteger(value))
        return { path: [key, ...place], message: 'expected a whole number' };
    }
  }
  return undefined;
}

/** Turns any text into one segment of a metric key; never empty. */
export function keySegment(text: string): string {
  const cleaned = text.replace(/[^A-Za-z0-9_.+:@=-]/g, '_').slice(0, 80);
  return cleaned === '' ? '_' : cleaned;
}
