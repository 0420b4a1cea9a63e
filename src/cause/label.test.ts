import { expect, it } from 'vitest';
import { commandLabel, jobLabel } from './label.ts';

const INSTANCES = new Set(['inst1', 'inst2']);

it.each<[string[], string]>([
  [['gnt-instance', 'reboot', 'inst1'], 'gnt-instance reboot <instance>'],
  [
    ['/usr/sbin/gnt-instance', 'reboot', 'inst1', 'inst2'],
    'gnt-instance reboot <instance> <instance>',
  ],
  [['gnt-instance', 'reboot', 'inst10'], 'gnt-instance reboot inst10'],
  [
    ['gnt-node', 'migrate', '--force', 'node2.perf.test'],
    'gnt-node migrate --force node2.perf.test',
  ],
  [['gnt-cluster'], 'gnt-cluster'],
  // There may be more of them than the trace keeps.
  [
    ['gnt-instance', 'migrate', '-f', '-s', '-t', 'inst1'],
    'gnt-instance migrate -f -s -t <instance> …',
  ],
  [['gnt-os', 'info', '__proto__', 'constructor'], 'gnt-os info __proto__ constructor'],
  [[], 'unattributed'],
])('the command line %j is %s', (argv, expected) => {
  expect(commandLabel(argv, INSTANCES)).toBe(expected);
});

it.each<[string[] | undefined, string]>([
  [['OP_INSTANCE_REBOOT'], 'job OP_INSTANCE_REBOOT'],
  [['OP_INSTANCE_REBOOT', 'OP_INSTANCE_REBOOT'], 'job of 2 opcodes'],
  [[], 'job'],
  [undefined, 'job'],
])('a job of %j is: %s', (opcodes, expected) => {
  expect(jobLabel(opcodes)).toBe(expected);
});
