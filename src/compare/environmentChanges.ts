import type { EnvironmentChange } from '../model/comparison.ts';
import type { Environment } from '../model/environment.ts';
import { changedEnvironment } from '../model/changedEnvironment.ts';

/** What differs between two environments, sorted by name; null where one does not know the name. */
export function environmentChanges(before: Environment, after: Environment): EnvironmentChange[] {
  return changedEnvironment(before, after).map(({ key, ...values }) => ({ name: key, ...values }));
}
