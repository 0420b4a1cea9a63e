import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../src/platform/process/process.ts';
import { lockHash, nodeProblem, ROOT } from './lib/dependencies.mjs';
import { slowestOf, tallyOf } from './lib/tally.mjs';

const LIB = JSON.stringify(new URL('lib/steps.mjs', import.meta.url).href);

function script(list: readonly object[], cwd: string, beside: readonly object[]): string[] {
  const text = `
    const { runSteps } = await import(${LIB});
    process.exitCode = await runSteps(${JSON.stringify(list)}, ${JSON.stringify({ cwd, beside })});`;
  return ['--input-type=module', '-e', text];
}

/** Runs steps as test.mjs does, in a process of their own. */
async function steps(list: readonly object[], cwd = '/', beside: readonly object[] = []) {
  const node = script(list, cwd, beside);
  const { stdout, exitCode } = await run(process.execPath, node, { reject: false });
  return { lines: stdout.split('\n'), last: stdout.split('\n').at(-1), exitCode };
}

const good = { title: 'good', command: ['true'] };
const bad = { title: 'bad', command: ['sh', '-c', 'echo reason >&2; exit 3'] };

describe('steps', () => {
  it('all good', async () => {
    expect(await steps([good, good])).toMatchObject({ last: '2 passed, 0 failed', exitCode: 0 });
  });

  it('a failure does not stop what comes after it, and its words are seen', async () => {
    const { lines, last, exitCode } = await steps([bad, good]);
    expect({ last, exitCode }).toEqual({ last: '1 passed, 1 failed', exitCode: 1 });
    expect(lines).toContain('reason');
    expect(lines.join('\n')).toMatch(/== bad: FAILED \(.* s\)\n\n== good\n== good: ok/);
  });

  it('a program that is not there is a failure', async () => {
    const missing = { title: 'x', command: ['no-such-program'] };
    expect(await steps([missing])).toMatchObject({ last: '0 passed, 1 failed', exitCode: 1 });
  });

  it('how long each step took stands at the end', async () => {
    const { lines } = await steps([good, bad]);
    expect(lines.slice(lines.indexOf('how long each step took:') + 1)).toEqual([
      expect.stringMatching(/^ +\d+\.\d s {2}good$/),
      expect.stringMatching(/^ +\d+\.\d s {2}bad$/),
      '',
      '1 passed, 1 failed',
    ]);
  });

  describe('beside others', () => {
    /** A step that says something, and lets another go on before it says more. */
    async function talkers() {
      const fifo = join(await mkdtemp(join(tmpdir(), 'ganeti-perf-steps-')), 'fifo');
      await run('mkfifo', [fifo]);
      const aside = { title: 'aside', command: ['sh', '-c', `echo a1; echo >${fifo}; echo a2`] };
      const first = { title: 'first', command: ['sh', '-c', `echo f1; read x <${fifo}; echo f2`] };
      return { aside, first };
    }

    it('steps run at the same time, and what they write comes behind what the others do', async () => {
      const { aside, first } = await talkers();
      const { lines, last } = await steps([first, good], '/', [aside, good]);
      const text = lines.join('\n').replaceAll(/ \(\d+\.\d s\)/g, '');
      expect(text).toContain(
        '== first\nf1\nf2\n== first: ok\n\n== good\n== good: ok\n' +
          '\n== aside\na1\na2\n== aside: ok\n\n== good\n== good: ok\n',
      );
      expect(last).toBe('4 passed, 0 failed');
    });

    it('one that fails counts and stops nothing', async () => {
      const { lines, last, exitCode } = await steps([good], '/', [bad, good]);
      expect({ last, exitCode }).toEqual({ last: '2 passed, 1 failed', exitCode: 1 });
      expect(lines).toContain('reason');
    });

    it('what is written when no other step runs is seen at once', async () => {
      const fifo = join(await mkdtemp(join(tmpdir(), 'ganeti-perf-steps-')), 'fifo');
      await run('mkfifo', [fifo]);
      // Ends only when somebody has read its first line.
      const slow = { title: 'slow', command: ['sh', '-c', `echo s1; read x <${fifo}`] };
      const child = spawn(process.execPath, script([good], '/', [slow]));
      const closed = once(child, 'close');
      for await (const chunk of child.stdout.setEncoding('utf8')) {
        if (String(chunk).includes('s1')) await writeFile(fifo, 'go\n');
      }
      expect(await closed).toEqual([0, null]);
    });

    it('a program that is not there is a failure', async () => {
      const missing = { title: 'x', command: ['no-such-program'] };
      const { lines, last } = await steps([good], '/', [missing]);
      expect(lines.join('\n')).toContain('no-such-program cannot be started');
      expect(last).toBe('1 passed, 1 failed');
    });
  });

  it('nothing at all is no pass', async () => {
    expect(await steps([])).toMatchObject({ last: '0 passed, 0 failed', exitCode: 1 });
  });

  it('tests are counted one by one; a suite without any fails', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-suite-'));
    const config =
      "export default { test: { name: 'own', include: ['*.test.mjs'], globals: true } };";
    await writeFile(join(folder, 'vitest.config.mjs'), config);
    const suite = { title: 'suite', project: 'own', args: [] as string[] };
    expect(await steps([good, suite], folder)).toMatchObject({ exitCode: 1 });
    const tests = "test('a', () => {}); test('b', () => expect(1).toBe(2)); test('c', () => {});";
    await writeFile(join(folder, 'x.test.mjs'), tests);
    expect(await steps([good, suite], folder)).toMatchObject({
      last: '3 passed, 1 failed',
      exitCode: 1,
    });
    const { lines } = await steps([suite, good], folder);
    const heading = lines.indexOf('slowest of suite:');
    expect(lines.slice(heading + 1, heading + 4)).toEqual(
      Array(3).fill(expect.stringMatching(/^ +\d+\.\d s {2}\S*x\.test\.mjs: [abc]$/)),
    );
    expect(heading).toBeGreaterThan(lines.indexOf('== good'));
    const chosen = { ...suite, args: ['--testNamePattern', 'a|c'] };
    expect(await steps([chosen], folder)).toMatchObject({
      last: '2 passed, 0 failed',
      exitCode: 0,
    });
    const none = { ...suite, args: ['--testNamePattern', 'zzz'] };
    expect(await steps([good, none], folder)).toMatchObject({ exitCode: 1 });
  });
});

it.each<
  [report: object | undefined, status: number, chosen: boolean, passed: number, failed: number]
>([
  [{ numPassedTests: 5, numFailedTests: 0 }, 0, false, 5, 0],
  [{ numPassedTests: 5, numFailedTests: 2 }, 1, false, 5, 2],
  // A file that does not load, or an error after the last test.
  [{ numPassedTests: 5, numFailedTests: 0 }, 1, false, 5, 1],
  // vitest itself failed.
  [undefined, 1, false, 0, 1],
  [{ numPassedTests: 0, numFailedTests: 0 }, 0, false, 0, 1],
  [{ numPassedTests: 0, numFailedTests: 0 }, 0, true, 0, 0],
])(
  'a suite of %j that ends with %i (chosen: %s) counts %i, %i',
  (report, status, chosen, passed, failed) => {
    const text = report === undefined ? '' : JSON.stringify(report);
    expect(tallyOf(text, status, chosen)).toEqual({ passed, failed });
  },
);

it('of the tests of a suite the ten that took longest are named, those first', () => {
  const result = (name: string, duration?: number) => ({ fullName: ` ${name}`, duration });
  const many = Array.from({ length: 12 }, (_, n) => result(`t${n}`, n));
  const report = JSON.stringify({
    testResults: [
      { name: `${ROOT}src/a.test.ts`, assertionResults: [result('x', 2500), result('not run')] },
      { name: `${ROOT}src/b.test.ts`, assertionResults: many },
    ],
  });
  const slowest = slowestOf(report);
  expect(slowest).toHaveLength(10);
  expect(slowest.slice(0, 2)).toEqual([
    { seconds: 2.5, name: 'src/a.test.ts: x' },
    { seconds: 0.011, name: 'src/b.test.ts: t11' },
  ]);
  expect(slowestOf('')).toEqual([]);
});

describe('dependencies', () => {
  it.each([
    ['18.20.0', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['20.20.2', true],
    ['22.0.0', true],
    ['24.1.0', true],
  ])('Node %s is new enough: %s', (version, enough) => {
    const problem = nodeProblem(version);
    expect(problem === undefined).toBe(enough);
    if (!enough) expect(problem).toContain('needs Node 20.19 or newer');
  });

  it('another lock file is another hash', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-lock-'));
    await writeFile(join(folder, 'package-lock.json'), '{}');
    const before = lockHash(folder);
    await writeFile(join(folder, 'package-lock.json'), '{ }');
    expect(lockHash(folder)).not.toBe(before);
  });
});
