import { visible } from '../../platform/invisible.ts';
import { validated } from '../../model/validated.ts';
import * as z from 'zod';
import { MAX_CENTRES, MAX_DEPTH, MAX_STACKS } from '../../model/costCentres.ts';
import type { Cost, CostCentre, Costs, Stack } from '../../model/costCentres.ts';
import { invalidError } from '../../platform/errors.ts';

/** Larger numbers are no whole numbers in JavaScript. */
const Count = z.int().min(0);

/** The file that GHC's runtime writes with `-pj` (GHC's user guide, "JSON profile format"). */
const FileSchema = z.object({
  total_ticks: Count,
  tick_interval: Count.max(1e9),
  cost_centres: z
    .array(z.object({ id: Count, label: z.string(), module: z.string() }))
    .max(200_000),
  profile: z.unknown(),
});

/** Without what is below it, which is looked at one by one: a stack of calls may be deep. */
const NodeSchema = z.object({
  id: Count,
  entries: Count,
  ticks: Count,
  alloc: Count,
  children: z.array(z.unknown()),
});

/** Stacks in a file; luxid has some thousands. */
const MOST_NODES = 1_000_000;

/** Where calls came from, and what they cost. */
export interface CallNode {
  /** 0: what the program began with. */
  readonly depth: number;
  /** Of the cost centre, with its module. */
  readonly name: string;
  readonly entries: number;
  readonly individual: Cost;
  /** With all below. */
  readonly inherited: Cost;
}

/** A profile of costs: all stacks of calls, in the order of a walk that goes down first. */
export interface CostProfile {
  /** Of one tick. */
  readonly seconds: number;
  readonly nodes: readonly CallNode[];
}

/** What the profiler and the collector of garbage cost: the runtime's own report leaves these out, too. */
const OVERHEAD =
  /^(?:PROFILING\.OVERHEAD_of|PROFILING\.DONT_CARE|GC\.GC|SYSTEM\.SYSTEM|IDLE\.IDLE|MAIN\.DONT_CARE)$/;

/**
 * Reads the profile that a daemon wrote when it ended.
 *
 * @throws PerfError (exit 4) when it is no whole profile, or is larger or deeper than one of a daemon can be
 */
export function readCostProfile(text: string): CostProfile {
  const { tick_interval, cost_centres, profile } = fileOf(text);
  const names = new Map(cost_centres.map(({ id, module, label }) => [id, nameOf(module, label)]));
  const nodes: { -readonly [K in keyof CallNode]: CallNode[K] }[] = [];
  const open: { readonly depth: number; readonly node: unknown }[] = [{ depth: 0, node: profile }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { depth } = next;
    const { id, entries, ticks, alloc, children } = valid(NodeSchema, next.node);
    const name = names.get(id);
    if (name === undefined) throw noProfile(`it has no cost centre ${id}`);
    if (OVERHEAD.test(name)) continue;
    if (depth > MAX_DEPTH) throw noProfile(`calls in it are more than ${MAX_DEPTH} deep`);
    if (nodes.length >= MOST_NODES) throw noProfile(`it has more than ${MOST_NODES} stacks`);
    const cost = { ticks, allocated: alloc };
    nodes.push({ depth, name, entries, individual: cost, inherited: cost });
    for (const node of children.toReversed()) open.push({ depth: depth + 1, node });
  }
  // From below, so that what is added is whole.
  const above: (typeof nodes)[number][] = [];
  const parents = nodes.map((node) => {
    above.length = node.depth;
    above.push(node);
    return above.at(-2);
  });
  for (const [i, node] of [...nodes.entries()].reverse()) {
    const parent = parents[i];
    if (parent) parent.inherited = added(parent.inherited, node.inherited);
  }
  return { seconds: tick_interval / 1e6, nodes };
}

function fileOf(text: string): z.output<typeof FileSchema> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw noProfile(`it is not whole (${text.length} characters)`, cause);
  }
  return valid(FileSchema, document);
}

function valid<T extends z.ZodType>(schema: T, document: unknown): z.output<T> {
  const result = validated(schema, document);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw noProfile(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, result.error);
}

const noProfile = (why: string, cause?: unknown): Error =>
  invalidError(`what the daemon wrote is no profile of its costs: ${why}`, { cause });

const nameOf = (module: string, label: string): string =>
  `${module.slice(0, 150)}.${label.slice(0, 200)}`;

const added = (a: Cost, b: Cost): Cost => ({
  ticks: a.ticks + b.ticks,
  allocated: a.allocated + b.allocated,
});

/** Of all time, and of all allocation: what costs less of either is left out. */
const SMALLEST = 1e-4;

/** The costs of all, of each cost centre wherever it was called from, and of the largest stacks. */
export function costsOf({ seconds, nodes }: CostProfile): Costs {
  const total = nodes[0]?.inherited ?? { ticks: 0, allocated: 0 };
  /** The larger of its parts of all time and of all allocation. */
  const weight = ({ inherited }: { readonly inherited: Cost }): number =>
    Math.max(part(inherited.ticks, total.ticks), part(inherited.allocated, total.allocated));
  return {
    seconds: Math.round(total.ticks * seconds * 1e3) / 1e3,
    ...total,
    centres: centresOf(nodes)
      .filter((centre) => weight(centre) >= SMALLEST)
      .sort((a, b) => weight(b) - weight(a) || (a.name < b.name ? -1 : 1))
      .slice(0, MAX_CENTRES),
    stacks: largest(nodes, weight),
  };
}

const part = (value: number, whole: number): number => (whole === 0 ? 0 : value / whole);

function centresOf(nodes: readonly CallNode[]): CostCentre[] {
  const centres = new Map<string, CostCentre>();
  /** The names above, from the outermost. */
  const stack: string[] = [];
  for (const { depth, name, entries, individual, inherited } of nodes) {
    stack.length = depth;
    // What it calls of itself is in what it costs already.
    const more = stack.includes(name) ? NONE : inherited;
    stack.push(name);
    const known = centres.get(name) ?? { name, entries: 0, individual: NONE, inherited: NONE };
    centres.set(name, {
      name,
      entries: known.entries + entries,
      individual: added(known.individual, individual),
      inherited: added(known.inherited, more),
    });
  }
  return [...centres.values()];
}

const NONE: Cost = { ticks: 0, allocated: 0 };

/** A stack costs no less than those that it is the beginning of: so what is kept hangs together. */
function largest(nodes: readonly CallNode[], weight: (node: CallNode) => number): Stack[] {
  const order = nodes
    .map((node, i) => ({ i, weight: weight(node) }))
    .filter((one) => one.weight >= SMALLEST)
    .sort((a, b) => b.weight - a.weight || a.i - b.i)
    .slice(0, MAX_STACKS);
  const kept = new Set(order.map(({ i }) => i));
  return nodes
    .filter((_, i) => kept.has(i))
    .map(({ depth, name, inherited }) => ({ depth, name, ...inherited }));
}

/** What is counted along the stacks. */
export type CostKind = 'ticks' | 'allocated';

/**
 * The stacks as lines of `outermost;...;innermost COST`, which flamegraph.pl, speedscope and others read.
 */
export function foldedStacks({ nodes }: CostProfile, kind: CostKind): string {
  const stack: string[] = [];
  const lines: string[] = [];
  for (const { depth, name, individual } of nodes) {
    stack.length = depth;
    stack.push(visible(name).replace(/[;\s\uFFFD]/g, '_'));
    if (individual[kind] > 0) lines.push(`${stack.join(';')} ${individual[kind]}\n`);
  }
  return lines.join('');
}
