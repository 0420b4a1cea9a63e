import type { Formula, Size } from '../model/formula.ts';

/** An exact value at one size of the cluster. */
export interface SizedValue extends Size {
  readonly value: number;
}

/** Sizes beyond those that a polynomial takes to be drawn: they are what can refute it. */
export const SPARE_SIZES = 2;

/**
 * What is known of how an exact metric grows.
 *
 * - `formula`: gives every measured value exactly
 * - `not-decided`: too few sizes to tell; the reason says how many it takes. `likely` gives every measured value exactly too, and
 *   one of them at least could have refuted it
 * - `no-formula`: enough sizes, and no polynomial of so low a degree fits
 */
export type ExactFit =
  | { readonly kind: 'formula'; readonly formula: Formula }
  | { readonly kind: 'not-decided'; readonly reason: string; readonly likely?: Formula }
  | { readonly kind: 'no-formula'; readonly reason: string };
