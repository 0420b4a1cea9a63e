import { readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledAction, FIXTURE, step, type Job } from '../support/actionStep.ts';

/** The Action's commands `plan` and `merge`, from its bundle. */

let action: string;
let first: string;
let second: string;
beforeAll(async () => {
  action = await bundledAction();
  const measurement = JSON.parse(await readFile(FIXTURE, 'utf8'));
  const [workload] = measurement.workloads;
  first = JSON.stringify(measurement);
  workload.name = 'instance-restart';
  workload.metrics['execve/ganeti-noded/lvs'] = {
    unit: 'count',
    values: Array(workload.repeat).fill(4),
  };
  second = JSON.stringify(measurement);
});
afterAll(() => rm(action, { recursive: true }));

it('plan gives the matrix, and asks nobody', async () => {
  const { exitCode, output, requests, stdout } = await step(action, 'plan', {
    env: {
      INPUT_NODES: '3,5',
      INPUT_WORKLOAD: 'cluster-verify',
      INPUT_REPEAT: '2',
    },
  });
  expect([exitCode, requests, stdout]).toEqual([0, [], '']);
  const { matrix = '' } = output;
  expect(JSON.parse(matrix)).toEqual({
    include: [3, 5].map((nodes) => ({
      name: `${nodes}-nodes-6-instances-cluster-verify`,
      ganeti: 'debian:bookworm',
      nodes,
      instances: 6,
      workload: 'cluster-verify',
      repeat: 2,
    })),
  });
});

describe.concurrent('merge', () => {
  const merge = (job: Job & { readonly pattern?: string }) =>
    step(action, 'merge', {
      files: { 'legs/b/measurement.json': second, 'legs/a/measurement.json': first },
      ...job,
      env: {
        INPUT_FILES: job.pattern ?? 'legs/*/measurement.json',
        ...job.env,
      },
    });

  it('what the legs measured is one run, with its outputs, annotations and summary', async () => {
    const { exitCode, output, stdout, summary, state } = await merge({});
    expect([exitCode, output.verdict, state], stdout).toEqual([1, 'regression', '']);
    expect(Number(output.regressions)).toBeGreaterThan(0);
    expect(Number(output.metrics)).toBeGreaterThan(Number(output.regressions));
    for (const [name, file] of Object.entries({
      measurement: 'measurement.json',
      comparison: 'comparison.json',
      report: 'report.md',
      page: 'report.html',
    })) {
      expect(output[name]).toMatch(
        new RegExp(`/workspace/perf-results/${file.replace('.', '\\.')}$`),
      );
    }
    expect(summary).toMatch(/^### ❌ Regression/);
    const errors = stdout.match(/^::error .*$/gm) ?? [];
    expect(errors.length).toBe(Math.min(9, Number(output.regressions)));
    expect(errors[0]).toMatch(
      /^::error title=(?:new|regression) in instance-restart%3A \S+::\S+ .* → \d/,
    );
    expect(stdout).toMatch(/^::error::ganeti-perf found a regression/m);
  });

  it('a pattern may leave some out, and files may be named', async () => {
    const { output, stdout } = await merge({ pattern: 'legs/*/measurement.json\n!legs/b/**' });
    expect(['pass', 'regression'], stdout).toContain(output.verdict);
    const named = await merge({ pattern: 'legs/a/measurement.json\nlegs/a/measurement.json' });
    expect(named.output).toEqual({
      ...output,
      ...Object.fromEntries(
        ['measurement', 'comparison', 'report', 'page'].map((name) => [name, expect.any(String)]),
      ),
    });
  });

  it.each<[string, Job & { readonly pattern?: string }, RegExp]>([
    ['nothing there', { pattern: 'legs/*/x.json' }, /there is no file 'legs\/\*\/x\.json'/],
    [
      'one of two is not there',
      { pattern: 'legs/a/*.json\nlegs/c/*' },
      /there is no file 'legs\/c/,
    ],
    [
      'a link',
      {
        prepare: (at) => symlink('/etc/passwd', join(at, 'legs/b/other.json')),
        pattern: 'legs/b/*.json',
      },
      /other\.json is a symbolic link/,
    ],
    [
      'a linked folder is not gone into',
      { prepare: (at) => symlink('/etc', join(at, 'legs/c')), pattern: 'legs/c/*' },
      /there is no file/,
    ],
    ['another file', { pattern: 'event\nlegs/a/*' }, /there is no file 'event'/],
  ])('%s is refused', async (_, job, message) => {
    const { exitCode, stdout, output } = await merge(job);
    expect([exitCode, output]).toEqual([1, {}]);
    expect(stdout).toMatch(message);
  });

  const LEGS = 'jobs/**/*-attempt-*/measurement.json\njobs/**/*-attempt-*/failure.json';
  const failure = (kind = 'build') =>
    JSON.stringify({
      schema: 'ganeti-perf/failure/1',
      kind,
      message: 'image x could not be built',
      lines: ['a.hs:1:1: error: ::error::x'],
    });
  /** As the artifacts of two attempts are unpacked. */
  const at = (leg: string, attempt: number, file = 'measurement') =>
    `jobs/m-leg-${leg}-attempt-${attempt}/${leg}-attempt-${attempt}/${file}.json`;
  const named = (summary: string) => /mass-migrate|instance-restart/g[Symbol.match](summary) ?? [];

  it('of each leg the newest attempt of the run is taken, and said', async () => {
    const again = JSON.parse(first);
    const { exitCode, stdout, summary } = await merge({
      // The second one found a regression, was started again, and did not the second time.
      files: {
        [at('a', 1)]: first,
        [at('b', 1)]: second,
        [at('b', 2)]: JSON.stringify({
          ...again,
          workloads: [{ ...again.workloads[0], name: 'instance-restart' }],
        }),
        // Of the commit that it is made on.
        [at('b', 2, 'base/measurement')]: JSON.stringify({
          ...again,
          ganeti: { ...again.ganeti, revision: 'the base' },
        }),
      },
      pattern: LEGS,
    });
    expect(stdout).toContain('a is of attempt 1\nb is of attempt 2\n');
    expect(summary).not.toContain('execve/ganeti-noded/lvs');
    expect(new Set(named(summary))).toEqual(new Set(['mass-migrate', 'instance-restart']));
    expect([0, 1]).toContain(exitCode);
  });

  it('of a leg that failed the second time, what it measured the first time is not taken', async () => {
    const { exitCode, stdout, summary, left } = await merge({
      files: { [at('a', 1)]: first, [at('b', 1)]: second, [at('b', 2, 'failure')]: failure() },
      pattern: LEGS,
    });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('::error::What was merged is a part: b: image x could not be built');
    expect(summary).toMatch(/^### ⛔ Not measured: the build failed\n\nb: image x/);
    expect(summary).not.toContain('execve/ganeti-noded/lvs');
    // The two together: whoever comments says that it is not whole.
    expect(left).toEqual(expect.arrayContaining(['failure.json', 'measurement.json']));
  });

  it('where no leg measured, the reason is left, and no report', async () => {
    const { exitCode, stdout, left, summary } = await merge({
      files: { [at('a', 1, 'failure')]: failure(), [at('b', 1, 'failure')]: failure('invalid') },
      pattern: LEGS,
    });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /^::error::there is nothing to merge: a: image x could not be built \(and 1 more of the matrix jobs failed\)$/m,
    );
    expect(stdout).not.toContain('::error::x');
    expect(left.sort()).toEqual(['.ganeti-perf', 'failure.json']);
    expect(summary).toContain('### ⛔ Not measured: the build failed');
  });

  it('legs of two Ganetis are refused', async () => {
    const other = JSON.parse(first);
    other.ganeti.revision = 'another';
    const { exitCode, stdout } = await merge({
      files: { 'legs/a/measurement.json': first, 'legs/b/measurement.json': JSON.stringify(other) },
    });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/legs\/a\S+ and legs\/b\S+ do not belong together: Ganeti's revision/);
  });
});
