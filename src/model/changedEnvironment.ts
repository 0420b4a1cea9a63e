import { isCalibration } from './calibration.ts';
import type { Environment } from './environment.ts';
import { changedEntries, type ChangedEntry } from './records.ts';

/**
 * What differs between two environments, sorted by name. How fast the machines are is never twice the
 * same, even on one of them, so it is no difference by itself: `machineFactors` says what of it matters.
 */
export const changedEnvironment = (
  before: Environment,
  after: Environment,
): ChangedEntry<Environment[string]>[] =>
  changedEntries(before, after).filter(({ key }) => !isCalibration(key));
