/** 0 of none. */
export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** @param values one at least */
export const mean = (values: readonly number[]): number => sum(values) / values.length;
