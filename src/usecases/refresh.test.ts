import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { changeKind } from '../baseline/baselineChanges.ts';
import { CAPTURED, scriptedTestbeds, type Script } from '../../test/support/testbeds.ts';
import { parseBaseline, parseMeasurement } from '../model/read.ts';
import { invalidError } from '../platform/errors.ts';
import { recordingLog } from '../../test/support/recordingLog.ts';
import { refresh } from './refresh.ts';
import { label } from '../cli/options.ts';
import { readSettings, type Raw } from '../settings/settings.ts';

const HOOKS = 'rpc/node/hooks_runner';
const PLANTED = 'execve/ganeti-noded/true';

/** A folder of baselines, and refreshes of it one after the other. */
function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'ganeti-perf-refresh-'));
  const baselines = join(folder, 'baselines');
  const out = join(folder, 'out');
  const refreshed = async (script: Script, options: Raw = {}) => {
    const testbeds = scriptedTestbeds(script);
    const raw = { repeat: '2', workloads: ['instance-restart'], baselines, out, ...options };
    const context = { log: recordingLog() };
    const learned = await refresh(readSettings.run(raw, label), context, testbeds).catch(
      (error: unknown) => error as Error,
    );
    return { learned, done: testbeds.done };
  };
  const measured = () => {
    const file = join(out, 'measurement.json');
    return parseMeasurement(readFileSync(file, 'utf8'), file);
  };
  return { baselines, refreshed, measured };
}

const kinds = (learned: Awaited<ReturnType<typeof refresh>> | Error): string[] => {
  if (learned instanceof Error) throw learned;
  return learned.flatMap(({ changes }) =>
    changes.metrics
      .filter((change) => changeKind(change) !== 'confirmed')
      .map((change) => `${change.key}: ${changeKind(change)}`),
  );
};

it('learns what is exact, in a file of the series and the size that was measured', async () => {
  const { baselines, refreshed } = newFolder();
  const { learned, done } = await refreshed({ head: [{}, { [HOOKS]: 1 }] });
  if (learned instanceof Error) throw learned;
  expect(done).toEqual(['head', 'head', 'take down']);
  const [one] = learned;
  expect(one?.path).toBe(
    join(baselines, '3.1', '3-nodes-6-instances-sharedfile', 'instance-restart.json'),
  );
  const { metrics, repeats, ganeti } = parseBaseline(readFileSync(one!.path, 'utf8'), one!.path);
  expect(repeats).toBe(2);
  expect(ganeti.version).toBe(CAPTURED.ganeti.version);
  expect(metrics['rpc/node/instance_reboot']).toMatchObject({ kind: 'exact', value: 1 });
  expect(metrics[HOOKS]).toMatchObject({ kind: 'noisy', min: 6, max: 7 });
});

it.each<[string, Script['head'], string[]]>([
  ['the same again', [{}], []],
  ['one command more', [{ [PLANTED]: 1 }], [`${PLANTED}: new`]],
  ['one RPC more', [{ [HOOKS]: 1 }], [`${HOOKS}: value`]],
  ['one RPC more at times', [{}, { [HOOKS]: 1 }], [`${HOOKS}: lost-exactness`]],
])('says what a second refresh teaches: %s', async (_, head, expected) => {
  const { refreshed } = newFolder();
  await refreshed({ head: [{}] });
  expect(kinds((await refreshed({ head })).learned)).toEqual(expected);
});

it('a repeat that is not valid writes no baseline, and loses nothing of what was measured', async () => {
  const { baselines, refreshed, measured } = newFolder();
  const invalid = invalidError('the measurement is not valid');
  const { learned, done } = await refreshed({ head: [{}, invalid] }, { repeat: '3' });
  expect(learned).toBe(invalid);
  expect(done).toEqual(['head', 'head', 'take down']);
  expect(existsSync(baselines)).toBe(false);
  expect(measured().workloads.map(({ repeat }) => repeat)).toEqual([1]);
});

it('a second workload that fails leaves the baseline of the first', async () => {
  const { baselines, refreshed } = newFolder();
  const workloads = ['instance-restart', 'cluster-verify'];
  const { learned } = await refreshed(
    { head: [{}, {}, invalidError('the measurement is not valid')] },
    { workloads },
  );
  expect(learned).toBeInstanceOf(Error);
  const folder = join(baselines, '3.1', '3-nodes-6-instances-sharedfile');
  expect(existsSync(join(folder, 'instance-restart.json'))).toBe(true);
  expect(existsSync(join(folder, 'cluster-verify.json'))).toBe(false);
});
