import type { MetricKey, Unit } from './metric.ts';

/**
 * What a metric measures.
 *
 * - `work`: what the commands ask for. The same Ganeti doing the same thing gives the same number on
 *   any machine, so these decide a verdict.
 * - `waiting`: what was done because something else was not ready yet: polls, retries, attempts that
 *   were given up, and writes that are put together when they come close to each other. It follows how
 *   fast the machine is, so it decides only between two sides that were measured on the same machine in
 *   turns.
 * - `machine`: time and memory. Memory decides, with a band; times are shown.
 */
export const NATURES = ['work', 'waiting', 'machine'] as const;
export type Nature = (typeof NATURES)[number];

/**
 * The nature of every metric that is not `work`, and why it is not; the first line that fits counts.
 * `*` stands for one segment or a part of it, `/**` for any rest.
 */
export const NATURE_TABLE: readonly {
  readonly pattern: string;
  readonly nature: Exclude<Nature, 'work'>;
  readonly why: string;
}[] = [
  {
    pattern: 'waiting/**',
    nature: 'waiting',
    why: 'done only because something else was not ready: see docs/numbers.md',
  },
  {
    pattern: 'config/**',
    nature: 'waiting',
    why: 'wconfd writes the configuration once for all changes that arrive while it writes',
  },
  {
    pattern: 'locks/**',
    nature: 'waiting',
    why: 'wconfd writes the lock file once for all changes that arrive while it writes',
  },
  {
    pattern: 'fsync/ganeti-wconfd',
    nature: 'waiting',
    why: 'follows the writes of wconfd, which are put together',
  },
  {
    pattern: 'rpc/node/upload_file_single',
    nature: 'waiting',
    why: 'follows the writes of the configuration, which are put together',
  },
  {
    pattern: 'rpc/node/write_ssconf_files',
    nature: 'waiting',
    why: 'follows the writes of the configuration, which are put together',
  },
  {
    pattern: 'traffic/**',
    nature: 'waiting',
    why: 'requests that are repeated until something is ready are part of it, and a reader gets what is there',
  },
  {
    pattern: 'sleep/sshd/**',
    nature: 'waiting',
    why: 'OpenSSH stretches every attempt to log in to a least time, and sleeps for what is left of it',
  },
  {
    pattern: 'heap/ganeti-mond/**',
    nature: 'waiting',
    why: 'mond works periodically, so it holds more the longer a workload takes',
  },
  {
    pattern: 'heap/confd/sampled/max-live',
    nature: 'machine',
    why: 'the allocator and the collector round and time as they like',
  },
  {
    pattern: 'heap/confd/**',
    nature: 'waiting',
    why: 'confd makes a few collections on each node, and reads the configuration as often as writes of it are apart',
  },
  {
    pattern: 'heap/**',
    nature: 'machine',
    why: 'the allocator and the collector round and time as they like',
  },
  {
    pattern: 'probe/*/*/allocated',
    nature: 'machine',
    why: 'a runtime tells what was allocated at its collections only, and what it does for itself is part of it',
  },
  {
    pattern: 'probe/*/*/calls/**',
    nature: 'machine',
    why: 'in how many parts a message is sent and received follows how fast the other end is',
  },
  { pattern: 'latency/**', nature: 'machine', why: 'measures the machine' },
  { pattern: 'cpu/**', nature: 'machine', why: 'measures the machine' },
  { pattern: 'wall/**', nature: 'machine', why: 'measures the machine' },
];

/** Why even `work` is not exact, where its unit forbids it. */
const UNIT_REASONS: Partial<Record<Unit, string>> = {
  seconds: 'a time',
  bytes: 'files hold timestamps whose digits vary',
};

const RULES = NATURE_TABLE.map((line) => ({ ...line, matches: globToRegExp(line.pattern) }));

export function natureOf(key: MetricKey): Nature {
  return ruleOf(key)?.nature ?? 'work';
}

/**
 * Why a metric is never taken as exact, even when every repeat agreed: a handful of equal repeats is
 * luck there, not a law. Undefined where equal repeats may be taken as exact.
 */
export function noisyReason(key: MetricKey, unit: Unit): string | undefined {
  return ruleOf(key)?.why ?? UNIT_REASONS[unit];
}

const ruleOf = (key: MetricKey) => RULES.find(({ matches }) => matches.test(key));

function globToRegExp(pattern: string): RegExp {
  const source = pattern.replace(/\/\*\*$|\*|[.+=]/g, (token) => {
    if (token === '/**') return '(?:/.*)?';
    return token === '*' ? '[^/]*' : `\\${token}`;
  });
  return new RegExp(`^${source}$`);
}
