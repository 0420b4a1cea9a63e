import { afterAll, beforeAll, expect, it } from 'vitest';
import { calibrate } from '../../src/cluster/calibrate.ts';
import { newRunId } from '../../src/cluster/identity.ts';
import { packagedImage } from '../../src/cluster/packagedImage.ts';
import { removeRun } from '../../src/cluster/remove.ts';
import { CALIBRATION_FIGURES } from '../../src/model/calibration.ts';
import { ensureBaseImage, type Suite } from '../../src/platform/engine/baseImage.ts';
import { ensureEngine } from '../../src/platform/engine/engine.ts';
import { run } from '../../src/platform/process/process.ts';
import { recordingLog } from '../support/recordingLog.ts';

const log = recordingLog();
const runId = newRunId();

beforeAll(() => ensureEngine({ log }).then(() => undefined));
afterAll(() => removeRun(runId));

it.each<Suite>(['bookworm', 'trixie'])('a node of %s gives every figure', async (suite) => {
  const image = (await packagedImage(suite, { log })).reference;
  const calibration = await calibrate({ runId, image, labels: [] }, { log });
  expect(Object.keys(calibration)).toEqual([...CALIBRATION_FIGURES]);
  // True of any machine, however slow: a process takes more than a call, and nothing takes no time.
  const { 'calibration.forkExecUs': process = 0, 'calibration.syscallNs': call = 0 } = calibration;
  expect(call).toBeGreaterThan(1);
  expect(process * 1000).toBeGreaterThan(call);
  const left = ['ps', '--all', '--quiet', '--filter', `label=ganeti-perf.run=${runId}`];
  expect((await run('docker', left)).stdout).toBe('');
});

it('an image without Python is measured without, and a warning says so', async () => {
  const image = await ensureBaseImage('trixie', { log });
  const calibration = await calibrate({ runId, image, labels: [] }, { log });
  expect(calibration).toEqual({});
  expect(log.lines.at(-1)).toContain(`could not be seen in the image '${image}'`);
});
