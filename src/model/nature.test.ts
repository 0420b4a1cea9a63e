import { describe, expect, it } from 'vitest';
import { KEY_PATTERN, type Unit } from './metric.ts';
import { NEVER_EXACT, noisyReason } from './nature.ts';

describe('noisyReason', () => {
  it.each<[string, Unit]>([
    ['heap/luxid/max-live', 'bytes'],
    ['heap/luxid/collections', 'count'],
    ['cpu/ganeti-noded/seconds', 'seconds'],
    ['wall', 'seconds'],
    ['sleep/ganeti-noded/seconds', 'seconds'],
    ['jobfile/luxid/bytes', 'bytes'],
    ['rpc/luxi/WaitForJobChange', 'count'],
    ['rpc/wconfd/hasPendingRequest', 'count'],
    ['rpc/wconfd/updateLocksWaiting', 'count'],
    ['rpc/node/upload_file_single', 'count'],
    ['rpc/node/write_ssconf_files', 'count'],
    ['config/wconfd/writes', 'count'],
    ['locks/wconfd/writes', 'count'],
    ['locks', 'count'],
  ])('never takes %s in %s as exact', (key, unit) => {
    expect(key).toMatch(KEY_PATTERN);
    expect(noisyReason(key, unit)).toEqual(expect.any(String));
  });

  it.each([
    'execve/ganeti-noded/lvs',
    'rpc/node/jobqueue_update',
    'rpc/luxi/WaitForJobChangeX',
    'rpc/node/upload_file',
    'jobfile/luxid/writes',
    'fsync/ganeti-luxid',
  ])('lets the count %s be exact', (key) => {
    expect(noisyReason(key, 'count')).toBeUndefined();
  });

  it('gives a reason for every pattern', () => {
    expect(NEVER_EXACT.filter(({ why }) => why.trim() === '')).toEqual([]);
  });
});
