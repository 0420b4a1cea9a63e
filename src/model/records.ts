import jsonDiff from 'json-diff';

/** An entry that differs; null on the side that has no such key. */
export interface ChangedEntry<Value> {
  readonly key: string;
  readonly before: Value | null;
  readonly after: Value | null;
}

/**
 * The entries in which two flat records differ, sorted by key; values are compared deeply. Any key but
 * `__proto__`, which the readers refuse.
 */
export function changedEntries<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): ChangedEntry<Value>[] {
  const old = new Map(Object.entries(before));
  const now = new Map(Object.entries(after));
  const keys = new Set([...old.keys(), ...now.keys()]);
  const changed = jsonDiff.diff(padded(old, keys), padded(now, keys)) as object | undefined;
  return Object.keys(changed ?? {})
    .sort()
    .map((key) => ({ key, before: old.get(key) ?? null, after: now.get(key) ?? null }));
}

/**
 * Every key on both sides, null where it is missing: json-diff marks a missing key by a suffix that a
 * key of ours might end in. No prototype, since it looks inherited names such as `toString` up, too.
 */
function padded<Value>(entries: ReadonlyMap<string, Value>, keys: Iterable<string>): object {
  const record = Object.create(null) as Record<string, Value | null>;
  for (const key of keys) record[key] = entries.get(key) ?? null;
  return record;
}
