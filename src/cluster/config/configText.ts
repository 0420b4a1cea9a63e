/**
 * A configuration as Ganeti's configuration daemon writes it to `config.data`: without white space, and with
 * times in Haskell's form, as `1.7956101257531116e9`. So a configuration that was read and is written again
 * has the same bytes.
 */
export function configText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(configText).join(',')}]`;
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return objectText(Object.entries(value).map(([key, one]) => [key, configText(one)]));
}

/** An object of these members, whose values are JSON already. */
export const objectText = (entries: readonly (readonly [string, string])[]): string =>
  `{${entries.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`;

/** Haskell shows a number that is no integer with an exponent from here on. */
const EXPONENT_FROM = 1e7;

const numberText = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) < EXPONENT_FROM
    ? String(value)
    : value.toExponential().replace('e+', 'e');
