import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { planCluster } from '../cluster/clusterPlan.ts';
import type { TracerHost } from '../cluster/tracerHost.ts';
import { pause } from '../platform/process/abort.ts';
import { run } from '../platform/process/process.ts';
import { PerfError } from '../platform/errors.ts';
import { recordingLog } from '../../test/support/recordingLog.ts';
import { whileDaemonsRun } from './daemonWatch.ts';

const folder = mkdtempSync(join(tmpdir(), 'ganeti-perf-test-'));
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A process of such a name, as a daemon has one. */
function daemon(name: string): ChildProcess {
  const program = join(mkdtempSync(join(folder, 'bin-')), name);
  copyFileSync('/bin/sleep', program);
  const child = spawn(program, ['600'], { stdio: 'ignore' });
  started.push(child);
  return child;
}

/** The machine itself in the place of a node. */
const host = {
  exec: ([file = '', ...args]: readonly string[]) => run(file, args),
  path: (_: unknown, path: string) => path,
} as unknown as TracerHost;
const plan = planCluster('0f', '10.213.100', {
  nodes: 3,
  instances: 6,
  diskTemplate: 'sharedfile',
});
const stage = { plan, host, log: recordingLog() };

describe('work on a cluster whose daemons are looked at', () => {
  const needed = [`wconfd-${process.pid}`, `luxid-${process.pid}`];
  const often = { needed, gone: 50, interval: 5 };

  it('goes on while they run', async () => {
    needed.forEach(daemon);
    let looks = 0;
    const counting = {
      ...host,
      exec: (...args: Parameters<TracerHost['exec']>) => (looks++, host.exec(...args)),
    };
    const work = async (): Promise<void> => {
      while (looks < 20) await pause(5);
    };
    const patient = { ...often, gone: 600_000 };
    await whileDaemonsRun('w', { ...stage, host: counting }, work, patient);
    expect(looks).toBeGreaterThanOrEqual(20);
  });

  it('is told to stop when one is away, and the message names it', async () => {
    const [wconfd] = needed.map(daemon);
    const work = ({ signal }: { readonly signal?: AbortSignal | undefined }): Promise<void> => {
      wconfd!.kill('SIGKILL');
      return pause(3_600_000, signal);
    };
    await expect(whileDaemonsRun('w', stage, work, often)).rejects.toThrow(
      new PerfError(
        4,
        `workload 'w': ${needed[0]} has not run on node1.perf.test for 0.05 s, and nothing goes on without it; ` +
          'the logs are under logs/',
      ),
    );
  });

  it('that fails says what it did', async () => {
    needed.forEach(daemon);
    const failing = (): Promise<void> => Promise.reject(new Error('a command failed'));
    await expect(whileDaemonsRun('w', stage, failing, often)).rejects.toThrow('a command failed');
  });
});
