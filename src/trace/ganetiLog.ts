/** One served RPC of a node daemon's log. */
export interface LoggedRpc {
  readonly procedure: string;
  /** The caller's end of the connection, which daemons log up to 3.1. */
  readonly address: string;
  readonly port: number | undefined;
}

/** What a node daemon's log says it served, from a part of the log. */
export function readServed(log: string): LoggedRpc[] {
  // `INFO 10.0.0.1:53518 POST /version HTTP/1.1 200`, from 3.2 on `INFO 10.0.0.1 - "POST /version HTTP/1.1" 200 -`.
  const lines = log.matchAll(
    / INFO ([^\s:]+)(?::(\d+))?(?: - ")? ?POST \/(\S+) HTTP\/[\d.]+"? \d+/g,
  );
  return [...lines].map(([, address = '', port, procedure = '']) => {
    return { procedure, address, port: port === undefined ? undefined : Number(port) };
  });
}

/** How often each procedure was served. */
export function countProcedures(served: readonly LoggedRpc[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { procedure } of served) counts.set(procedure, (counts.get(procedure) ?? 0) + 1);
  return counts;
}

/** The commands that a part of any of Ganeti's logs says were run, as it quoted them. */
export function readCommands(log: string): string[] {
  return [...log.matchAll(/ INFO RunCmd (.+)$/gm)].map(([, command]) =>
    (command ?? '').replace(/, output file '.*'$/, ''),
  );
}
