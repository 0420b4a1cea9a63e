import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { WORKFLOWS, type WorkflowText } from './documents.ts';
import { parseWorkflow, type ParsedWorkflow } from './parsed.ts';

/** What the workflows may ask of this project: its Action, and its reusable workflows. */
export interface Project {
  readonly inputs: ReadonlySet<string>;
  readonly outputs: ReadonlySet<string>;
  /** By the name of the file, e.g. `measure.yml`. */
  readonly reusable: ReadonlyMap<string, Reusable>;
}

export interface Reusable {
  readonly inputs: ReadonlySet<string>;
  readonly required: readonly string[];
  /** Everything that its jobs are granted, which its caller must grant as well. */
  readonly permissions: Grants;
}

/** A permission and the most of it, e.g. `contents` -> `read`. */
export type Grants = ReadonlyMap<string, string>;

const Action = z.object({
  inputs: z.record(z.string(), z.unknown()),
  outputs: z.record(z.string(), z.unknown()),
});

export async function readProject(
  root: string,
  workflows: readonly WorkflowText[],
): Promise<Project> {
  const action = Action.parse(parse(await readFile(join(root, 'action.yml'), 'utf8')));
  const reusable = workflows.flatMap((workflow) => {
    const parsed = workflow.example ? undefined : parseWorkflow(workflow);
    const call = parsed?.top.section('on')?.keys.has('workflow_call');
    const name = workflow.path.slice(WORKFLOWS.length + 1);
    return parsed && call ? [[name, reusableOf(parsed)] as const] : [];
  });
  return {
    inputs: new Set(Object.keys(action.inputs)),
    outputs: new Set(Object.keys(action.outputs)),
    reusable: new Map(reusable),
  };
}

function reusableOf({ top, jobs }: ParsedWorkflow): Reusable {
  const inputs = top.section('on')?.section('workflow_call')?.section('inputs');
  const names = [...(inputs?.keys.keys() ?? [])];
  return {
    inputs: new Set(names),
    required: names.filter((name) => inputs?.section(name)?.get('required') === true),
    permissions: most(
      jobs.map(({ section }) =>
        grantsOf(section.section('permissions') ?? top.section('permissions')),
      ),
    ),
  };
}

/** The entries of a `permissions`. */
export function grantsOf(permissions: ParsedWorkflow['top'] | undefined): Grants {
  const entries = [...(permissions?.keys ?? [])];
  return new Map(entries.map(([name, { value }]) => [name, String(value)]));
}

function most(all: readonly Grants[]): Grants {
  const sum = new Map<string, string>();
  for (const [name, level] of all.flatMap((grants) => [...grants])) {
    if (level === 'write' || !sum.has(name)) sum.set(name, level);
  }
  return sum;
}
