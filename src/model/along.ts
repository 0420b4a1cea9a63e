import { sizeIn, SYMBOLS, type Size, type Variable } from './formula.ts';

/**
 * What growth of something that varies is followed along: one variable while all others stay, or `total`, all
 * nodes, those only in the configuration among them, where the instances grow in proportion to them.
 */
export type Along = Axis | 'total';

/**
 * What sizes are chosen by. The candidates follow from the nodes, and are no axis of their own; nor are node groups,
 * as what varies is followed where they are fewest.
 */
export type Axis = Exclude<Variable, 'candidates' | 'nodeGroups'>;
export const AXES = [
  'nodes',
  'instances',
  'configInstances',
  'configNodes',
] as const satisfies Axis[];
export const ALONG = [...AXES, 'total'] as const satisfies Along[];

export const ALONG_SYMBOLS: Readonly<Record<Along, string>> = { ...SYMBOLS, total: 's' };

export const sizeAlong = (size: Size, along: Along): number =>
  along === 'total' ? totalOf(size).nodes : sizeIn(size, along);

/** All nodes and instances that Ganeti knows of. */
export const totalOf = (size: Size): { readonly nodes: number; readonly instances: number } => ({
  nodes: size.nodes + sizeIn(size, 'configNodes'),
  instances: size.instances + sizeIn(size, 'configInstances'),
});

/** As many instances for each node at every one. */
export function isProportional(totals: readonly ReturnType<typeof totalOf>[]): boolean {
  const [first, ...others] = totals;
  return others.every(
    ({ nodes, instances }) => instances * (first?.nodes ?? 0) === nodes * (first?.instances ?? 0),
  );
}
