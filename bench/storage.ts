// Whether Ganeti believes the emulated LVM and DRBD: every operation on disks, on a cluster that is kept, and a verify
// before and behind them that must find nothing.
//
//   npm run perf -- cluster up --disk-template drbd
//   npx tsx bench/storage.ts [drbd|plain]
import { keptNodes } from '../src/cluster/kept.ts';
import { run } from '../src/platform/process/process.ts';

const template = process.argv[2] ?? 'drbd';
const [master] = await keptNodes();
if (!master)
  throw new Error('there is no cluster: npm run perf -- cluster up --disk-template drbd');

const VERIFY = ['gnt-cluster verify --ignore-errors=ENODESETUP', 'gnt-cluster verify-disks'];
const SECONDARIES = [
  'gnt-instance migrate --force inst1',
  'gnt-instance migrate --force inst1',
  'gnt-instance failover --force inst1',
  'gnt-instance failover --force inst1',
  'gnt-instance replace-disks --on-primary inst1',
  'gnt-instance replace-disks --on-secondary inst1',
  'gnt-instance replace-disks --new-secondary=node3.perf.test inst1',
];
const COMMANDS = [
  ...VERIFY,
  'gnt-instance shutdown inst1',
  'gnt-instance startup inst1',
  'gnt-instance reboot inst1',
  'gnt-instance reboot --type=hard inst1',
  'gnt-instance reboot --type=full inst1',
  ...(template === 'drbd' ? SECONDARIES : []),
  'gnt-instance grow-disk inst1 0 64m',
  'gnt-instance shutdown inst2',
  'gnt-instance activate-disks inst2',
  'gnt-instance grow-disk inst2 0 64m',
  'gnt-instance deactivate-disks inst2',
  'gnt-instance startup inst2',
  'gnt-instance shutdown inst3',
  'gnt-instance reinstall --force inst3',
  'gnt-instance modify --disk add:size=64m inst3',
  'gnt-instance startup inst3',
  'gnt-cluster repair-disk-sizes',
  'gnt-node volumes',
  'gnt-node list-storage',
  `gnt-instance add -t ${template} -o noop+default --disk 0:size=100M --no-nics --no-name-check --no-ip-check -I hail extra`,
  'gnt-instance remove --force extra',
  ...VERIFY,
];

let failed = 0;
for (const command of COMMANDS) {
  const began = performance.now();
  const exec = ['exec', master.container, ...command.split(' ')];
  const { exitCode, stdout, stderr } = await run('docker', exec, {
    ...{ reject: false, timeout: 600_000 },
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const said = `${stdout}\n${stderr}`;
  // A disk that had to be activated is one that was not believed.
  const isWell = exitCode === 0 && !/ERROR: |Activating disks/.test(said);
  if (!isWell) failed += 1;
  process.stdout.write(`${isWell ? 'ok    ' : 'FAILED'} ${seconds.padStart(6)} s  ${command}\n`);
  if (!isWell) process.stdout.write(`${said.trim()}\n`);
}
process.stdout.write(`${COMMANDS.length} operations, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
