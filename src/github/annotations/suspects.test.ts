import { describe, expect, it } from 'vitest';
import { aMove, aStep } from '../../../test/support/causes.ts';
import type { CauseStep, MovedBranch } from '../../model/cause.ts';
import { suspectsOf } from './suspects.ts';

const command = aStep('command', 'gnt-instance reboot <instance>');
const submit = aStep('request', 'luxi SubmitManyJobs');
const job = aStep('job', 'job OP_INSTANCE_REBOOT');
const verify = aStep('job', 'job OP_CLUSTER_VERIFY_GROUP');
const rpc = aStep('rpc', 'rpc instance_reboot → node2');
const lvs = aStep('process', 'lvs');

const LVS = 'execve/ganeti-noded/lvs';
const dearer = (key: string, ...path: CauseStep[]): MovedBranch => aMove(key, 3, 4, ...path);

/** Of what Ganeti 3.0 has. */
const EVERYTHING = [
  'Makefile.am',
  'NEWS',
  'doc/design.rst',
  'lib/backend.py',
  'lib/build/sphinx_ext.py',
  'lib/cli.py',
  'lib/client/gnt_cluster.py',
  'lib/client/gnt_instance.py',
  'lib/cmdlib/base.py',
  'lib/cmdlib/cluster/verify.py',
  'lib/cmdlib/instance_migration.py',
  'lib/cmdlib/instance_operation.py',
  'lib/cmdlib/instance_utils.py',
  'lib/hypervisor/hv_fake.py',
  'lib/jqueue/exec.py',
  'lib/server/noded.py',
  'lib/server/rapi.py',
  'lib/storage/bdev.py',
  'lib/utils/process.py',
  'lib/watcher/__init__.py',
  'qa/qa_cluster.py',
  'src/Ganeti/Confd/Server.hs',
  'src/Ganeti/Constants.hs',
  'src/Ganeti/HTools/Node.hs',
  'src/Ganeti/JQueue.hs',
  'src/Ganeti/JSON.hs',
  'src/Ganeti/Query/Server.hs',
  'src/Ganeti/WConfd/Core.hs',
  'src/ganeti-wconfd.hs',
  'test/py/cmdlib/cluster_unittest.py',
];

describe('the files that run on the way to where it rose', () => {
  it.each<[string, MovedBranch[], string[]]>([
    [
      'a program of a node daemon',
      [dearer(LVS, rpc, lvs)],
      [
        'lib/backend.py',
        'lib/hypervisor/hv_fake.py',
        'lib/server/noded.py',
        'lib/storage/bdev.py',
        'lib/utils/process.py',
        'src/Ganeti/Constants.hs',
      ],
    ],
    [
      'an RPC: who makes it, not who serves it',
      [dearer('rpc/node/instance_reboot', job, rpc)],
      [
        'lib/cmdlib/base.py',
        'lib/cmdlib/instance_operation.py',
        'lib/cmdlib/instance_utils.py',
        'lib/hypervisor/hv_fake.py',
        'lib/jqueue/exec.py',
        'lib/storage/bdev.py',
        'lib/utils/process.py',
        'src/Ganeti/Constants.hs',
      ],
    ],
    [
      'a request of a command line',
      [dearer('rpc/luxi/QueryJobs', command, aStep('request', 'luxi QueryJobs'))],
      [
        'lib/cli.py',
        'lib/client/gnt_instance.py',
        'lib/utils/process.py',
        'src/Ganeti/Constants.hs',
      ],
    ],
    [
      'luxid on its own account',
      [dearer('jobfile/luxid/writes', aStep('daemon', 'ganeti-luxid on node1'))],
      [
        'src/Ganeti/Constants.hs',
        'src/Ganeti/HTools/Node.hs',
        'src/Ganeti/JQueue.hs',
        'src/Ganeti/JSON.hs',
        'src/Ganeti/Query/Server.hs',
        'src/Ganeti/WConfd/Core.hs',
      ],
    ],
    [
      'a request that wconfd works on',
      [dearer('config/ganeti-wconfd/writes', aStep('request', 'wconfd writeConfig'))],
      [
        'src/Ganeti/Constants.hs',
        'src/Ganeti/HTools/Node.hs',
        'src/Ganeti/JQueue.hs',
        'src/Ganeti/JSON.hs',
        'src/Ganeti/Query/Server.hs',
        'src/Ganeti/WConfd/Core.hs',
        'src/ganeti-wconfd.hs',
      ],
    ],
    ['nothing that is known', [dearer(LVS, aStep('unattributed', 'unattributed'))], []],
    ['no cause at all', [], []],
  ])('%s', (_, branches, files) => {
    expect(suspectsOf(branches, EVERYTHING)).toEqual(files);
  });
});

it.each<[string, MovedBranch[], string[], string[]]>([
  [
    'the logical unit of the opcode',
    [dearer('fsync/job', command, submit, job)],
    ['lib/cmdlib/instance_operation.py', 'lib/cmdlib/instance_migration.py', 'NEWS'],
    ['lib/cmdlib/instance_operation.py'],
  ],
  [
    'the one of another opcode runs there not',
    [dearer('fsync/job', verify)],
    ['lib/cmdlib/instance_operation.py', 'lib/client/gnt_instance.py'],
    [],
  ],
  [
    'the command line that was given',
    [dearer('rpc/luxi/Query', command)],
    ['lib/client/gnt_node.py', 'lib/client/gnt_instance.py'],
    ['lib/client/gnt_instance.py'],
  ],
  [
    'all ways count',
    [dearer(LVS, rpc, lvs), dearer(LVS, verify)],
    ['lib/backend.py', 'lib/cmdlib/cluster/verify.py'],
    ['lib/backend.py', 'lib/cmdlib/cluster/verify.py'],
  ],
  ['a way on which it fell does not', [aMove(LVS, 4, 3, rpc, lvs)], ['lib/backend.py'], []],
  [
    'the baseline has no causes',
    [aMove(LVS, null, 4, rpc, lvs)],
    ['lib/backend.py'],
    ['lib/backend.py'],
  ],
  [
    'several opcodes in one label',
    [dearer('fsync/job', aStep('job', 'job OP_NODE_MIGRATE, OP_GROUP_EVACUATE'))],
    ['lib/cmdlib/group.py', 'lib/cmdlib/node.py', 'lib/cmdlib/tags.py'],
    ['lib/cmdlib/group.py', 'lib/cmdlib/node.py'],
  ],
])('%s', (_, branches, changed, files) => {
  expect(suspectsOf(branches, changed)).toEqual(files);
});
