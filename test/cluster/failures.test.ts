import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { containers, kill, leftovers, newFolder, start } from './cli.ts';

/** A run of two workloads that has measured the first and is in the middle of the second. */
async function inTheMiddle() {
  const out = newFolder();
  const names = ['--workload', 'instance-restart', '--workload', 'cluster-verify'];
  const run = start('run', ...names, '--out', out, '--verbose');
  await run.says('cluster-verify: gnt-cluster verify');
  return { run, out };
}

const measured = (out: string): boolean => existsSync(join(out, 'measurement.json'));

describe('whatever happens, results stay and nothing else does', () => {
  it.concurrent.each([
    { signal: 'SIGINT', status: 130 },
    { signal: 'SIGTERM', status: 143 },
  ] as const)('$signal', async ({ signal, status }) => {
    const { run, out } = await inTheMiddle();
    run.child.kill(signal);
    const { exitCode, stderr } = await run.ended;
    expect(stderr).toContain(`interrupted by ${signal}`);
    expect(exitCode).toBe(status);
    expect(await leftovers(run.run())).toEqual([]);
    expect(measured(out)).toBe(true);
  });

  it.concurrent.each([
    { role: 'node', message: /container of node\d\.perf\.test .* ended with exit status 137/ },
    { role: 'tracer', message: /container of the tracer .* ended with exit status 137/ },
  ] as const)('a killed $role', async ({ role, message }) => {
    const { run, out } = await inTheMiddle();
    const [victim] = await containers(run.run(), role);
    await kill(victim!);
    const { exitCode, stderr } = await run.ended;
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(4);
    expect(await leftovers(run.run())).toEqual([]);
    expect(measured(out)).toBe(true);
  });

  it('SIGKILL: the next run removes what is left', async () => {
    const { run } = await inTheMiddle();
    run.child.kill('SIGKILL');
    await run.ended;
    expect(await leftovers()).not.toEqual([]);
    const next = start('run', '--workload', 'instance-restart', '--out', newFolder());
    await next.says('left behind');
    // It does so before anything else, and what else it does is told elsewhere.
    next.child.kill('SIGINT');
    const { stderr } = await next.ended;
    expect(stderr).toMatch(/removed what run [0-9a-f]{8} left behind \(4 containers\)/);
    expect(await leftovers()).toEqual([]);
  });
});
