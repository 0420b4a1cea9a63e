import { describe, expect, it } from 'vitest';
import type { MovedBranch } from '../../../model/cause.ts';
import { aMove, aStep } from '../../../../test/support/causes.ts';
import { acrossNodes } from '../../../cause/acrossNodes.ts';
import { sentenceOf } from './sentence.ts';

const sentences = (...moves: MovedBranch[]) => acrossNodes(moves).map(sentenceOf);

const LVS = 'execve/ganeti-noded/lvs';
const VERSION = 'rpc/node/version';
const command = aStep('command', 'gnt-cluster verify-disks');
const luxi = aStep('request', 'luxi SubmitJob');
const job = aStep('job', 'job OP_CLUSTER_VERIFY_DISKS');
const mirror = (node: number, ...times: number[]) =>
  aStep('rpc', `rpc blockdev_getmirrorstatus_multi → node${node}`, ...times);
const jobs = aStep('job', 'job OP_INSTANCE_MIGRATE', 6);
const version = (node: number, ...times: (number | null)[]) =>
  aStep('rpc', `rpc version → node${node}`, ...times);

describe('sentenceOf', () => {
  it.each<[string, MovedBranch]>([
    [
      '+21 lvs in noded on node2, 7 in each of 3 blockdev_getmirrorstatus_multi, ' +
        'job OP_CLUSTER_VERIFY_DISKS, gnt-cluster verify-disks',
      aMove(LVS, 3, 24, command, luxi, job, mirror(2, 3), aStep('process', 'lvs', 3, 24)),
    ],
    [
      '+3 lvs in noded on node2 for blockdev_getmirrorstatus_multi, job OP_CLUSTER_VERIFY_DISKS, gnt-cluster verify-disks',
      aMove(LVS, 0, 3, command, job, mirror(2), aStep('process', 'lvs', 0, 3)),
    ],
    [
      '+21 lvs in noded on node2, 7 in each of 5 blockdev_getmirrorstatus_multi instead of 2',
      aMove(LVS, 14, 35, mirror(2, 2, 5), aStep('process', 'lvs', 14, 35)),
    ],
    [
      '+8 lvs in noded on node2, 12 in 5 blockdev_getmirrorstatus_multi instead of 4 in 2',
      aMove(LVS, 4, 12, mirror(2, 2, 5), aStep('process', 'lvs', 4, 12)),
    ],
    [
      '+4 lvs in noded on node2, over 3 blockdev_getmirrorstatus_multi',
      aMove(LVS, 3, 7, mirror(2, 3), aStep('process', 'lvs', 3, 7)),
    ],
    [
      '-21 lvs in noded on node2, 7 in each of 3 blockdev_getmirrorstatus_multi',
      aMove(LVS, 21, 0, mirror(2, 3, 0), aStep('process', 'lvs', 21, 0)),
    ],
    [
      '+1 lvs under bash in noded on node2 for blockdev_getmirrorstatus_multi',
      aMove(LVS, 0, 1, mirror(2), aStep('process', 'bash'), aStep('process', 'lvs', 0, 1)),
    ],
    [
      '+6 version RPCs to node1, 1 in each of 6 jobs OP_INSTANCE_MIGRATE, gnt-node evacuate node3',
      aMove(
        VERSION,
        0,
        6,
        aStep('command', 'gnt-node evacuate node3'),
        luxi,
        jobs,
        version(1, 0, 6),
      ),
    ],
    [
      '6 version RPCs to node1, 1 in each of 6 jobs OP_X',
      aMove(VERSION, null, 6, aStep('job', 'job OP_X', null, 6), version(1, null, 6)),
    ],
    [
      '+1 version RPC to node1 in OP_A, job of 3 opcodes',
      aMove(
        VERSION,
        0,
        1,
        aStep('job', 'job of 3 opcodes'),
        aStep('opcode', 'OP_A'),
        version(1, 0, 1),
      ),
    ],
    [
      '+12 job-file writes, 2 in each of 6 jobs OP_INSTANCE_MIGRATE',
      aMove('jobfile/job/writes', 6, 18, jobs),
    ],
    [
      '+1 job-file write by luxid in job OP_CLUSTER_VERIFY_DISKS',
      aMove('jobfile/ganeti-luxid/writes', 1, 2, job),
    ],
    [
      '+1.5 s of sleep in noded on node2, 0.5 s in each of 3 blockdev_getmirrorstatus_multi',
      aMove('sleep/ganeti-noded/seconds', 0, 1.5, mirror(2, 3)),
    ],
    ['+2 sleeps in job OP_CLUSTER_VERIFY_DISKS', aMove('sleep/job/count', 0, 2, job)],
    ['+2 fsyncs in job OP_CLUSTER_VERIFY_DISKS', aMove('fsync/job', 1, 3, job)],
    [
      '+1 config write in wconfd for WriteConfig',
      aMove('config/ganeti-wconfd/writes', 0, 1, aStep('request', 'wconfd WriteConfig')),
    ],
    [
      '+3 readConfig calls to wconfd in job OP_CLUSTER_VERIFY_DISKS',
      aMove('rpc/wconfd/readConfig', 1, 4, job),
    ],
    [
      '+1 WriteConfig call to wconfd in job OP_CLUSTER_VERIFY_DISKS',
      aMove('rpc/wconfd/WriteConfig', 1, 2, job, aStep('request', 'wconfd WriteConfig', 1, 2)),
    ],
    [
      '+1 Query call to luxid in gnt-instance list',
      aMove(
        'rpc/luxi/Query',
        1,
        2,
        aStep('command', 'gnt-instance list'),
        aStep('request', 'luxi Query', 1, 2),
      ),
    ],
    [
      '+1 lock-file write in ganeti-wconfd on node1, on its own account',
      aMove('locks/ganeti-wconfd/writes', 0, 1, aStep('daemon', 'ganeti-wconfd on node1')),
    ],
    [
      '+1 ls over ssh on node3, gnt-cluster verify-disks',
      aMove(
        'execve/sshd/ls',
        0,
        1,
        command,
        aStep('ssh', 'ssh → node3'),
        aStep('process', 'ls', 0, 1),
      ),
    ],
    [
      '+1 xm by other without a known cause',
      aMove(
        'execve/other/xm',
        0,
        1,
        aStep('unattributed', 'unattributed'),
        aStep('process', 'xm', 0, 1),
      ),
    ],
    ['+1 xm by job', aMove('execve/job/xm', 0, 1, aStep('process', 'xm', 0, 1))],
    [
      '+1 MiB peak-rss of job, largest in job OP_CLUSTER_VERIFY_DISKS, gnt-cluster verify-disks',
      aMove('heap/job/peak-rss', 1024 ** 2, 2 * 1024 ** 2, command, luxi, job),
    ],
    [
      '2 MiB peak-rss of lvs, largest in lvs, blockdev_getmirrorstatus_multi on node2',
      aMove('heap/lvs/peak-rss', null, 2 * 1024 ** 2, mirror(2), aStep('process', 'lvs')),
    ],
  ])('%s', (sentence, move) => {
    expect(sentences(move)).toEqual([sentence]);
  });

  it('tells nodes that moved alike as one', () => {
    const on = (node: number) =>
      aMove(LVS, 3, 24, job, mirror(node, 3), aStep('process', 'lvs', 3, 24));
    expect(sentences(on(3), on(10), on(2))).toEqual([
      '+63 lvs in noded on node2, node3 and node10, 7 in each of 9 blockdev_getmirrorstatus_multi, ' +
        'job OP_CLUSTER_VERIFY_DISKS',
    ]);
    const asked = [1, 2, 3].map((node) => aMove(VERSION, 0, 6, jobs, version(node, 0, 6)));
    expect(sentences(...asked)).toEqual([
      '+18 version RPCs to node1, node2 and node3, 3 in each of 6 jobs OP_INSTANCE_MIGRATE',
    ]);
  });

  it('keeps what moved the other way apart', () => {
    expect(
      sentences(
        aMove(VERSION, 4, 0, job, version(1, 4, 0)),
        aMove(VERSION, 0, 5, job, version(2, 0, 5)),
      ),
    ).toEqual([
      '+5 version RPCs to node2 in job OP_CLUSTER_VERIFY_DISKS',
      '-4 version RPCs to node1 in job OP_CLUSTER_VERIFY_DISKS',
    ]);
  });
});
