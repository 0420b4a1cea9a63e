import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFECT_SCHEMA, DefectSchema, type Defect } from '../../defects/schema.ts';
import { usageError } from '../../platform/errors.ts';
import { projectRoot } from '../../platform/projectRoot.ts';
import { parseFile } from '../../workload/parseFile.ts';

/**
 * Reads a file of `defects/`.
 *
 * @throws PerfError (exit 2) that names the file, the place in it and what is expected there
 */
export const parseDefect = (text: string, file: string): Defect =>
  parseFile(text, `defect ${file}`, {
    id: DEFECT_SCHEMA,
    schema: DefectSchema,
    published: 'defect',
  });

/**
 * Reads the catalogue.
 *
 * @param names of those that are wanted; empty: all of them, in the order of their names
 * @throws PerfError (exit 2) on a name that there is no file of, with those there are
 */
export async function loadDefects(names: readonly string[]): Promise<Defect[]> {
  const folder = join(projectRoot(), 'defects');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).toSorted();
  const known = files.map((file) => file.slice(0, -'.yaml'.length));
  const strange = names.find((name) => !known.includes(name));
  if (strange !== undefined) {
    throw usageError(`there is no defect '${strange}'; there are: ${known.join(', ')}`);
  }
  const wanted = names.length === 0 ? known : [...new Set(names)];
  return Promise.all(
    wanted.map(async (name) => {
      const file = `${name}.yaml`;
      const defect = parseDefect(await readFile(join(folder, file), 'utf8'), file);
      if (defect.name === name) return defect;
      throw usageError(`defect ${file} calls itself '${defect.name}'; name it '${name}'`);
    }),
  );
}
