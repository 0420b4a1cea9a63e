/** A fraction in lowest terms; the denominator is positive. Counts grow by such: n (n - 1) / 2. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** @throws RangeError when the denominator is 0 */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new RangeError(`${numerator.toString()}/0 is no number`);
  const divisor = commonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export const ZERO = rational(0n);
export const ONE = rational(1n);

export const isZero = ({ numerator }: Rational): boolean => numerator === 0n;

export const add = (a: Rational, b: Rational): Rational =>
  rational(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );

export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));

export const negate = ({ numerator, denominator }: Rational): Rational => ({
  numerator: -numerator,
  denominator,
});

export const multiply = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);

/** @throws RangeError when `b` is 0 */
export const divide = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

/** `base` to the power of a whole number. @throws RangeError when that is negative and `base` is 0 */
export const power = (base: Rational, exponent: number): Rational =>
  exponent < 0
    ? divide(ONE, power(base, -exponent))
    : rational(base.numerator ** BigInt(exponent), base.denominator ** BigInt(exponent));

/** A whole number as a fraction. @throws RangeError when it is none */
export const whole = (value: number): Rational => rational(BigInt(value));

/** The nearest number. */
export const toNumber = ({ numerator, denominator }: Rational): number =>
  Number(numerator) / Number(denominator);

function commonDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}
