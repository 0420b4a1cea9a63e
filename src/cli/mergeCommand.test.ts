import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Measurement } from '../model/measurement.ts';
import { parseComparison, parseMeasurement } from '../model/read.ts';
import { serialize } from '../model/serialize.ts';
import { recordingLog } from '../../test/support/recordingLog.ts';
import { parseArgv } from './argv.ts';
import { mergeFiles } from './mergeCommand.ts';

/** Five repeats of mass-migrate on Ganeti 3.0, as a run measured them; of 3.1, one of instance-restart. */
const MIGRATE = fixture('measurement-mass-migrate.json');
const TRIXIE = fixture('measurement-trixie-restart.json');

function fixture(name: string): string {
  return fileURLToPath(new URL(`../../test/fixtures/${name}`, import.meta.url));
}

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'merge-'))));
afterEach(() => rm(folder, { recursive: true }));

/** What the command prints and says, and its exit status. */
async function merge(files: readonly string[], ...options: readonly string[]) {
  const command = parseArgv(['merge', '--out', join(folder, 'out'), ...options, ...files]);
  if (command.name !== 'merge') throw new Error(command.name);
  const log = recordingLog();
  let text = '';
  const { signal } = new AbortController();
  const print = (part: string): void => void (text += part);
  const exitCode = await mergeFiles(command.settings, { log, signal, print });
  return { exitCode, text, lines: log.lines };
}

const left = (name: string): Promise<string> => readFile(join(folder, 'out', name), 'utf8');

/** The first or the other repeats of a file, as two runs would have left them. */
async function half(file: string, part: 'first' | 'rest', changes: Partial<Measurement> = {}) {
  const measurement = parseMeasurement(await readFile(file, 'utf8'), file);
  const range = part === 'first' ? ([0, 1] as const) : ([1, undefined] as const);
  const workloads = measurement.workloads.map((workload) => ({
    ...workload,
    repeat: part === 'first' ? 1 : workload.repeat - 1,
    metrics: Object.fromEntries(
      Object.entries(workload.metrics).map(([key, { unit, values }]) => [
        key,
        { unit, values: values.slice(...range) },
      ]),
    ),
  }));
  const path = join(folder, `${part}.json`);
  await writeFile(path, serialize({ ...measurement, workloads, ...changes }));
  return path;
}

describe('what belongs together', () => {
  it('is judged and left as one run is', async () => {
    const parts = [await half(MIGRATE, 'first'), await half(MIGRATE, 'rest')];
    const { exitCode, text, lines } = await merge(parts);
    expect(await left('measurement.json')).toBe(await readFile(MIGRATE, 'utf8'));
    expect(parseComparison(await left('comparison.json'), 'comparison.json')).toMatchObject({
      cluster: { nodes: 3, instances: 6 },
      workloads: [{ name: 'mass-migrate', status: 'compared' }],
    });
    expect((await readdir(join(folder, 'out'))).sort()).toEqual([
      '.ganeti-perf',
      'comparison.json',
      'measurement.json',
      'report.html',
      'report.md',
    ]);
    expect(await left('report.md')).toContain('mass-migrate');
    expect(text).toContain('Ganeti 3.0.2');
    expect(lines.join('\n')).toMatch(/^info: written: .*report\.md, and beside it/);
    // As the whole file is judged.
    expect(await merge([MIGRATE])).toMatchObject({ exitCode, text });
  });

  it('without a baseline is neutral', async () => {
    const { exitCode, text } = await merge([MIGRATE], '--baselines', folder, '--json');
    expect(exitCode).toBe(0);
    expect(text).toBe(await left('comparison.json'));
    expect(parseComparison(text, 'stdout').verdict).toBe('neutral');
  });

  it('fails with a regression', async () => {
    const text = await readFile(MIGRATE, 'utf8');
    const [workload] = parseMeasurement(text, MIGRATE).workloads;
    const metrics = { ...workload!.metrics };
    metrics['execve/ganeti-noded/planted'] = { unit: 'count', values: [1, 1, 1, 1, 1] };
    const path = join(folder, 'worse.json');
    const worse = { ...parseMeasurement(text, MIGRATE), workloads: [{ ...workload, metrics }] };
    await writeFile(path, serialize(worse));
    expect((await merge([path])).exitCode).toBe(1);
  });

  it('of machines that differ says so', async () => {
    const { environment } = parseMeasurement(await readFile(MIGRATE, 'utf8'), MIGRATE);
    const rest = await half(MIGRATE, 'rest', { environment: { ...environment, cpus: 4 } });
    const { lines } = await merge([await half(MIGRATE, 'first'), rest]);
    expect(lines[0]).toBe(`info: cpus is 2, and 4 in ${rest}; the first is kept`);
    expect(parseMeasurement(await left('measurement.json'), 'm').environment).toEqual(environment);
  });
});

describe('what does not is refused, and nothing is left', () => {
  const refused = (message: string): unknown =>
    expect.objectContaining({ exitCode: 2, message: expect.stringContaining(message) });

  it('another Ganeti', async () => {
    await expect(merge([MIGRATE, TRIXIE])).rejects.toEqual(
      refused(`${MIGRATE} and ${TRIXIE} do not belong together: Ganeti's version is "3.0.2" in`),
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['{"schema": "ganeti-perf/measurement/9"}', 'reads "ganeti-perf/measurement/1" only'],
    ['{"schema": "ganeti-perf/comparison/1"}', 'where a measurement is wanted'],
    ['{"schema": ', 'is not complete JSON'],
  ])('%s', async (text, message) => {
    const path = join(folder, 'shard.json');
    await writeFile(path, text);
    await expect(merge([MIGRATE, path])).rejects.toEqual(refused(message));
    expect(await readdir(folder)).toEqual(['shard.json']);
  });

  it('a file that is not there', async () => {
    await expect(merge([join(folder, 'none')])).rejects.toEqual(refused('cannot be read (ENOENT)'));
  });

  it('a folder', async () => {
    const file = join(folder, 'measurement.json');
    await expect(merge([folder])).rejects.toEqual(
      refused(`is a folder; name the file, as ${file}`),
    );
  });

  it.each(['the folder', 'the file', 'a folder above both'])(
    'a file that would be written over, by another name: a link is %s',
    async (which) => {
      const [real, link] = [join(folder, 'real'), join(folder, 'link')];
      await mkdir(join(real, 'out'), { recursive: true });
      const path = join(real, 'out', 'measurement.json');
      const text = await readFile(MIGRATE, 'utf8');
      await writeFile(path, text);
      const [file, out] =
        which === 'the folder'
          ? [path, link]
          : which === 'the file'
            ? [link, join(real, 'out')]
            : [path, join(link, 'out')];
      await symlink(
        which === 'the folder' ? join(real, 'out') : which === 'the file' ? path : real,
        link,
      );
      await expect(merge([file], '--out', out)).rejects.toEqual(
        refused(`${file} lies in --out '${out}'`),
      );
      expect(await readFile(path, 'utf8')).toBe(text);
    },
  );

  it.each(['report.md', 'events.jsonl', 'comparison.json'])(
    'a folder with a %s that is none of ours',
    async (name) => {
      await mkdir(join(folder, 'out'));
      await writeFile(join(folder, 'out', name), 'mine');
      await expect(merge([MIGRATE])).rejects.toEqual(refused(`holds ${name}, which no run marked`));
      expect(await left(name)).toBe('mine');
    },
  );

  it('a file in the folder that would be emptied', async () => {
    const out = join(folder, 'out');
    await mkdir(out);
    const path = join(out, 'measurement.json');
    await writeFile(path, await readFile(MIGRATE, 'utf8'));
    await expect(merge([path])).rejects.toEqual(refused(`${path} lies in --out '${out}'`));
    expect(await readdir(out)).toEqual(['measurement.json']);
  });
});
