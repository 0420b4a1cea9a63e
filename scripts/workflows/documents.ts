import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A workflow, as a file of its own or as an example in a page. */
export interface WorkflowText {
  /** From the repository's folder, e.g. `.github/workflows/ci.yml` or `README.md`. */
  readonly path: string;
  /** Where it begins in that file, from 1. */
  readonly firstLine: number;
  readonly text: string;
  readonly example: boolean;
}

/** Something that is wrong with one. */
export interface Problem {
  readonly path: string;
  readonly line: number;
  /** Who says so: `actionlint`, a code of shellcheck's, or a rule of ours. */
  readonly rule: string;
  readonly message: string;
}

export const WORKFLOWS = '.github/workflows';

/** Every workflow of the repository, and every example of one in README.md and docs/. */
export async function findWorkflows(root: string): Promise<readonly WorkflowText[]> {
  const workflows = await filesOf(root, WORKFLOWS, /\.ya?ml$/);
  const pages = ['README.md', ...(await filesOf(root, 'docs', /\.md$/))];
  const texts = await Promise.all(
    [...workflows, ...pages].map(async (path) => {
      const text = await readFile(join(root, path), 'utf8');
      return pages.includes(path)
        ? examplesOf(path, text)
        : [{ path, firstLine: 1, text, example: false }];
    }),
  );
  return texts.flat();
}

async function filesOf(root: string, folder: string, pattern: RegExp): Promise<readonly string[]> {
  const names = await readdir(join(root, folder));
  return names
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** The blocks of YAML in a page of Markdown that are whole workflows: they say when they run, and have jobs. */
export function examplesOf(path: string, page: string): readonly WorkflowText[] {
  return [...page.matchAll(/^```ya?ml\n([^]*?)^```$/gm)]
    .map((match) => ({ text: match[1] ?? '', before: page.slice(0, match.index) }))
    .filter(({ text }) => /^jobs:/m.test(text))
    .map(({ text, before }) => ({
      path,
      firstLine: before.split('\n').length + 1,
      text,
      example: true,
    }));
}
