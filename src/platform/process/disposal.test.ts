import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createDisposal, takeDown } from './disposal.ts';
import { recordingLog } from '../../../test/support/recordingLog.ts';

function scene() {
  const log = recordingLog();
  const undone: string[] = [];
  const undo = (name: string) => () => Promise.resolve(void undone.push(name));
  return { log, undone, undo, disposal: createDisposal(log) };
}

it('undoes in reverse, each thing once, however often it is asked', async () => {
  const { undone, undo, disposal } = scene();
  for (const name of ['network', 'node1', 'node2']) disposal.add(name, undo(name));
  await Promise.all([disposal.dispose(), disposal.dispose()]);
  await disposal.dispose();
  expect(undone).toEqual(['node2', 'node1', 'network']);
});

it('a failure is logged and given back, and stops nothing', async () => {
  const { log, undone, undo, disposal } = scene();
  disposal.add('network', undo('network'));
  disposal.add('node1', () => Promise.reject(new Error('it is stuck')));
  disposal.add('thrower', () => {
    throw new Error('at once');
  });
  const failures = await disposal.dispose();
  expect(failures.map(({ name }) => name)).toEqual(['thrower', 'node1']);
  expect(undone).toEqual(['network']);
  expect(log.lines).toEqual([
    'warn: could not undo thrower: at once',
    'warn: could not undo node1: it is stuck',
  ]);
});

it('what hangs is given up at its deadline', async () => {
  const { log, undone, undo, disposal } = scene();
  disposal.add('network', undo('network'));
  disposal.add('node1', () => sleep(60_000, undefined, { ref: false }), 50);
  await disposal.dispose();
  expect(undone).toEqual(['network']);
  expect(log.lines).toEqual(['warn: could not undo node1: not done after 0.05 s']);
});

it('what is added during or after the teardown is undone too', async () => {
  const { undone, undo, disposal } = scene();
  disposal.add('node1', async () => {
    await sleep(10);
    disposal.add('late', undo('late'));
  });
  await disposal.dispose();
  disposal.add('later', undo('later'));
  await disposal.dispose();
  expect(undone).toEqual(['late', 'later']);
});

it('so it is where there was nothing to undo at first', async () => {
  const { undone, undo, disposal } = scene();
  await disposal.dispose();
  disposal.add('later', undo('later'));
  await disposal.dispose();
  expect(undone).toEqual(['later']);
});

it('after a move the new stack has everything, and the old one nothing', async () => {
  const { undone, undo, disposal } = scene();
  disposal.add('node1', undo('node1'));
  const moved = disposal.move();
  await disposal.dispose();
  expect(undone).toEqual([]);
  await moved.dispose();
  expect(undone).toEqual(['node1']);
});

it('taking down is a phase of the log where there is something to take down, and silent otherwise', async () => {
  const { log, undone, undo, disposal } = scene();
  await takeDown(createDisposal(log), log);
  expect(log.lines).toEqual([]);
  disposal.add('network', undo('network'));
  await takeDown(disposal, log);
  expect(undone).toEqual(['network']);
  expect(log.lines.join('\n')).toContain('take everything down');
});
