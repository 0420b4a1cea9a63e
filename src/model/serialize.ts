/**
 * The text of a published file: keys sorted at every depth (by code unit, the same on every
 * machine), two spaces, a newline at the end; so that a diff shows what changed and nothing else.
 */
export function serialize(document: unknown): string {
  return `${JSON.stringify(document, sortKeys, 2)}\n`;
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  // fromEntries defines its properties, so that a key like __proto__ stays a key.
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
