import * as z from 'zod';
import { invalidError } from '../platform/errors.ts';
import type { NodePlan } from './clusterPlan.ts';
import { execOn } from './nodes.ts';

/**
 * Sends each of its arguments but the first to luxid and prints each answer on a line, until it refuses one. The first is how many seconds an answer may
 * take. A command of Ganeti's that does the same takes ten times as long to start.
 */
export const LUXI_CLIENT = `import socket, sys
s = socket.socket(socket.AF_UNIX)
s.settimeout(int(sys.argv[1]))
s.connect("/var/run/ganeti/socket/ganeti-query")
for request in sys.argv[2:]:
    s.sendall(request.encode() + b"\\3")
    answer = b""
    while not answer.endswith(b"\\3"):
        part = s.recv(65536)
        if not part: sys.exit("luxid did not answer")
        answer += part
    print(answer[:-1].decode())
    if answer.startswith(b'{"success":false'): break`;

/** A call of LUXI as it goes over the socket. */
export const luxiRequest = (method: string, args: readonly unknown[]): string =>
  JSON.stringify({ method, args });

const AnswerSchema = z.object({ success: z.boolean(), result: z.unknown() });

/**
 * Calls luxid on the master, the requests one after the other. It is for setting up only: while a trace is on, luxid's calls are
 * counted.
 *
 * @param requests of {@link luxiRequest}, each below 128 KiB, as they are arguments of a command
 * @returns their results, in order
 * @throws PerfError (exit 4) when luxid refuses one
 */
export async function askLuxid(
  master: NodePlan,
  requests: readonly string[],
  signal?: AbortSignal,
): Promise<unknown[]> {
  const command = ['python3', '-I', '-S', '-c', LUXI_CLIENT, '240', ...requests];
  const { stdout } = await execOn(master, command, { signal });
  const lines = stdout.split('\n').filter(Boolean);
  return requests.map((request, k) => {
    const answer = AnswerSchema.parse(JSON.parse(lines[k] ?? 'null'));
    if (answer.success) return answer.result;
    throw invalidError(`luxid refuses ${request}: ${JSON.stringify(answer.result)}`);
  });
}
