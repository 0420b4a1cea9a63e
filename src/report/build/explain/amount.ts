import {
  CONFIG_LOCK,
  doneKey,
  familyOf,
  unitOfKey,
  type MetricKey,
} from '../../../model/metric.ts';
import { formatDifference, formatValue, plural } from '../../../text/format.ts';

/**
 * What a metric counts, as much of it as moved: `+21 lvs`, `-1 version RPC`, `+0.5 s of sleep`,
 * `+2 job-file writes`. `before` null: `21 lvs`, as it is now.
 */
export function amountWords(key: MetricKey, before: number | null, after: number): string {
  const unit = unitOfKey(key);
  const amount = before === null ? formatValue(after, unit) : formatDifference(before, after, unit);
  const noun = nounOf(key);
  const moved = before === null ? after : Math.abs(after - before);
  // Programs and procedures are names: `2 lvs`. The others are words: `2 fsyncs`.
  const one = unit !== 'count' || moved === 1 || familyOf(doneKey(key)) === 'execve';
  return `${amount} ${one ? noun : plural(2, noun).slice(2)}`;
}

/** In the singular. */
export function nounOf(metric: MetricKey): string {
  const key = doneKey(metric);
  const [, owner = '', thing = '', part = ''] = key.split('/');
  switch (familyOf(key)) {
    case 'execve':
      return thing;
    case 'traffic': {
      const messages = `${owner} ${thing}`;
      return part === 'bytes' ? `of ${messages}` : `${part.replace(/s$/, '')} of ${messages}`;
    }
    case 'rpc':
      return owner === 'node' ? `${thing} RPC` : `${thing} call`;
    case 'jobfile':
      return thing === 'bytes' ? 'of job files' : 'job-file write';
    case 'config':
      return thing === 'bytes' ? 'of configuration' : 'config write';
    case 'locks':
      return thing === 'bytes' ? 'of lock files' : 'lock-file write';
    case 'heap':
    case 'probe':
    case 'latency':
      return `${thing} of ${owner}`;
    case 'sleep':
      return thing === 'seconds' ? 'of sleep' : 'sleep';
    case 'fsync':
      return 'fsync';
    case 'waiting':
      return thing === 'seconds' ? 'of abandoned attempts' : 'abandoned attempt';
    case 'cpu':
      return 'of CPU';
    case 'wall':
      return key === CONFIG_LOCK ? 'of the configuration lock' : 'of time';
  }
}
