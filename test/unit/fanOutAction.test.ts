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
