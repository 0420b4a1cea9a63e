import * as z from 'zod';
import { isProportional } from '../model/along.ts';

/** How many nodes and instances Ganeti knows of in all. */
export interface TotalSize {
  readonly nodes: number;
  readonly instances: number;
}

/** The most sizes that one list names. */
const MOST = 12;

/**
 * Sizes as `20x300,40x600,80x1200`, nodes by instances: rising, three at least, with as many instances for each node
 * everywhere. So there is one thing that grows.
 */
export const totalSizes = z.string().transform((text, context): TotalSize[] => {
  const words = text.split(',').map((word) => word.trim());
  const sizes = words.flatMap((word) => sizeOf(word) ?? []);
  const message =
    sizes.length < words.length
      ? `must be sizes as 20x300, nodes by instances, with commas, got '${text}'`
      : wrongWith(sizes, text);
  if (message === undefined) return sizes;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

function sizeOf(word: string): TotalSize | undefined {
  const [, nodes, instances] = /^(\d{1,5})x(\d{1,6})$/.exec(word) ?? [];
  return nodes === undefined ? undefined : { nodes: Number(nodes), instances: Number(instances) };
}

function wrongWith(sizes: readonly TotalSize[], text: string): string | undefined {
  if (sizes.length < 3 || sizes.length > MOST) {
    return `must be three sizes at least, and ${MOST} at most, got '${text}'`;
  }
  if (sizes.some(({ nodes }, k) => k > 0 && nodes <= (sizes[k - 1]?.nodes ?? 0))) {
    return `must rise, got '${text}'`;
  }
  const [first] = sizes;
  const off = first && sizes.find((size) => !isProportional([first, size]));
  if (!off) return undefined;
  return (
    `must have as many instances for each node everywhere, got ${first.nodes}x${first.instances} and ` +
    `${off.nodes}x${off.instances}; --config-nodes and --config-instances as lists take each with each`
  );
}
