/** One served RPC of a node daemon's log. */
export interface LoggedRpc {
  readonly procedure: string;
  /** The caller's end of the connection, which daemons log up to 3.1. */
  readonly address: string;
  readonly port: number | undefined;
  /** When it had been served: milliseconds since 1970, if the node's time zone is UTC. */
  readonly at: number | undefined;
}

/** One command of any of Ganeti's logs. */
export interface LoggedCommand {
  /** As Ganeti quoted it. */
  readonly command: string;
  readonly at: number | undefined;
}

/** `2026-11-23 02:02:17,132: ` at the beginning of a line, as Python's logging writes it. */
const TIME = String.raw`(?:^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d),(\d{3}): .*?)?`;

/** What a node daemon's log says it served, from a part of the log. */
export function readServed(log: string): LoggedRpc[] {
  // `INFO 10.0.0.1:53518 POST /version HTTP/1.1 200`, from 3.2 on `INFO 10.0.0.1 - "POST /version HTTP/1.1" 200 -`.
  const line = RegExp(
    String.raw`${TIME} INFO ([^\s:]+)(?::(\d+))?(?: - ")? ?POST \/(\S+) HTTP\/[\d.]+"? \d+`,
    'gm',
  );
  return [...log.matchAll(line)].map(([, day, time, ms, address = '', port, procedure = '']) => {
    const at = moment(day, time, ms);
    return { procedure, address, port: port === undefined ? undefined : Number(port), at };
  });
}

/**
 * The commands that a part of any of Ganeti's logs says were run, as it quoted them. `gnt-cluster upgrade` logs each
 * twice, to two handlers of the same file, one of which names the line of code.
 */
export function readCommands(log: string): LoggedCommand[] {
  const line = RegExp(String.raw`${TIME}( [a-z_]+:\d+)? INFO RunCmd (.+)$`, 'gm');
  let before: string | undefined;
  return [...log.matchAll(line)].flatMap(([, day, time, ms, code, command = '']) => {
    const said = `${day} ${time} ${ms} ${command}`;
    const again = code !== undefined && said === before;
    before = again ? undefined : said;
    if (again) return [];
    return [{ command: command.replace(/, output file '.*'$/, ''), at: moment(day, time, ms) }];
  });
}

function moment(day?: string, time?: string, ms?: string): number | undefined {
  return day === undefined ? undefined : Date.parse(`${day}T${time}.${ms}Z`);
}
