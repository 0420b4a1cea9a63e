// The tool under strain: what a run comes to when something breaks in the middle of it, two at once, and many in a row; and
// what is left of each. No Ganeti is changed, so a regression would be a wrong verdict: it ends this with 1, as a leftover does.
//
//   npx tsx bench/strain.ts [--rows WORDS] [--in-a-row N, 50 by default]
//
// As root, as it mounts a small file system, slows a disk, and starts an engine of its own that it may stop; on a machine that nobody
// else uses, as mounts and files of other runs count as left. Two cores take 12 to 20 minutes for the rows that strike one run (`wconfd`
// is the longest, four, as a daemon must have been away for three), and one minute or less for each of those in a row. Clocks that jump
// have no row: the time of day is one for all of a machine, containers and time namespaces too.
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { RUN_VARIABLE } from '../src/cluster/identity.ts';
import { leftovers, newFolder, start, type Running } from '../test/cluster/cli.ts';
import { terminalLog } from '../src/platform/log/terminalLog.ts';
import { FAULTS, type Fault } from './strain/faults.ts';
import { ENGINE_FAULTS, hasOwnEngine, onOwnEngine } from './strain/ownEngine.ts';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '' }, 'in-a-row': { type: 'string', default: '50' } },
});
const WORKLOADS = ['--workload', 'instance-restart', '--workload', 'cluster-verify'];
const print = (line: string): void => void process.stdout.write(`${line}\n`);
let wrong = 0;

const begin = (out: string): Running => start('run', ...WORKLOADS, '--out', out, '--verbose');

/** Files of ours and mounts on the machine: names, so that what is new is told by its name. */
async function inventory(): Promise<Set<string>> {
  const mounts = (await readFile('/proc/mounts', 'utf8'))
    .split('\n')
    .map((line) => `mount ${line}`);
  const files = (await readdir(tmpdir())).filter((name) => name.startsWith('ganeti-perf-'));
  const own = files.filter((name) => !name.startsWith('ganeti-perf-test-'));
  return new Set([...mounts, ...own.map((name) => `file ${name}`)]);
}

/** Commands in a container inherit of which run they are; so do those of our own that drive it. */
async function processesOf(run: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      return environment.split('\0').includes(`${RUN_VARIABLE}=${run}`) ? [`process ${pid}`] : [];
    }),
  );
  return found.flat();
}

async function judged(name: string, before: Set<string>, runs: readonly Running[]): Promise<void> {
  const ended = await Promise.all(runs.map((run) => run.ended));
  const ofRuns = runs.map(async (run) => [
    ...(await leftovers(run.run())),
    ...(await processesOf(run.run())),
  ]);
  const left = [
    ...(await Promise.all(ofRuns)).flat(),
    ...[...(await inventory())].filter((one) => !before.has(one)),
  ];
  const isWrong = ended.some(({ exitCode }) => exitCode === 1) || left.length > 0;
  if (isWrong) wrong++;
  for (const { exitCode, stdout, stderr } of ended) {
    const said = exitCode === 0 ? /(?:No regression|Passed)[^\n]*/.exec(stdout)?.[0] : undefined;
    const error = /^error: .*$/m.exec(stderr)?.[0];
    print(
      `${isWrong ? 'WRONG ' : ''}${name}: exit ${exitCode}; ${said ?? error ?? 'it said nothing'}`,
    );
  }
  print(`  left: ${left.length === 0 ? 'nothing' : left.join('; ')}`);
}

async function struck({ name, strike, out }: Fault): Promise<void> {
  const before = await inventory();
  const place = await out?.();
  const run = begin(place?.path ?? newFolder());
  let undo = async (): Promise<void> => {};
  try {
    await run.says('cluster-verify: gnt-cluster verify');
    undo = await strike(run.run());
  } catch (error) {
    print(`  ${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
  await run.ended;
  await undo();
  await place?.close();
  await judged(name, before, [run]);
}

const wanted = (name: string): boolean => name.includes(values.rows);
const rows = hasOwnEngine() ? ENGINE_FAULTS : FAULTS;
for (const fault of rows.filter(({ name }) => wanted(name))) await struck(fault);
if (!hasOwnEngine() && ENGINE_FAULTS.some(({ name }) => wanted(name))) {
  const itself = [process.execPath, '--import', 'tsx', fileURLToPath(import.meta.url)];
  const args = ['--rows', values.rows];
  if ((await onOwnEngine([...itself, ...args], terminalLog({ verbose: false }))) !== 0) wrong++;
}
if (!hasOwnEngine() && wanted('two at once')) {
  const before = await inventory();
  await judged('two at once', before, [begin(newFolder()), begin(newFolder())]);
}
if (!hasOwnEngine() && wanted('in a row')) {
  const before = await inventory();
  const runs: Running[] = [];
  for (let k = 0; k < Number(values['in-a-row']); k++) {
    const run = begin(newFolder());
    await run.ended;
    runs.push(run);
  }
  await judged('in a row', before, runs);
}
print(`wrong verdicts or leftovers: ${wrong}`);
process.exitCode = wrong === 0 ? 0 : 1;
