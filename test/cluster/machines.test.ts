import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RowResultSchema } from '../../bench/machines/result.ts';
import { ROWS } from '../../bench/machines/rows.ts';
import { projectRoot } from '../../src/platform/projectRoot.ts';
import { run } from '../../src/platform/process/process.ts';
import { leftovers, newFolder } from './cli.ts';

/** Milliseconds, to end a hang: 2 minutes were seen on a machine that much else ran on. */
const DEADLINE = 20 * 60_000;

/** One row of the machine matrix; `npx tsx bench/machines.ts` measures all of them. */
it(
  'with a quarter of a processor for each node, mass-migrate is what the baseline says',
  async () => {
    const out = newFolder();
    const bench = join(projectRoot(), 'bench', 'machines.ts');
    const options = ['--rows', 'quarter', '--series', 'bookworm', '--workloads', 'mass-migrate'];
    const args = ['--import', 'tsx', bench, ...options, '--out', out];
    const cwd = projectRoot();
    const ended = await run(process.execPath, args, { cwd, timeout: DEADLINE, reject: false });

    // The table says which metric differs, and the log what could not be measured.
    expect(`${ended.stdout}${ended.exitCode === 0 ? '' : ended.stderr}`).not.toMatch(
      /differs|alarm:|error:/,
    );
    expect(ended.exitCode).toBe(0);
    const file = join(out, 'bookworm-quarter', 'row.json');
    const { exitCode, slowdowns, workloads } = RowResultSchema.parse(
      JSON.parse(await readFile(file, 'utf8')),
    );
    expect(exitCode).toBe(0);
    const quarter = ROWS.find(({ name }) => name === 'quarter');
    for (const slowdown of slowdowns) expect(quarter?.unbitten(slowdown)).toBeUndefined();
    expect(workloads.map(({ name, differ, alarms }) => ({ name, differ, alarms }))).toEqual([
      { name: 'mass-migrate', differ: [], alarms: [] },
    ]);
    expect(workloads[0]?.exact).toBeGreaterThan(20);
    expect(await leftovers()).toEqual([]);
  },
  DEADLINE,
);
