import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseFailure } from '../src/model/read.ts';
import { run } from '../src/platform/process/process.ts';
import { ROOT } from './lib/dependencies.mjs';

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
}
interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

async function stepsOf(workflow: string): Promise<Step[]> {
  const text = await readFile(`${ROOT}.github/workflows/${workflow}.yml`, 'utf8');
  const { jobs } = parse(text) as Workflow;
  return Object.values(jobs).flatMap(({ steps = [] }) => steps);
}

/** The names of artifacts that steps of this action have in a workflow, where they hold `what`. */
async function names(workflow: string, action: string, what: (step: Step) => boolean) {
  return (await stepsOf(workflow))
    .filter((step) => step.uses?.startsWith(`actions/${action}@`) && what(step))
    .map((step) => step.with?.['name'] ?? step.with?.['pattern'] ?? '');
}

it.each(['measure', 'fan-out'])('what %s measured is of its attempt', async (workflow) => {
  const found = await names(workflow, 'upload-artifact', (step) =>
    /^perf-results\/measurement\.json$/m.test(step.with?.['path'] ?? ''),
  );
  expect(found).toEqual([expect.stringMatching(/\}\}-attempt-\$\{\{ github\.run_attempt \}\}$/)]);
});

it('a comment is of what the attempt measured that started it, and of no earlier one', async () => {
  const found = await names(
    'comment',
    'download-artifact',
    (step) => 'run-id' in (step.with ?? {}),
  );
  expect(found).toEqual([
    '${{ inputs.artifact }}-attempt-${{ github.event.workflow_run.run_attempt }}',
  ]);
});

it('what a matrix job of fan-out leaves is of its attempt, by the name of its artifact and of the folder in it', async () => {
  const attempt = '${{ matrix.name }}-attempt-${{ github.run_attempt }}';
  const legs = await names('fan-out', 'upload-artifact', (step) => step.with?.['path'] === LEG);
  expect(legs).toEqual(['${{ inputs.artifact }}-leg-' + attempt]);
  const [measure] = (await stepsOf('fan-out')).filter((step) => step.with?.['out']);
  expect(measure?.with?.['out']).toBe(`${LEG}/${attempt}`);
});

const LEG = '${{ runner.temp }}/leg';

it.each<[string, string, string[], string]>([
  ['failed before it measured', 'failure', [], 'the matrix job ended before it had measured'],
  ['measured a part and was ended', 'cancelled', ['measurement.json'], 'the matrix job ended'],
  ['found a regression', 'failure', ['measurement.json'], ''],
  ['said itself why it failed', 'failure', ['failure.json'], ''],
])('a matrix job that %s leaves what says so', async (_, status, files, message) => {
  const [script] = (await stepsOf('fan-out')).filter(({ name }) => name?.startsWith('Say so'));
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-leg-'));
  const leg = join(folder, 'leg', 'a-attempt-2');
  await mkdir(leg, { recursive: true });
  for (const file of files) await writeFile(join(leg, file), 'its own');
  await run('bash', ['-e', '-c', script?.run ?? ''], { env: { LEG: leg, STATUS: status } });
  const left = await readdir(leg);
  if (message === '') return expect(left).toEqual(files);
  expect(left).toEqual(['failure.json']);
  const failure = parseFailure(await readFile(join(leg, 'failure.json'), 'utf8'), 'failure.json');
  expect(failure).toMatchObject({ kind: 'interrupted', message: expect.stringContaining(message) });
});

it('a matrix job that left nothing at all is named, those of other sizes and those that left something are not', async () => {
  const [script] = (await stepsOf('fan-out')).filter(({ name }) =>
    name?.startsWith('Name the matrix jobs'),
  );
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-legs-'));
  const there = 'jobs/m-leg-3-nodes-6-instances-a-attempt-2/3-nodes-6-instances-a-attempt-2';
  await mkdir(join(folder, there), { recursive: true });
  const names = ['3-nodes-6-instances-a', '3-nodes-6-instances-b', '33-nodes-6-instances-b'];
  const MATRIX = JSON.stringify({ include: names.map((name) => ({ name })) });
  await run('bash', ['-e', '-o', 'pipefail', '-c', script?.run ?? ''], {
    cwd: folder,
    env: { MATRIX, SIZE: '3-nodes-6-instances' },
  });
  const left = await readdir(join(folder, 'jobs'));
  expect(left.sort()).toEqual(['3-nodes-6-instances-b-attempt-1', there.split('/')[1]]);
  const file = join(folder, 'jobs/3-nodes-6-instances-b-attempt-1/failure.json');
  expect(parseFailure(await readFile(file, 'utf8'), 'failure.json').message).toBe(
    'the matrix job left nothing',
  );
});
