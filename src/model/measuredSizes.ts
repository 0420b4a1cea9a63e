import * as z from 'zod';
import { areAllCandidates } from './candidates.ts';
import { sizeIn, SYMBOLS, usualOf, VARIABLES, type Size, type Variable } from './formula.ts';

/** The least and the most of a variable. */
interface Range {
  readonly least: number;
  readonly most: number;
}
type Ranges = Readonly<Partial<Record<Variable, Range>>>;

const PLACE = new RegExp(
  `^([${Object.values(SYMBOLS).join('')}]) = (\\d{1,7})(?:\\.\\.(\\d{1,7}))?$`,
);

/**
 * The sizes at which a formula was seen to hold: `n = 3..7, k = 2..7, i = 6`. Of what is not named there was none, but
 * one node group, and where no k is, every node was a master candidate. Beyond them lie limits of Ganeti's that no formula knows.
 */
export const MeasuredSizesSchema = z
  .string()
  .max(100)
  .refine((text) => parsed(text) !== undefined, {
    message: 'expected sizes such as n = 3..7, i = 6',
  });

/** Of sizes, one at least. */
export function measuredSizes(sizes: readonly Size[]): string {
  const ranges = VARIABLES.map((variable) => {
    const own = sizes.map((size) => sizeIn(size, variable)).toSorted((a, b) => a - b);
    return [variable, { least: own.at(0) ?? 0, most: own.at(-1) ?? 0 }] as const;
  });
  return formatted(named(Object.fromEntries(ranges), sizes.every(areAllCandidates)));
}

/** @param over as {@link MeasuredSizesSchema} has it */
export function isMeasured(over: string, size: Size): boolean {
  const ranges = parsed(over) ?? {};
  if (!ranges.candidates && !areAllCandidates(size)) return false;
  return VARIABLES.every((variable) => {
    if (variable === 'candidates' && !ranges.candidates) return true;
    const { least, most } = ranges[variable] ?? usual(variable);
    return least <= sizeIn(size, variable) && sizeIn(size, variable) <= most;
  });
}

/**
 * Whether a formula of a baseline was measured over such sizes. Where it is not said over which, that is all of one
 * number of node groups: Ganeti does else for one group than for several.
 *
 * @param own the size of the baseline
 */
export const isKnownAt = (over: string | undefined, size: Size, own: Size): boolean =>
  over === undefined
    ? sizeIn(size, 'nodeGroups') === sizeIn(own, 'nodeGroups')
    : isMeasured(over, size);

/** Whether there are clusters among them in which not all nodes are master candidates. */
export const haveFewerCandidates = (over: string): boolean =>
  parsed(over)?.candidates !== undefined;

/** From the least of both to the most of both: of a formula that gives the values of either. */
export function joined(a: string, b: string): string {
  const [one, other] = [parsed(a) ?? {}, parsed(b) ?? {}];
  const ranges = VARIABLES.map((variable) => {
    const both = [rangeIn(one, variable), rangeIn(other, variable)] as const;
    const least = Math.min(both[0].least, both[1].least);
    return [variable, { least, most: Math.max(both[0].most, both[1].most) }] as const;
  });
  return formatted(named(Object.fromEntries(ranges), !one.candidates && !other.candidates));
}

/** Candidates that are not named are all nodes. */
const rangeIn = (ranges: Ranges, variable: Variable): Range =>
  ranges[variable] ?? (variable === 'candidates' ? ranges.nodes : undefined) ?? usual(variable);

/** Without the candidates where these are all nodes, which is the usual case. */
const named = ({ candidates, ...ranges }: Ranges, allCandidates: boolean): Ranges => ({
  ...ranges,
  ...(candidates && !allCandidates && { candidates }),
});

const usual = (variable: Variable): Range => {
  const size = usualOf(variable);
  return { least: size, most: size };
};

const formatted = (ranges: Ranges): string =>
  VARIABLES.flatMap((variable) => {
    const { least, most } = ranges[variable] ?? usual(variable);
    if (most === usualOf(variable)) return [];
    return [`${SYMBOLS[variable]} = ${least === most ? least : `${least}..${most}`}`];
  }).join(', ');

/** undefined of any other text than {@link formatted} writes. */
function parsed(text: string): Ranges | undefined {
  const places = text.split(', ').map((place) => {
    const [, symbol, least, most = least] = PLACE.exec(place) ?? [];
    const variable = VARIABLES.find((known) => SYMBOLS[known] === symbol);
    const range = { least: Number(least), most: Number(most) };
    return variable && range.least <= range.most ? ([variable, range] as const) : undefined;
  });
  const ranges: Ranges = Object.fromEntries(places.filter((place) => place !== undefined));
  return formatted(ranges) === text ? ranges : undefined;
}
