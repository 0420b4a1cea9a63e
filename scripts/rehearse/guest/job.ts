// Runs in the machine, by the Node of the Action, with no package: a job of two steps as the runner runs them. The first
// is measured to a verdict; the second is cancelled while a cluster is up. Says what came of it, line by line.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { startStep, type Job } from './step.ts';

const job = JSON.parse(readFileSync('/rehearsal/job.json', 'utf8')) as Job;
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const say = (name: string, text: string): void => print(`${name}: ${text}`);
const minutes = (since: number): string => `${((Date.now() - since) / 60_000).toFixed(1)} min`;

const began = Date.now();
const measured = startStep(job, 'measured', (line) => print(`  | ${line}`));
const { status } = await measured.ended;
say('run', `exit status ${status} after ${minutes(began)}; ${measured.outputs()}`);
say('verdict', verdictOf(`${measured.workspace}/perf-results/comparison.json`));
await measured.post();
say('left after run', left());

if (status === 0) {
  const second = Date.now();
  const cancelled = startStep(job, 'cancelled', (line) => print(`  | ${line}`));
  const confinement = await whenUp(cancelled.ended);
  say('AppArmor of the containers', confinement);
  const signals = await cancelled.cancel();
  say('cancelled', `${signals} after ${minutes(second)}; left before the post step: ${left()}`);
  await cancelled.post();
  say('left after the post step', left());
}
process.exitCode = status;

/** How many metrics are what the committed baseline says. */
function verdictOf(file: string): string {
  if (!existsSync(file)) return 'none: there is no comparison.json';
  interface Metric {
    key: string;
    kind: string;
    verdict: string;
    gates: boolean;
    before?: number;
    after?: number;
  }
  const comparison = JSON.parse(readFileSync(file, 'utf8')) as {
    verdict: string;
    workloads: { name: string; metrics: Metric[] }[];
  };
  const metrics = comparison.workloads.flatMap((workload) => workload.metrics);
  const exact = metrics.filter(({ kind }) => kind === 'exact');
  const equal = exact.filter(({ before, after }) => before === after);
  const gating = metrics.filter(({ gates }) => gates);
  const others = gating.filter(({ verdict }) => verdict !== 'same');
  const added = metrics.filter(({ verdict }) => verdict === 'new').length;
  return [
    `${comparison.verdict}; ${equal.length} of ${exact.length} exact metrics equal the committed baseline's`,
    `${gating.length - others.length} of ${gating.length} that decide are the same`,
    `${metrics.length - gating.length} decide nothing: ${added} that the baseline does not have, and times`,
    ...others.map(({ key, verdict, before, after }) => `${key} ${verdict} ${before} -> ${after}`),
  ].join('; ');
}

/** What is there that the Action made, images aside. */
function left(): string {
  const count = (...args: string[]): number =>
    run('docker', ...args)
      .split('\n')
      .filter(Boolean).length;
  const filter = ['--quiet', '--filter', 'label=ganeti-perf'];
  const processes = run('ps', '-eo', 'args')
    .split('\n')
    .filter((line) => /^(?:bpftrace|inotifywait|docker (?:build|exec|run)|ganeti-)/.test(line));
  return `${count('ps', '--all', ...filter)} containers, ${count('volume', 'ls', ...filter)} volumes, ${count('network', 'ls', ...filter)} networks, ${processes.length} processes`;
}

/** Waits until a cluster's nodes and the tracer are up, and says which profiles they are confined by. */
async function whenUp(ended: Promise<unknown>): Promise<string> {
  const second = (): Promise<boolean> =>
    new Promise((resolve) => setTimeout(() => resolve(false), 1000));
  while (!(await Promise.race([ended.then(() => true), second()]))) {
    const ids = run('docker', 'ps', '--quiet', '--filter', 'label=ganeti-perf')
      .split('\n')
      .filter(Boolean);
    const tracing = /^bpftrace/m.test(run('ps', '-eo', 'args'));
    if (ids.length < 4 || !tracing) continue;
    const format = '{{.Name}} {{.State.Pid}}';
    return run('docker', 'inspect', '--format', format, ...ids)
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', pid = ''] = line.split(' ');
        return `${name.replace(/^\/ganeti-perf-/, '')} ${run('sudo', 'cat', `/proc/${pid}/attr/current`).trim()}`;
      })
      .join(', ');
  }
  return 'the step ended before a cluster was up';
}

function run(file: string, ...args: string[]): string {
  try {
    return execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    return (error as { stdout?: string }).stdout ?? '';
  }
}
