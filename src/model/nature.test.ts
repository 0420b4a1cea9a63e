import { describe, expect, it } from 'vitest';
import { KEY_PATTERN, type Unit } from './metric.ts';
import { NATURE_TABLE, natureOf, noisyReason, type Nature } from './nature.ts';

describe('noisyReason', () => {
  it.each<[string, Unit]>([
    ['heap/luxid/max-live', 'bytes'],
    ['heap/luxid/collections', 'count'],
    ['cpu/ganeti-noded/seconds', 'seconds'],
    ['wall', 'seconds'],
    ['sleep/ganeti-noded/seconds', 'seconds'],
    ['jobfile/luxid/bytes', 'bytes'],
    ['waiting/rpc/luxi/WaitForJobChange', 'count'],
    ['waiting/attempts/count', 'count'],
    ['waiting/sleep/job/seconds', 'seconds'],
    ['fsync/ganeti-wconfd', 'count'],
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
    'rpc/wconfd/hasPendingRequest',
    'rpc/wconfd/updateLocksWaiting',
    'rpc/node/upload_file_singles',
    'rpc/node/upload_file',
    'fsync/job',
    'jobfile/luxid/writes',
    'fsync/ganeti-luxid',
  ])('lets the count %s be exact', (key) => {
    expect(noisyReason(key, 'count')).toBeUndefined();
  });

  it('gives a reason for every pattern', () => {
    expect(NATURE_TABLE.filter(({ why }) => why.trim() === '')).toEqual([]);
  });
});

describe('natureOf', () => {
  it.each<[string, Nature]>([
    ['execve/ganeti-noded/lvs', 'work'],
    ['jobfile/job/bytes', 'work'],
    ['sleep/ganeti-noded/seconds', 'work'],
    ['waiting/execve/job/true', 'waiting'],
    ['waiting/rpc/wconfd/readConfig', 'waiting'],
    ['locks/ganeti-wconfd/writes', 'waiting'],
    ['config/ganeti-noded/bytes', 'waiting'],
    ['rpc/node/write_ssconf_files', 'waiting'],
    ['heap/wconfd/allocated', 'machine'],
    ['heap/ganeti-mond/peak-rss', 'waiting'],
    ['heap/ganeti-monday/peak-rss', 'machine'],
    ['cpu/job/seconds', 'machine'],
    ['wall', 'machine'],
  ])('%s is %s', (key, nature) => {
    expect(key).toMatch(KEY_PATTERN);
    expect(natureOf(key)).toBe(nature);
  });
});
