import { describe, expect, it } from 'vitest';
import { PerfError } from '../platform/errors.ts';
import { refuseTooLittle, requireMemory } from './memory.ts';

describe('the memory of many nodes', () => {
  it('is asked for before they are started', () => {
    expect(() => refuseTooLittle(80, 3000)).toThrow(
      new PerfError(
        3,
        '80 nodes take about 4.2 GiB of memory, and 2.9 GiB are available: ' +
          'end what else runs, take a larger machine, or at most --nodes 51',
      ),
    );
    expect(() => refuseTooLittle(51, 3000)).not.toThrow();
    expect(() => refuseTooLittle(80, 16_384)).not.toThrow();
  });

  it('is that of this machine, and of few nodes not asked for', async () => {
    await expect(requireMemory(1_000_000)).rejects.toThrow('1000000 nodes take about');
    await expect(requireMemory(3)).resolves.toBeUndefined();
  });
});
