import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../lib/dependencies.mjs';
import { findWorkflows } from './documents.ts';
import { parseWorkflow, type Job, type ParsedWorkflow } from './parsed.ts';
import { grantsOf, ownAction, type Grants } from './project.ts';

let workflows: readonly ParsedWorkflow[] = [];
let files: readonly ParsedWorkflow[] = [];

beforeAll(async () => {
  workflows = (await findWorkflows(ROOT)).map((workflow) => parseWorkflow(workflow)!);
  files = workflows.filter(({ example }) => !example);
});

const permissionsOf = ({ top }: ParsedWorkflow, { section }: Job): Grants =>
  grantsOf(section.section('permissions') ?? top.section('permissions'));

const jobsOf = (
  fits: (grants: Grants) => boolean,
): readonly { readonly workflow: ParsedWorkflow; readonly job: Job }[] =>
  files.flatMap((workflow) =>
    workflow.jobs
      .filter((job) => fits(permissionsOf(workflow, job)))
      .map((job) => ({ workflow, job })),
  );

const writes = (grants: Grants): boolean => [...grants.values()].includes('write');

const nameOf = ({ path }: ParsedWorkflow): string => path.slice(path.lastIndexOf('/') + 1);

describe('a job that may write', () => {
  it('is one of three', () => {
    const names = jobsOf(writes).map(({ workflow, job }) => `${nameOf(workflow)} ${job.id}`);
    expect(names).toEqual(['comment.yml comment', 'refresh.yml authorize', 'refresh.yml propose']);
  });

  it('runs no script, restores no cache, and measures nothing', () => {
    for (const { job } of jobsOf(writes)) {
      expect(job.section.get('cache-mode')).toBe('none');
      expect(job.steps.filter((step) => step.keys.has('run'))).toEqual([]);
      const commands = job.steps.map(ownAction).filter((name) => name !== undefined);
      expect(commands).toEqual([job.id]);
    }
  });

  it('checks nothing of a pull request out', () => {
    const checkouts = jobsOf(writes)
      .flatMap(({ job }) => job.steps)
      .filter((step) => String(step.get('uses')).startsWith('actions/checkout@'))
      .map((step) => ['repository', 'ref'].map((key) => step.section('with')?.get(key)))
      .map((what) => what.join(' '));
    expect(new Set(checkouts)).toEqual(
      new Set([
        // This project, at the commit of the workflow.
        '${{ job.workflow_repository }} ${{ job.workflow_sha }}',
        // The default branch.
        ' ',
        // The branch that a pull request is to be merged into.
        " ${{ needs.authorize.outputs.base-ref && format('refs/heads/{0}', needs.authorize.outputs.base-ref) }}",
      ]),
    );
  });
});

const MEASURING: readonly unknown[] = ['run', 'refresh'];

it('a job that builds and measures can read the code, and nothing else', () => {
  const measuring = files
    .flatMap((workflow) => workflow.jobs.map((job) => ({ workflow, job })))
    .filter(({ job }) => job.steps.some((step) => MEASURING.includes(ownAction(step))));
  expect(measuring.map(({ workflow, job }) => `${nameOf(workflow)} ${job.id}`)).toEqual([
    'dispatch.yml measure',
    'fan-out.yml measure',
    'measure.yml measure',
    'refresh.yml measure',
    'self-test.yml clean',
    'self-test.yml regression',
    'self-test.yml source',
  ]);
  for (const { workflow, job } of measuring) {
    expect([...permissionsOf(workflow, job)]).toEqual([['contents', 'read']]);
  }
});

it('what runs code of a pull request on the default branch saves no cache there', () => {
  for (const name of ['refresh.yml', 'dispatch.yml']) {
    const workflow = files.find((file) => nameOf(file) === name);
    const job = workflow?.jobs.find(({ id }) => id === 'measure');
    expect(job?.section.get('cache-mode')).toBe('read');
    expect(workflow?.text).not.toContain('actions/cache/save');
  }
});

it('the workflow that comments waits for the one that measures, by its name', () => {
  const shown = workflows.filter(({ path }) => path.endsWith('.md'));
  const calls = (file: string): ParsedWorkflow =>
    shown.find(({ text }) => text.includes(`/${file}@COMMIT`))!;
  const waited = calls('comment.yml').top.section('on')?.section('workflow_run')?.get('workflows');
  expect(JSON.stringify(waited)).toBe(JSON.stringify([calls('measure.yml').top.get('name')]));
  expect(calls('fan-out.yml').top.get('name')).toBe(calls('measure.yml').top.get('name'));
});

it('the table of permissions in docs/workflows.md is what the workflows say', async () => {
  const page = await readFile(join(ROOT, 'docs/workflows.md'), 'utf8');
  const [, section = ''] = /^## Permissions\n([^]*?)^## /m.exec(page) ?? [];
  const told = new Set<string>();
  let [workflow, job] = ['', ''];
  for (const line of section.split('\n').filter((line) => line.startsWith('| '))) {
    const [first = '', second = '', grant = ''] = line
      .split('|')
      .slice(1)
      .map((text) => text.trim().replaceAll('`', ''));
    if (!/^[a-z-]+: (?:read|write)$/.test(grant)) continue;
    [workflow, job] = [first || workflow, second || job];
    told.add(`${workflow} ${job} ${grant}`);
  }
  const called = files.filter(({ top }) => top.section('on')?.keys.has('workflow_call'));
  const granted = called.flatMap((file) =>
    file.jobs.flatMap((each) =>
      [...permissionsOf(file, each)].map(
        (grant) => `${nameOf(file)} ${each.id} ${grant.join(': ')}`,
      ),
    ),
  );
  expect([...told].sort()).toEqual(granted.sort());
});
