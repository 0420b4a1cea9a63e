import { expect, onTestFinished } from 'vitest';
import { docker } from '../../src/cluster/docker.ts';
import { ownerLabel } from '../../src/cluster/owner.ts';
import type { Log } from '../../src/platform/log/log.ts';
import { createDisposal, type Disposal } from '../../src/platform/process/disposal.ts';

/**
 * Disposed of when the test that asks for it has ended, which fails where a container is left then. One for each test: what is added to
 * one that was disposed of is undone at once, and so is there no more when there is something to undo.
 */
export function testDisposal(log: Log): Disposal {
  const disposal = createDisposal(log);
  onTestFinished(async () => {
    expect(await disposal.dispose()).toEqual([]);
    const own = ['ps', '--all', '--filter', `label=${ownerLabel()}`, '--format', '{{.Names}}'];
    expect((await docker(own)).stdout).toBe('');
  });
  return disposal;
}
