const collator = new Intl.Collator('en', { numeric: true });

/** Numbers in names by their value, as Ganeti orders names. */
export const niceOrder = (a: string, b: string): number => collator.compare(a, b);
