import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseComparison } from '../../src/model/read.ts';
import type { Comparison } from '../../src/model/comparison.ts';
import { KEPT_LABEL, OWNER_LABEL } from '../../src/cluster/identity.ts';
import { projectRoot } from '../../src/platform/projectRoot.ts';

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** Resolves when stderr holds the text; rejects when the process ends without it. */
  says(text: string): Promise<void>;
  /** The run that `--verbose` names on stderr. */
  run(): string;
  readonly ended: Promise<Ended>;
}

/** The command line as `npm run perf` starts it: a real process with real signals. */
export function start(...args: readonly string[]): Running {
  const child = spawn(process.execPath, [join(projectRoot(), 'scripts', 'perf.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
  const says = async (text: string): Promise<void> => {
    while (!stderr.includes(text)) {
      if (child.exitCode !== null) throw new Error(`ended without saying '${text}':\n${stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const run = (): string => {
    const [, id] = /^run ([0-9a-f]{8})$/m.exec(stderr) ?? [];
    if (id === undefined) throw new Error(`no run is named in:\n${stderr}`);
    return id;
  };
  return { child, says, run, ended };
}

export const cli = (...args: readonly string[]): Promise<Ended> => start(...args).ended;

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'ganeti-perf-test-'));

/** What a run compared; one that ended without it is told in its own words. */
export async function comparisonIn(folder: string, ended: Ended): Promise<Comparison> {
  const file = join(folder, 'comparison.json');
  if (!existsSync(file)) {
    throw new Error(`exit ${ended.exitCode}, and no comparison:\n${ended.stdout}${ended.stderr}`);
  }
  return parseComparison(await readFile(file, 'utf8'), file);
}

const docker = async (...args: readonly string[]): Promise<string[]> =>
  (await promisify(execFile)('docker', args)).stdout.split('\n').filter(Boolean);

/** What processes left that have ended, or what is there of one run; kept clusters left out. */
export async function leftovers(run?: string): Promise<string[]> {
  const label = run === undefined ? OWNER_LABEL : `ganeti-perf.run=${run}`;
  const list = (name: string, ...what: string[]): Promise<string[]> => {
    const format = `{{.Label "${OWNER_LABEL}"}} {{.Label "${KEPT_LABEL}"}} {{.${name}}}`;
    return docker(...what, '--filter', `label=${label}`, '--format', format);
  };
  const all = await Promise.all([
    list('Names', 'ps', '--all'),
    list('Name', 'network', 'ls'),
    list('Name', 'volume', 'ls'),
  ]);
  return all.flat().filter((line) => {
    const [owner = '', kept] = line.split(' ');
    // Nodes of a kept cluster have an owner too: the one of whom their image was made.
    return !kept && (run !== undefined || !existsSync(`/proc/${owner.split('.', 1)[0]}`));
  });
}

/** The containers of a run. */
export const containers = (run: string, role: 'node' | 'tracer'): Promise<string[]> => {
  const labels = [`ganeti-perf.run=${run}`, `ganeti-perf.role=${role}`];
  const filters = labels.flatMap((one) => ['--filter', `label=${one}`]);
  return docker('ps', ...filters, '--format', '{{.Names}}');
};

export const kill = (container: string): Promise<string[]> => docker('kill', container);
