import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { WORKFLOWS, type WorkflowText } from './documents.ts';
import { parseWorkflow, type ParsedWorkflow, type Section } from './parsed.ts';

/** What the workflows may ask of this project: its Actions, and its reusable workflows. */
export interface Project {
  /** By their names in `actions/`; `run` is the one in the project's own folder. */
  readonly actions: ReadonlyMap<string, OwnAction>;
  /** By the name of the file, e.g. `measure.yml`. */
  readonly reusable: ReadonlyMap<string, Reusable>;
}

export interface OwnAction {
  readonly inputs: ReadonlySet<string>;
  readonly required: readonly string[];
  readonly outputs: ReadonlySet<string>;
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
  inputs: z.record(z.string(), z.object({ required: z.boolean().default(false) })),
  outputs: z.record(z.string(), z.unknown()),
});

export async function readProject(
  root: string,
  workflows: readonly WorkflowText[],
): Promise<Project> {
  const names = await readdir(join(root, 'actions'));
  const actions = await Promise.all(
    ['run', ...names].map(async (name) => [name, await readAction(root, name)] as const),
  );
  const reusable = workflows.flatMap((workflow) => {
    const parsed = workflow.example ? undefined : parseWorkflow(workflow);
    const call = parsed?.top.section('on')?.keys.has('workflow_call');
    const name = workflow.path.slice(WORKFLOWS.length + 1);
    return parsed && call ? [[name, reusableOf(parsed)] as const] : [];
  });
  return { actions: new Map(actions), reusable: new Map(reusable) };
}

async function readAction(root: string, name: string): Promise<OwnAction> {
  const folder = name === 'run' ? '.' : `actions/${name}`;
  const text = await readFile(join(root, folder, 'action.yml'), 'utf8');
  const { inputs, outputs } = Action.parse(parse(text));
  const names = Object.keys(inputs);
  return {
    inputs: new Set(names),
    required: names.filter((input) => inputs[input]?.required),
    outputs: new Set(Object.keys(outputs)),
  };
}

/** As the workflows of this project name its Actions, and as those of its users do. */
const OWN_ACTION =
  /^(?:\.\/(?:\.ganeti-perf(?:\/|$))?|OWNER\/ganeti-perf(?:\/|(?=@)))(?:actions\/(?<name>[\w-]+))?(?:@COMMIT)?$/;

/** Which Action of this project a step uses, by its name in `actions/`, or `run`; undefined: none. */
export function ownAction(step: Section): string | undefined {
  const found = OWN_ACTION.exec(String(step.get('uses')));
  return found ? (found.groups?.['name'] ?? 'run') : undefined;
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
