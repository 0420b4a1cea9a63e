import { execFileSync } from 'node:child_process';
import { link, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNTRUSTED_TEXTS } from '../../test/support/untrustedTexts.ts';
import { anEvent } from '../../test/support/pullRequest.ts';
import { judgeMeasurement, type Judged } from './judgeUntrusted.ts';
import { commentBody } from '../github/comments/body.ts';
import { MAX_MEASUREMENT_BYTES } from '../github/events/intake.ts';
import { CALIBRATION_FIGURES } from '../model/calibration.ts';
import { MACHINE_FACTS } from '../model/environment.ts';
import { parseMeasurement } from '../model/read.ts';
import { PerfError } from '../platform/errors.ts';

/** A measurement is what a pull request's own code may have written: what can it do to the reader? */

const FIXTURE = new URL('../../test/fixtures/measurement-mass-migrate.json', import.meta.url);
/** A measurement that anything may be put into. */
interface Loose {
  ganeti: Record<string, unknown>;
  environment: Record<string, unknown>;
  cluster: Record<string, unknown>;
  workloads: { name: unknown; repeat: unknown; metrics: unknown; causes?: unknown }[];
  base?: Pick<Loose, 'ganeti' | 'environment' | 'workloads'> & Record<string, unknown>;
}

const good = await oneRepeat();

/** A case that changes a metric shall be wrong for its own reason only. */
async function oneRepeat(): Promise<string> {
  const measurement = parseMeasurement(await readFile(FIXTURE, 'utf8'), 'fixture');
  for (const workload of measurement.workloads) {
    workload.repeat = 1;
    for (const metric of Object.values(workload.metrics)) metric.values.length = 1;
  }
  return JSON.stringify(measurement);
}

let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-untrusted-'));
  await writeFile(join(folder, 'event.json'), JSON.stringify(anEvent()));
});
afterAll(() => rm(folder, { recursive: true }));

const freePath = (): string => join(folder, `measurement-${count++}.json`);

function judged(path: string): Promise<Judged> {
  const runner = {
    eventName: 'workflow_run',
    apiUrl: 'http://127.0.0.1:1',
    serverUrl: 'https://github.com',
    repository: { owner: 'ganeti', name: 'ganeti' },
    runId: 200,
    branch: 'master',
    workspace: folder,
  };
  const settings = { measurement: path, token: 'secret', baselines: undefined, verbose: false };
  return judgeMeasurement(settings, { ...runner, eventPath: join(folder, 'event.json') });
}

async function judgedText(text: string | Uint8Array): Promise<Judged> {
  const path = freePath();
  await writeFile(path, text);
  return judged(path);
}

function changed(change: (document: Loose) => unknown): string {
  const document = JSON.parse(good) as Loose;
  change(document);
  return JSON.stringify(document);
}

/** The good text with a base that is measured alike, but for this. */
function based(change: (base: NonNullable<Loose['base']>) => unknown): string {
  return changed((document) => {
    const { ganeti, environment, workloads } = JSON.parse(good) as Loose;
    document.base = { ganeti, environment, workloads };
    change(document.base);
  });
}

/** The good text with the first workload's metrics replaced by these, as text. */
const withMetrics = (metrics: string): string =>
  changed((d) => void (d.workloads[0]!.metrics = 'HERE')).replace('"HERE"', metrics);
const withValue = (value: string): string =>
  withMetrics(`{"execve/cli/ssh": {"unit": "count", "values": [${value}]}}`);
const withName = (name: string): string => changed((d) => void (d.workloads[0]!.name = name));
const withKey = (key: string): string =>
  withMetrics(`{${JSON.stringify(key)}: {"unit": "count", "values": [1]}}`);

it('a measurement that is as it should be is judged by the baselines of this project', async () => {
  const { comparison, summary, run } = await judgedText(good);
  expect(['pass', 'regression']).toContain(comparison?.verdict);
  expect(run.stamp.runId).toBe(100);
  expect(summary).toContain('actions/runs/100/attempts/1');
});

it('takes all that a run says of its machine', async () => {
  const document = changed((d) => {
    for (const name of [...MACHINE_FACTS, ...CALIBRATION_FIGURES]) d.environment[name] = 1;
    d.environment.storage = 'real';
  });
  expect((await judgedText(document)).comparison?.after.environment).toMatchObject({
    'calibration.forkExecUs': 1,
    storage: 'real',
  });
});

it('a measurement with a base is judged by that one too', async () => {
  const planted = (value: number) => (d: Pick<Loose, 'workloads'>) =>
    Object.assign(d.workloads[0]!.metrics as object, {
      'execve/cli/extra': { unit: 'count', values: [value] },
    });
  const both = JSON.parse(based(planted(1))) as Loose;
  planted(1)(both);
  const { comparison, summary } = await judgedText(JSON.stringify(both));
  const metric = comparison?.workloads[0]?.metrics.find(({ key }) => key === 'execve/cli/extra');
  expect(metric).toMatchObject({
    verdict: 'new',
    gates: false,
    base: { values: [1], verdict: 'same' },
  });
  expect(summary).toMatch(
    /Baselines out of date[^]*\| `execve\/cli\/extra` \| unknown \| 1 \| 1 \|/,
  );
});

const FILES: [string, (path: string) => Promise<unknown>][] = [
  ['is a folder', (path) => mkdir(path)],
  ['is a link to a file of this machine', (path) => symlink('/etc/passwd', path)],
  ['is a link to a good measurement', (path) => symlink(fileURLToPath(FIXTURE), path)],
  ['is a link to nothing', (path) => symlink('/nowhere', path)],
  ['is a link to itself', (path) => symlink(path, path)],
  [
    'is a hard link',
    async (path) => {
      await writeFile(`${path}.other`, good);
      await link(`${path}.other`, path);
    },
  ],
  // eslint-disable-next-line @typescript-eslint/require-await -- node has no mkfifo of its own
  ['is a pipe that nobody writes to', async (path) => execFileSync('mkfifo', [path])],
  ['is a device', (path) => symlink('/dev/zero', path)],
  ['is within a file', () => Promise.resolve()],
  ['is larger than any of ours', (path) => writeFile(path, ' '.repeat(MAX_MEASUREMENT_BYTES + 1))],
];

const TEXTS: [string, string | Uint8Array][] = [
  ['is empty', ''],
  ['is cut short', good.slice(0, -9)],
  ['has two documents', `${good}${good}`],
  ['begins with two byte order marks', `\uFEFF\uFEFF${good}`],
  ['is not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
  ['is UTF-16', Buffer.from(good, 'utf16le')],
  ['is binary', Buffer.alloc(4096)],
  ['is a script', '#!/bin/sh\nexit 0\n'],
  ['is nested deep, in lists', '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
  ['is nested deep, in objects', '{"a":'.repeat(300_000) + '1' + '}'.repeat(300_000)],
  ['is one long text', JSON.stringify('\\"'.repeat(900_000))],
  ['is a million lists', `[${'[],'.repeat(1_000_000)}[]]`],
  ['is null', 'null'],
  ['is a list', `[${good}]`],
  ['names a key twice', good.replace('{', '{"schema": "ganeti-perf/measurement/1",')],
  ['names a key twice, once in escapes', good.replace('{', '{"sch\\u0065ma": 1,')],
  ['has a __proto__', good.replace('{', '{"__proto__": {"polluted": 1},')],
  ['has a __proto__ in escapes', good.replace('{', '{"\\u005f_proto__": {},')],
  [
    'has a __proto__ among its metrics',
    withMetrics('{"__proto__": {"unit": "count", "values": [1]}}'),
  ],
  ['has a constructor', good.replace('{', '{"constructor": {"prototype": {}},')],
  ['is of a version to come', good.replace('measurement/1', 'measurement/2')],
  ['is of version 01', good.replace('measurement/1', 'measurement/01')],
  ['is a baseline', good.replace('ganeti-perf/measurement/1', 'ganeti-perf/baseline/1')],
  ['is a comparison', good.replace('ganeti-perf/measurement/1', 'ganeti-perf/comparison/1')],
  ['has a verdict of its own', good.replace('{', '{"verdict": "pass",')],
  ['says which pull request it is of', good.replace('{', '{"pullRequest": 1,')],
  ['says what the comment is', good.replace('{', '{"markdown": "<img src=x>",')],
  ['has NaN', withValue('NaN')],
  ['has Infinity', withValue('Infinity')],
  ['has a number beyond all bounds', withValue('1e999')],
  ['has a negative number', withValue('-1')],
  ['has a part of a count', withValue('0.2')],
  ['has a part of a byte', withMetrics('{"heap/luxid/peak-rss":{"unit":"bytes","values":[0.4]}}')],
  ['has a part of a write', withMetrics('{"jobfile/job/writes":{"unit":"count","values":[1.5]}}')],
  ['has a time that is a count', withMetrics('{"wall":{"unit":"count","values":[1]}}')],
  ['has a count that is a time', withMetrics('{"fsync/a":{"unit":"seconds","values":[1]}}')],
  ['has a program that is bytes', withMetrics('{"execve/a/bytes":{"unit":"bytes","values":[1]}}')],
  ['has a number that is not safe', withValue('9007199254740993')],
  ['has a number as a text', withValue('"1"')],
  ['has null in place of a number', withValue('null')],
  ['has no values', withValue('')],
  ['has more values than repeats', withValue('1,2,3')],
  ['has a thousand and one values', withValue(Array(1001).fill(1).join())],
  ['has a repeat of 0', changed((d) => void (d.workloads[0]!.repeat = 0))],
  ['has half a repeat', changed((d) => void (d.workloads[0]!.repeat = 0.5))],
  ['has an unknown unit', withValue('1').replace('"count"', '"<b>"')],
  ['has a workload that there is not', withName('cluster-destroy')],
  ['has a workload of a path', withName('../../../etc/passwd')],
  ['has a workload with a slash', withName('a/b')],
  ['has a workload with Markdown', withName('[x](https://evil.example)')],
  ['has a workload with HTML', withName('<img src=x onerror=alert(1)>')],
  ['has a workload with a mention', withName('@octocat')],
  ['has a workload with a line end', withName('mass-migrate\n::error::x')],
  ['has a workload with a line end at its end', withName('mass-migrate\n')],
  ['has a workload of look-alikes', withName('mаss-migrate')],
  ['has a workload that objects inherit', withName('constructor')],
  ['has a workload twice', changed((d) => void d.workloads.push(d.workloads[0]!))],
  ['has 201 workloads', changed((d) => void (d.workloads = Array(201).fill(d.workloads[0])))],
  ['has a metric of no family', withKey('verdict/pass')],
  ['has a metric of a path', withKey('execve/../../x/..//y')],
  ['has a metric with Markdown', withKey('execve/`x`/**y**')],
  ['has a metric with a workflow command', withKey('execve/a/::set-output name=x::y')],
  ['has a metric with a line end', withKey('execve/a/b\n')],
  ['has a metric with a bidirectional character', withKey('execve/a/\u202Ecba')],
  ['has a metric with a NUL', withKey('execve/a/\u0000')],
  ['has a metric with an escape sequence', withKey('execve/a/\u001B[2J')],
  ['has a metric that goes deep', withKey('execve/a/b/c/d/e/f')],
  ['has a metric with a long name', withKey(`execve/a/${'x'.repeat(81)}`)],
  [
    'has more metrics than any workload',
    withMetrics(
      `{${Array.from({ length: 2_001 }, (_, n) => `"execve/a/${n}":{"unit":"count","values":[1]}`).join()}}`,
    ),
  ],
  ['has a Ganeti of a path', changed((d) => void (d.ganeti.version = '../../etc'))],
  ['has a Ganeti of a path after a version', changed((d) => void (d.ganeti.version = '3.0.2/..'))],
  ['has a Ganeti from elsewhere', changed((d) => void (d.ganeti.source = 'https://evil.example'))],
  ['has a Ganeti from an option', changed((d) => void (d.ganeti.source = 'image:--privileged'))],
  ['has a Ganeti with markup', changed((d) => void (d.ganeti.revision = '<b>1</b>'))],
  ['has a Ganeti with a mention', changed((d) => void (d.ganeti.revision = 'by @octocat'))],
  ['has a huge cluster', changed((d) => void (d.cluster.nodes = 1e9))],
  ['has a cluster of a path', changed((d) => void (d.cluster.diskTemplate = '../x'))],
  ['has half a node', changed((d) => void (d.cluster.nodes = 2.5))],
  ['has an environment of any name', changed((d) => void (d.environment.evil = 'x'))],
  ['has a storage of markup', changed((d) => void (d.environment.storage = '<b>'))],
  ['has an environment of markup', changed((d) => void (d.environment['<b>'] = 'x'))],
  ['has an environment that goes deep', changed((d) => void (d.environment.kernel = { a: 1 }))],
  [
    'has an environment of a long text',
    changed((d) => void (d.environment.kernel = 'x'.repeat(301))),
  ],
  ['has a base that is a text', changed((d) => void Object.assign(d, { base: 'pass' }))],
  ['has a base of a verdict', based((base) => void (base['verdict'] = 'same'))],
  ['has a base of a base', based((base) => void (base['base'] = {}))],
  ['has a base from elsewhere', based((base) => void (base.ganeti.source = 'http://evil'))],
  ['has a base with markup', based((base) => void (base.ganeti.revision = '<b>1</b>'))],
  ['has a base of any environment', based((base) => void (base.environment.evil = 'x'))],
  ['has a base of no workload', based((base) => void (base.workloads[0]!.name = 'destroy'))],
  ['has a base of a path', based((base) => void (base.workloads[0]!.name = '../x'))],
  ['has a base of a workload twice', based((base) => base.workloads.push(base.workloads[0]!))],
  [
    'has a base with a metric that is none',
    based((base) => void (base.workloads[0]!.metrics = { 'execve/`x`': {} })),
  ],
  ['has causes that are none', changed((d) => void (d.workloads[0]!.causes = ['<script>']))],
  [
    'has causes with more digits than a number holds',
    changed(
      (d) =>
        void (d.workloads[0]!.causes = ['job × 1 [sleep/job/seconds 999999999999999.999999] a']),
    ),
  ],
  [
    'has causes with a part of a call',
    changed((d) => void (d.workloads[0]!.causes = ['job × 1 [rpc/node/version 0.5] a'])),
  ],
  [
    'has causes deeper than any tree',
    changed((d) => {
      d.workloads[0]!.causes = Array.from(
        { length: 90 },
        (_, n) => `${' '.repeat(n)}command × 1 [] a`,
      );
    }),
  ],
  [
    'has causes beyond number',
    changed((d) => void (d.workloads[0]!.causes = Array(50_001).fill('job × 1 [] a'))),
  ],
];

/** What was tried, and what of it was refused. */
const tally = { tried: 0, refused: 0 };

async function expectRefusal(path: string): Promise<void> {
  tally.tried++;
  const { refused: error, comparison, report } = await judged(path);
  expect(error).toBeInstanceOf(PerfError);
  // Nothing of it is told, but that there is none.
  expect([comparison, report?.title, report?.verdict, report?.sections]).toEqual([
    undefined,
    'Not measured',
    ['what the run left cannot be read'],
    [],
  ]);
  const { exitCode, message } = error as PerfError;
  expect(exitCode).toBe(2);
  // A sentence that names the file: one line, short, and nothing that drives a terminal in it.
  expect(message.startsWith(path), message).toBe(true);
  expect(message).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
  expect(message.length).toBeLessThan(1_000);
  tally.refused++;
}

describe('a file is refused that', () => {
  it.each(FILES)('%s', async (what, make) => {
    const path = what === 'is within a file' ? join(folder, 'event.json', 'x') : freePath();
    await make(path);
    await expectRefusal(path);
  });

  it.each(TEXTS)('%s', async (_, text) => {
    const path = freePath();
    await writeFile(path, text);
    await expectRefusal(path);
  });

  it('none of them was taken', () => {
    const all = FILES.length + TEXTS.length;
    expect(all).toBeGreaterThanOrEqual(40);
    expect(tally).toEqual({ tried: all, refused: all });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

const NASTY = [
  '<img src=x onerror=alert(1)></details><!-- ganeti-perf: 1 -->',
  '[click](https://evil.example) ![x](https://evil.example/x.png) https://evil.example',
  '@octocat @ganeti/team #1 GH-1 fixes #2',
  '`code` **bold** ~~no~~ | a | b | $m$',
  'line\n::error::x\r\n##[error]y\n::set-output name=verdict::pass',
  '\u202Eesrever\u200B\u0000\u001B[31m\uFEFF',
  '```\n# Heading\n```',
];

describe('text that a measurement may have does nothing', () => {
  it.each([...NASTY, ...UNTRUSTED_TEXTS])('%j', async (text) => {
    // One line, as the schema has it.
    const label = `x${text.replace(/[\r\n\u2028\u2029]+/g, ' ')}`.slice(0, 200);
    const judgedOne = await judgedText(
      changed((d) => {
        const { ganeti, workloads } = JSON.parse(good) as Loose;
        Object.assign(d.environment, { kernel: text, engine: text, python: text, overlay: text });
        d.base = { ganeti, environment: { ...d.environment }, workloads };
        const evil = { 'execve/cli/evil': { unit: 'count', values: [9] } };
        Object.assign(d.workloads[0]!.metrics as object, evil);
        d.workloads[0]!.causes = [`command × 1 [execve/cli/evil 9] ${label}`];
      }),
    );
    expect(judgedOne.comparison?.verdict).toBe('regression');
    const body = commentBody({ ...judgedOne, report: judgedOne.report! });
    for (const markdown of [body, judgedOne.summary]) expectHarmless(markdown);
    expect(body.split('\n').filter((line) => line.startsWith('<!--'))).toHaveLength(1);
    expect(body.startsWith('<!-- ganeti-perf: 1 run=100 ')).toBe(true);
  });

  it('the largest measurement is judged, and its comment is one that GitHub takes', async () => {
    const keys = Array.from({ length: 1_900 }, (_, n) => `execve/c${n}/${'x'.repeat(70)}`);
    const metrics = keys.map((key) => [key, { unit: 'count', values: [7] }]);
    const judgedOne = await judgedText(
      changed((d) => {
        Object.assign(d.workloads[0]!.metrics as object, Object.fromEntries(metrics));
        d.workloads[0]!.causes = Array.from(
          { length: 20_000 },
          (_, n) => `command × 1 [${keys[n % 1_900]} 7] ${n} ${'@<'.repeat(20)}`,
        );
      }),
    );
    const body = commentBody({ ...judgedOne, report: judgedOne.report! });
    expect(body.length).toBeLessThan(65_536);
    expect(Buffer.byteLength(judgedOne.summary)).toBeLessThan(1024 ** 2);
    expect(body).toMatch(/did not fit here\. The whole is in the \[summary of the run\]\(https:/);
    expect(body.match(/<details>/g)).toHaveLength(body.match(/<\/details>/g)?.length ?? -1);
    expectHarmless(body);
  });
});

describe('why a run failed', () => {
  const failure = (change: object = {}) =>
    JSON.stringify({
      schema: 'ganeti-perf/failure/1',
      kind: 'build',
      message: 'image x could not be built',
      lines: ['make: *** [all] Error 1'],
      ...change,
    });

  /** Beside a good measurement, or alone. */
  async function judgedBeside(text: string, measurement?: string): Promise<Judged> {
    const own = await mkdtemp(join(folder, 'failed-'));
    await writeFile(join(own, 'failure.json'), text);
    if (measurement !== undefined) await writeFile(join(own, 'measurement.json'), measurement);
    return judged(join(own, 'measurement.json'));
  }

  it.each([
    ['alone', undefined],
    ['beside a measurement, which is a part then', good],
  ])('is said, %s', async (_, measurement) => {
    const { comparison, refused, report, summary } = await judgedBeside(failure(), measurement);
    expect([comparison, refused]).toEqual([undefined, undefined]);
    expect([report?.title, report?.verdict]).toEqual(['Not measured', ['the build failed']]);
    expect(summary).toContain('```\nmake: *** [all] Error 1\n```');
  });

  it.each([...NASTY, ...UNTRUSTED_TEXTS])('does nothing: %j', async (text) => {
    const line = `x${text.replace(/\p{Cc}+/gu, ' ')}`.slice(0, 300);
    const lines = [line, line.slice(1).trimStart(), '`'.repeat(299)];
    const one = await judgedBeside(failure({ message: line, lines }));
    expect(one.refused).toBeUndefined();
    const body = commentBody({ ...one, report: one.report! });
    for (const markdown of [body, one.summary]) expectHarmless(markdown);
    const around = body.replace(/^(`{3,})\n[^]*?^\1$/gm, '');
    expect(around.split('\n').filter((l) => l.startsWith('<!--'))).toHaveLength(1);
    expect(around.match(/^<\/?details>/gm)).toEqual(['<details>', '</details>']);
  });

  it('has the most that there can be, and its comment is one that GitHub takes', async () => {
    const most = '@'.repeat(300);
    const lines = Array<string>(25).fill(most);
    const one = await judgedBeside(failure({ message: '$'.repeat(300), lines }));
    const body = commentBody({ ...one, report: one.report! });
    expect(body).toContain('What it said last');
    expect(body.length).toBeLessThan(65_536);
  });

  it.each<[string, string]>([
    ['is empty', ''],
    ['is of another version', failure({ schema: 'ganeti-perf/failure/2' })],
    ['is a measurement', good],
    ['is of another kind', failure({ kind: 'verdict: pass' })],
    ['has lines that are none', failure({ lines: ['a\n::error::b'] })],
    ['drives a terminal', failure({ message: '\u001B[31mred' })],
    ['has too many lines', failure({ lines: Array(26).fill('x') })],
    ['has a line that is too long', failure({ lines: ['x'.repeat(301)] })],
    ['has more to say', failure({ verdict: 'pass' })],
    ['is larger than any of ours', failure({ lines: [' '.repeat(100_000)] })],
  ])('is refused where it %s, and the measurement beside it with it', async (_, text) => {
    const { comparison, refused, report } = await judgedBeside(text, good);
    expect(comparison).toBeUndefined();
    expect(report?.verdict).toEqual(['what the run left cannot be read']);
    expect((refused as PerfError).message).toMatch(/failure\.json (?:is|has|holds) /);
  });
});

/** Outside code, which shows everything as it is, there are our own tags and links only. */
function expectHarmless(markdown: string): void {
  const [, ...lines] = markdown.replace(/^<!--[^\n]*-->\n/, '\n').split('\n');
  const text = lines.join('\n').replace(/^(`{3,})[^]*?^\1$/gm, '');
  const seen = text.replace(/(\\.)|`[^`\n]*`/g, '$1 ');
  const ours = /^<\/?(?:details|summary|code|span)>$/;
  expect([...new Set(seen.match(/<[^>\s][^>]*>/g))].filter((tag) => !ours.test(tag))).toEqual([]);
  const links = [...seen.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(
    ([, url = '']) => new URL(url).host,
  );
  expect(links.every((host) => host === 'github.com')).toBe(true);
  expect(seen.replaceAll('https://github.com/ganeti/', '')).not.toMatch(
    /@\w|::|##\[|:\/\/|(?<!&)#\d/,
  );
  expect(markdown.replaceAll(/[\n\u200B]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
}
