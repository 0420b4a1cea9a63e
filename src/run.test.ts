import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createBaseline } from './baseline/createBaseline.ts';
import { writeBaseline } from './results/baselineFiles.ts';
import { isOutdated, isRegression } from './compare/verdict.ts';
import {
  CAPTURED,
  scriptedTestbeds,
  type Repeated,
  type Script,
} from '../test/support/testbeds.ts';
import type { Baseline } from './model/baseline.ts';
import { parseComparison, parseFailure, parseMeasurement } from './model/read.ts';
import { buildError, environmentError, invalidError, type PerfError } from './platform/errors.ts';
import { ProcessError } from './platform/process/processError.ts';
import { recordingLog } from '../test/support/recordingLog.ts';
import { run } from './run.ts';
import { label } from './cli/options.ts';
import { readSettings, type Raw } from './settings/settings.ts';

const HOOKS = 'rpc/node/hooks_runner';
const HEAP = 'heap/ganeti-noded/peak-rss';
const PLANTED = 'execve/ganeti-noded/true';
const MIB = 1024 ** 2;
/** What each repeat counts more than the captured one, which the baseline is of. */
const planted: Repeated = { [PLANTED]: 1 };
const fewer: Repeated = { [HOOKS]: -1 };
const heavier: Repeated = { [HEAP]: 30 * MIB };
/** Above the band, and by less than twice what it allows. */
const rather: Repeated = { [HEAP]: 6 * MIB };

const BASE = { base: 'debian:trixie' };
/** A baseline that holds one RPC fewer than there are. */
const STALE = { [HOOKS]: -1 };

interface Story {
  readonly script: Script;
  readonly options?: Raw;
  /** What the baseline says more than the captured repeat. */
  readonly stale?: Readonly<Record<string, number>>;
}

async function play({ script, options = {}, stale = {} }: Story) {
  const folder = mkdtempSync(join(tmpdir(), 'ganeti-perf-story-'));
  const { out = join(folder, 'out') } = options as { out?: string };
  const baselines = join(folder, 'baselines');
  await writeBaseline(baselines, baselineOf(stale));
  const testbeds = scriptedTestbeds(script);
  const log = recordingLog();
  const judge = options['against'] === undefined ? { baselines } : {};
  const raw = {
    ganeti: 'debian:trixie',
    workloads: ['instance-restart'],
    out,
    ...judge,
    ...options,
  };
  const outcome = await run(readSettings.run(raw, label), { log }, testbeds).catch(
    (error: unknown) => error,
  );
  const read = (...path: string[]): string => readFileSync(join(out, ...path), 'utf8');
  return { outcome, done: testbeds.done, log, read };
}

function baselineOf(stale: Readonly<Record<string, number>>): Baseline {
  const [workload] = CAPTURED.workloads;
  if (!workload) throw new Error('the fixture has no workload');
  const learned = createBaseline(workload, CAPTURED);
  const metrics = { ...learned.metrics };
  for (const [key, step] of Object.entries(stale)) {
    const metric = metrics[key];
    if (metric?.kind === 'exact') metrics[key] = { ...metric, value: metric.value + step };
  }
  return { ...learned, metrics };
}

/** What a run came to, as its own comparison.json tells. */
async function result(story: Story) {
  const { outcome, done, read } = await play(story);
  if (outcome instanceof Error) throw outcome;
  const comparison = parseComparison(read('comparison.json'), 'comparison.json');
  const metrics = comparison.workloads.flatMap((workload) => workload.metrics);
  const keys = (holds: (metric: (typeof metrics)[number]) => boolean): string[] =>
    metrics.filter(holds).map(({ key }) => key);
  const { exitCode, markdown } = outcome as { exitCode: number; markdown: string };
  return {
    exitCode,
    markdown,
    measured: done.filter((step) => step !== 'take down'),
    worse: keys(isRegression),
    outdated: keys(isOutdated),
    better: keys((m) => m.gates && ['improvement', 'gone'].includes(m.verdict)),
    unstable: keys((m) => m.gates && m.verdict === 'unstable'),
  };
}

const once = ['head'];
const twice = ['head', 'head'];
const turn = ['beside', 'head'];
const confirmed = ['head', 'open beside', ...turn];
const nothing = { exitCode: 0, worse: [], outdated: [], better: [], unstable: [] };

it.each<[string, Story, object]>([
  ['nothing moved', { script: { head: [{}] } }, { ...nothing, measured: once }],
  [
    'nothing moved, so that the base is not even opened',
    { script: { head: [{}] }, options: BASE },
    { ...nothing, measured: once },
  ],
  [
    'one command more each time',
    { script: { head: [planted] } },
    { ...nothing, exitCode: 1, worse: [PLANTED], measured: twice },
  ],
  [
    'one command more, and not when it is measured once more',
    { script: { head: [planted, {}] } },
    { ...nothing, unstable: [], measured: twice },
  ],
  [
    'an exact metric that is more, and not when it is measured once more',
    { script: { head: [{ [HOOKS]: 1 }, {}] } },
    { ...nothing, unstable: [HOOKS], measured: twice },
  ],
  [
    'repeats that were asked for, none of which is confirmed',
    { script: { head: [planted] }, options: { repeat: '3' } },
    { ...nothing, exitCode: 1, worse: [PLANTED], measured: ['head', 'head', 'head'] },
  ],
  [
    'an old baseline, with nothing that could tell',
    { script: { head: [{}] }, stale: STALE },
    { ...nothing, exitCode: 1, worse: [HOOKS], measured: twice },
  ],
  [
    'an old baseline, and a base that differs from it alike',
    { script: { head: [{}], beside: [{}] }, stale: STALE, options: BASE },
    { ...nothing, outdated: [HOOKS], measured: confirmed },
  ],
  [
    'an old baseline, and one command more beside it',
    { script: { head: [planted], beside: [{}] }, stale: STALE, options: BASE },
    { ...nothing, exitCode: 1, worse: [PLANTED], outdated: [HOOKS], measured: confirmed },
  ],
  [
    'an old baseline, and more of the same metric',
    { script: { head: [{ [HOOKS]: 1 }], beside: [{}] }, stale: STALE, options: BASE },
    { ...nothing, exitCode: 1, worse: [HOOKS], measured: confirmed },
  ],
  [
    'repeats that were asked for, and a base: it has its say too',
    {
      script: { head: [planted], beside: [planted] },
      options: { ...BASE, repeat: '2' },
    },
    { ...nothing, outdated: [PLANTED], measured: ['head', ...confirmed] },
  ],
  [
    'one command more than without the overlay',
    { script: { head: [planted], beside: [{}] }, options: { overlay: 'patched' } },
    { ...nothing, exitCode: 1, worse: [PLANTED], measured: confirmed },
  ],
  [
    'one RPC fewer than in the base',
    { script: { head: [fewer], beside: [{}] }, options: BASE },
    { ...nothing, better: [HOOKS], measured: confirmed },
  ],
  [
    'one RPC fewer than the baseline says, in the base too',
    { script: { head: [fewer], beside: [fewer] }, options: BASE },
    { ...nothing, outdated: [HOOKS], measured: confirmed },
  ],
  [
    'more memory than the base: what moves by itself takes three turns',
    { script: { head: [rather], beside: [{}] }, options: BASE },
    { ...nothing, exitCode: 1, worse: [HEAP], measured: [...confirmed, ...turn, ...turn] },
  ],
  [
    'far more memory than the base: one turn tells',
    { script: { head: [heavier], beside: [{}] }, options: BASE },
    { ...nothing, exitCode: 1, worse: [HEAP], measured: confirmed },
  ],
  [
    'more memory by chance',
    { script: { head: [heavier, {}], beside: [{}] }, options: BASE },
    { ...nothing, measured: [...confirmed, ...turn] },
  ],
  [
    'more memory on this machine, in the base too',
    { script: { head: [heavier], beside: [heavier] }, options: BASE },
    { ...nothing, outdated: [HEAP], measured: confirmed },
  ],
  [
    'another Ganeti judges, and has one command fewer',
    { script: { head: [planted], beside: [{}] }, options: { against: 'debian:bookworm' } },
    {
      ...nothing,
      exitCode: 1,
      worse: [PLANTED],
      measured: ['open beside', ...turn, ...turn],
    },
  ],
  [
    'another Ganeti judges, and is the same',
    { script: { head: [planted], beside: [planted] }, options: { against: 'debian:bookworm' } },
    { ...nothing, measured: ['open beside', ...turn] },
  ],
  [
    'the cluster is to be kept',
    { script: { head: [{}] }, options: { keep: true } },
    { ...nothing, measured: ['head', 'keep'] },
  ],
])('%s', async (_, story, expected) => {
  expect(await result(story)).toMatchObject(expected);
});

it('the report says that the base judged, and how an old baseline is refreshed', async () => {
  const { markdown } = await result({
    script: { head: [planted], beside: [{}] },
    stale: STALE,
    options: BASE,
  });
  expect(markdown).toContain(
    '`execve/ganeti-noded/true` 0 → 1 (+1); 1 value of the baselines out of date\n',
  );
  expect(markdown).toMatch(
    /; what moved was compared with its base too, .*\(debian:trixie, beside\), measured in turns on this machine/,
  );
  expect(markdown).toContain('| `rpc/node/hooks_runner` | 5 | 6 | 6 |');
  expect(markdown).toMatch(
    /or see why they differ:\n\n```\nnpm run perf -- refresh .* --workload instance-restart\n/,
  );
});

it('what was measured of the base is in the measurement, and beside it by itself', async () => {
  const { read } = await play({
    script: { head: [planted], beside: [{}] },
    options: BASE,
  });
  const { base, workloads } = parseMeasurement(read('measurement.json'), 'measurement.json');
  expect(workloads.map(({ repeat }) => repeat)).toEqual([2]);
  expect(base?.ganeti.revision).toBe('beside');
  expect(base?.workloads.map(({ name, repeat }) => [name, repeat])).toEqual([
    ['instance-restart', 1],
  ]);
  const own = parseMeasurement(read('base', 'measurement.json'), 'base/measurement.json');
  expect(own.workloads).toEqual(base?.workloads);
});

it('what an earlier run measured of its base does not stay beside this one', async () => {
  const out = join(mkdtempSync(join(tmpdir(), 'ganeti-perf-story-')), 'out');
  const options = { ...BASE, out };
  const { read } = await play({ script: { head: [planted], beside: [{}] }, options });
  expect(read('base', 'measurement.json')).not.toBe('');
  await play({ script: { head: [{}] }, options });
  expect(() => read('base', 'measurement.json')).toThrow('ENOENT');
});

const invalid = invalidError('the measurement is not valid');

it.each<[string, Script, Raw, number]>([
  ['of the second workload', { head: [{}, invalid] }, {}, 1],
  ['that was to confirm', { head: [planted, invalid] }, { workloads: ['instance-restart'] }, 1],
  ['of the base', { head: [planted], beside: [invalid] }, BASE, 1],
  ['after others of the same workload', { head: [{}, {}, invalid] }, { repeat: '3' }, 2],
])(
  'a measurement %s that is not valid loses nothing of what was measured before',
  async (_, script, options, repeats) => {
    const workloads = ['instance-restart', 'cluster-verify'];
    const { outcome, done, read } = await play({ script, options: { workloads, ...options } });
    expect(outcome).toBe(invalid);
    expect((outcome as PerfError).exitCode).toBe(4);
    expect(done.at(-1)).toBe('take down');
    const { workloads: kept } = parseMeasurement(read('measurement.json'), 'measurement.json');
    expect(kept.map(({ name, repeat }) => [name, repeat])).toEqual([['instance-restart', repeats]]);
    expect(() => read('comparison.json')).toThrow('ENOENT');
    // Whoever has only the files knows by this that it is a part.
    const failure = parseFailure(read('failure.json'), 'failure.json');
    expect(failure).toMatchObject({ kind: 'invalid', message: 'the measurement is not valid' });
  },
);

it('a run that comes to its end says nothing of failing, and takes away what an earlier one said', async () => {
  const out = join(mkdtempSync(join(tmpdir(), 'ganeti-perf-story-')), 'out');
  const options = { out };
  const { read } = await play({ script: { head: [invalid] }, options });
  expect(read('failure.json')).toContain('"kind": "invalid"');
  await play({ script: { head: [planted] }, options });
  expect(() => read('failure.json')).toThrow('ENOENT');
});

it.each<[string, Error, object]>([
  [
    'a build that failed',
    buildError(
      'image x could not be built:\n  a.hs:1:1: error:\n      parse error\n  make: \u001B[31mError 1',
    ),
    {
      kind: 'build',
      message: 'image x could not be built',
      lines: ['a.hs:1:1: error:', '    parse error', 'make: Error 1'],
    },
  ],
  ['a machine', environmentError('there is no engine'), { kind: 'environment', lines: [] }],
  [
    'a command in the cluster',
    new ProcessError(
      ['docker', 'exec', 'node1', 'gnt-cluster', 'init'],
      {
        exitCode: 1,
        signal: undefined,
        timedOutAfter: undefined,
        aborted: false,
        failure: undefined,
      },
      { stdout: 'starting\n', stderr: '  File "x.py", line 1\nSyntaxError: invalid syntax\n' },
    ),
    {
      kind: 'cluster',
      message: 'SyntaxError: invalid syntax',
      lines: ['starting', '  File "x.py", line 1', 'SyntaxError: invalid syntax'],
    },
  ],
  [
    'a defect of ours',
    new TypeError('x is undefined'),
    { kind: 'defect', message: 'x is undefined' },
  ],
  ['no words at all', new Error(''), { kind: 'defect', message: 'no reason was given' }],
  [
    'endless words',
    invalidError(`${'x'.repeat(1e6)}\n${`${'y'.repeat(1e4)}\n`.repeat(100)}`),
    { message: `${'x'.repeat(299)}…`, lines: Array(25).fill(`${'y'.repeat(299)}…`) },
  ],
])('what it failed of is in a file: %s', async (_, error, said) => {
  const { outcome, read } = await play({ script: { head: [error] } });
  expect(outcome).toBe(error);
  expect(parseFailure(read('failure.json'), 'failure.json')).toMatchObject(said);
});

it('a base that cannot be built ends the run, and what was measured before is there', async () => {
  const broken = environmentError('the base does not compile');
  const { outcome, read } = await play({
    script: { head: [planted], beside: broken },
    options: BASE,
  });
  expect(outcome).toBe(broken);
  const { workloads } = parseMeasurement(read('measurement.json'), 'measurement.json');
  expect(workloads.map(({ repeat }) => repeat)).toEqual([1]);
});

it('a base that is no checkout is refused before anything is started', async () => {
  const options = { base: 'source:/nowhere' };
  const { outcome, done } = await play({ script: { head: [{}] }, options });
  expect((outcome as PerfError).exitCode).toBe(2);
  expect((outcome as PerfError).message).toContain("'source:/nowhere' is not a folder");
  expect(done).toEqual([]);
});

it('where a cluster was kept already, nothing is measured', async () => {
  const story = { script: { head: [{}], kept: true }, options: { keep: true } };
  const { outcome, done } = await play(story);
  expect((outcome as PerfError).exitCode).toBe(2);
  expect(done).toEqual(['take down']);
});
