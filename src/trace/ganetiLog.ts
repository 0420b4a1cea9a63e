/** Procedures that a node daemon's log says it served, with how often, from a part of the log. */
export function readServed(log: string): Map<string, number> {
  const served = new Map<string, number>();
  // Up to 3.1 the address has a port, later not: `INFO 10.0.0.1:53518 POST /version HTTP/1.1 200`.
  for (const [, procedure] of log.matchAll(/ INFO \S+ POST \/(\S+) HTTP\/[\d.]+ \d+/g)) {
    if (procedure) served.set(procedure, (served.get(procedure) ?? 0) + 1);
  }
  return served;
}

/** One served RPC of a node daemon's log: its caller's end of the connection, and the procedure. */
export interface LoggedRpc {
  readonly address: string;
  readonly port: number;
  readonly procedure: string;
}

/** The same, one by one, where the log has the callers' ports: up to 3.1. */
export function readServedRpcs(log: string): LoggedRpc[] {
  const lines = log.matchAll(/ INFO ([\d.]+):(\d+) POST \/(\S+) HTTP\/[\d.]+ \d+/g);
  return [...lines].map(([, address = '', port, procedure = '']) => {
    return { address, port: Number(port), procedure };
  });
}

/** The commands that a part of any of Ganeti's logs says were run, as it quoted them. */
export function readCommands(log: string): string[] {
  return [...log.matchAll(/ INFO RunCmd (.+)$/gm)].map(([, command]) =>
    (command ?? '').replace(/, output file '.*'$/, ''),
  );
}
