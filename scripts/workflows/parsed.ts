import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Pair, type YAMLMap } from 'yaml';
import type { WorkflowText } from './documents.ts';

/** A mapping of YAML, with the lines that its keys are on. */
export interface Section {
  /** In the file, from 1. */
  readonly line: number;
  readonly keys: ReadonlyMap<string, { readonly line: number; readonly value: unknown }>;
  get(key: string): unknown;
  section(key: string): Section | undefined;
  sections(key: string): readonly Section[];
}

/** A step's `run`. */
export interface Script {
  readonly path: string;
  /** Of its first line. */
  readonly line: number;
  readonly shell: string;
  readonly text: string;
}

/** A job, with the name that it has in its workflow. */
export interface Job {
  readonly id: string;
  readonly section: Section;
  readonly steps: readonly Section[];
}

/** A workflow, with the lines of the file that it is in. */
export interface ParsedWorkflow extends WorkflowText {
  readonly top: Section;
  readonly jobs: readonly Job[];
  readonly scripts: readonly Script[];
}

/** Undefined when it is no YAML, which actionlint says better. */
export function parseWorkflow(workflow: WorkflowText): ParsedWorkflow | undefined {
  const lines = new LineCounter();
  const document = parseDocument(workflow.text, { lineCounter: lines });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const place: Place = (offset) => workflow.firstLine + lines.linePos(offset).line - 1;
  const top = sectionOf(document.contents, place);
  const named = top.section('jobs');
  const jobs = [...(named?.keys.keys() ?? [])].flatMap((id) => {
    const section = named?.section(id);
    return section ? [{ id, section, steps: section.sections('steps') }] : [];
  });
  const scripts = jobs.flatMap((job) => scriptsOf(workflow, top, job));
  return { ...workflow, top, jobs, scripts };
}

type Place = (offset: number) => number;

function sectionOf(map: YAMLMap, place: Place): Section {
  const child = (key: string): unknown => map.get(key, true);
  const keys = map.items.flatMap((pair: Pair) => {
    const { key, value } = pair;
    if (!isScalar(key)) return [];
    const scalar = isScalar(value) ? value.value : value;
    return [[String(key.value), { line: place(key.range?.[0] ?? 0), value: scalar }] as const];
  });
  return {
    line: place(map.range?.[0] ?? 0),
    keys: new Map(keys),
    get: (key) => map.get(key),
    section: (key) => {
      const value = child(key);
      return isMap(value) ? sectionOf(value, place) : undefined;
    },
    sections: (key) => {
      const value = child(key);
      if (!isSeq(value)) return [];
      return value.items.flatMap((item) => (isMap(item) ? [sectionOf(item, place)] : []));
    },
  };
}

/** On Linux, a step without a shell has bash. */
function scriptsOf({ path }: WorkflowText, top: Section, { section, steps }: Job): Script[] {
  const usual = [section, top]
    .map((level) => level.section('defaults')?.section('run')?.get('shell'))
    .find((shell) => typeof shell === 'string');
  return steps.flatMap((step) => {
    const entry = step.keys.get('run');
    if (typeof entry?.value !== 'string') return [];
    const own = step.get('shell');
    const shell = typeof own === 'string' ? own : (usual ?? 'bash');
    // The text of a block begins on the line after its key; one of a single line is beside it.
    const line = entry.value.includes('\n') ? entry.line + 1 : entry.line;
    return [{ path, line, shell, text: entry.value }];
  });
}
