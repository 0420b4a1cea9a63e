const FACTORS: Readonly<Record<string, number>> = {
  '': 1,
  '%': 1,
  s: 1,
  ms: 1e-3,
  B: 1,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
  PiB: 1024 ** 5,
};

/**
 * What a figure written by format.ts is worth, to sort by: `1 234` -> 1234, `-1.5 KiB` -> -1536,
 * `12 ms` -> 0.012. Of several figures (`12 to 14`, `+5 (+10 %)`) the first. null: not a figure.
 */
export function figureValue(words: string): number | null {
  const match = /^([+-]?)(<?)(\d+(?: \d{3})*(?:\.\d+)?)(?: ?(%|m?s|[KMGTP]iB|B)(?![a-z]))?/i.exec(
    words,
  );
  if (!match) return null;
  const [, sign, below, digits = '', unit = ''] = match;
  const size = Number(digits.replaceAll(' ', '')) * (FACTORS[unit] ?? 1);
  return (sign === '-' ? -1 : 1) * (below ? size / 2 : size);
}
