import type { Comparison } from '../model/comparison.ts';
import type { Measurement } from '../model/measurement.ts';
import { serialize } from '../model/serialize.ts';

/** The report for programs: the document itself, in the form of the published file. */
export function renderJson(document: Comparison | Measurement): string {
  return serialize(document);
}
