import { describe, expect, it } from 'vitest';
import type { Repeat } from './evaluate.ts';
import { incompleteError, invalidError } from '../platform/errors.ts';
import { recordingLog } from '../../test/support/recordingLog.ts';
import { remeasured } from './remeasure.ts';

const WHOLE: Repeat = {
  remarks: [],
  readings: new Map(),
  events: [],
  spans: [],
  causes: [],
  shares: [],
  collections: [],
  heap: { seconds: 0, daemons: [] },
};
const LOST = incompleteError('events were lost: 1 event of processor 0');

/** Takes a repeat whose attempts end like this, and says how many were made and what was logged. */
async function taken(...ends: readonly (Repeat | Error)[]) {
  const log = recordingLog();
  let attempts = 0;
  const measure = (): Promise<Repeat> => {
    const end = ends[attempts++];
    return end instanceof Error ? Promise.reject(end) : Promise.resolve(end ?? WHOLE);
  };
  const result = await remeasured('verify', { log }, measure).catch((error: unknown) => error);
  return { result, attempts, lines: log.lines };
}

const SAID = `warn: verify: ${LOST.message}; measuring it once more`;

describe('remeasured', () => {
  it('takes one repeat that is whole', async () => {
    expect(await taken(WHOLE)).toEqual({ result: WHOLE, attempts: 1, lines: [] });
  });

  it('takes one that is not whole once more, and says so', async () => {
    expect(await taken(LOST, WHOLE)).toEqual({ result: WHOLE, attempts: 2, lines: [SAID] });
  });

  it('gives up when the second one is not whole either', async () => {
    expect(await taken(LOST, LOST)).toEqual({ result: LOST, attempts: 2, lines: [SAID] });
  });

  it.each([invalidError('job 7 failed'), new TypeError('a defect of ours')])(
    'does not repeat what failed for another reason: %s',
    async (error) => {
      expect(await taken(error)).toEqual({ result: error, attempts: 1, lines: [] });
    },
  );

  it('says what differs outside the marks, and takes the repeat', async () => {
    const result = { ...WHOLE, remarks: ['job-7 on node1: 3 writes traced, 4 seen by inotify'] };
    expect(await taken(result)).toEqual({
      result,
      attempts: 1,
      lines: [
        'warn: verify: outside the marks, where nothing is counted: ' +
          'job-7 on node1: 3 writes traced, 4 seen by inotify',
      ],
    });
  });
});
