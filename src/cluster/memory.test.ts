import { describe, expect, it } from 'vitest';
import { PerfError } from '../platform/errors.ts';
import { refuseTooLittle, requireMemory } from './memory.ts';

const size = (nodes: number, instances = 6) => ({ nodes, instances });

describe('the memory of many nodes', () => {
  it('is asked for before they are started', () => {
    expect(() => refuseTooLittle(size(80, 320), 3000)).toThrow(
      new PerfError(
        3,
        '80 nodes with 320 instances take about 5.4 GiB of memory, and 2.9 GiB are available: ' +
          'end what else runs, take a larger machine, or at most --nodes 22',
      ),
    );
    expect(() => refuseTooLittle(size(22, 320), 3000)).not.toThrow();
    expect(() => refuseTooLittle(size(80, 320), 16_384)).not.toThrow();
  });

  it('is that of this machine, and of few nodes not asked for', async () => {
    await expect(requireMemory(size(1_000_000))).rejects.toThrow(
      '1000000 nodes with 6 instances take about',
    );
    await expect(requireMemory(size(3))).resolves.toBeUndefined();
  });
});
