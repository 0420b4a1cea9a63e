import type { MetricKey, Unit } from './metric.ts';

/**
 * What is never taken as exact, even when every repeat agreed: a handful of equal repeats is luck
 * there, not a law. One line each; `*` stands for one segment or a part of it, `**` for any rest.
 */
export const NEVER_EXACT: readonly { readonly pattern: string; readonly why: string }[] = [
  { pattern: 'heap/**', why: 'the allocator and the collector round and time as they like' },
  { pattern: 'cpu/**', why: 'measures the machine' },
  { pattern: 'wall', why: 'measures the machine' },
  { pattern: 'rpc/luxi/WaitForJobChange', why: 'a long poll: asked again on every time-out' },
  { pattern: 'rpc/wconfd/hasPendingRequest', why: 'asked again while a lock is contended' },
  { pattern: 'rpc/wconfd/updateLocksWaiting', why: 'asked again while a lock is contended' },
  { pattern: 'rpc/node/upload_file_single', why: 'follows config writes, which are coalesced' },
  { pattern: 'rpc/node/write_ssconf_files', why: 'follows config writes, which are coalesced' },
  { pattern: 'config/**', why: 'writes close to each other are coalesced' },
  { pattern: 'fsync/ganeti-wconfd', why: 'follows its writes, which are coalesced' },
  { pattern: 'locks/**', why: 'writes close to each other are coalesced' },
];

const UNIT_REASONS: Partial<Record<Unit, string>> = {
  seconds: 'a time',
  bytes: 'files hold timestamps whose digits vary',
};

const RULES = NEVER_EXACT.map(({ pattern, why }) => ({ matches: globToRegExp(pattern), why }));

/** Why a metric is noisy by nature; undefined where equal repeats may be taken as exact. */
export function noisyReason(key: MetricKey, unit: Unit): string | undefined {
  return RULES.find(({ matches }) => matches.test(key))?.why ?? UNIT_REASONS[unit];
}

function globToRegExp(pattern: string): RegExp {
  const source = pattern.replace(/\/\*\*$|\*|[.+=]/g, (token) => {
    if (token === '/**') return '(?:/.*)?';
    return token === '*' ? '[^/]*' : `\\${token}`;
  });
  return new RegExp(`^${source}$`);
}
