import { createInterface } from 'node:readline';
import type { TracerHost } from '../../cluster/tracerHost.ts';
import { incompleteError, invalidError } from '../../platform/errors.ts';
import { until, type Condition } from '../../platform/process/until.ts';
import { countSkipped } from '../events/completeness.ts';
import { saysReady } from '../events/socketCalls.ts';
import { socketCallsProgram } from '../program/socketCallsProgram.ts';

const NAME = 'bpftrace-calls';
/** Of confd, the daemon that is asked by UDP. */
const CONFD_PORT = 1814;
/** It starts when the probes are attached, which shows that they are; and ends with bpftrace. */
const STARTED = '/bin/sleep 3600';

/**
 * Counts system calls while `work` goes on, by a tracer of its own.
 *
 * @param name of the client's processes; see {@link socketCallsProgram}
 * @returns what came of the work, and the tracer's lines for `readSocketCalls`
 * @throws PerfError (exit 4) when the kernel skipped a probe, or the tracer ends too early
 */
export async function withSocketCalls<T>(
  host: TracerHost,
  name: string,
  work: () => Promise<T>,
  signal?: AbortSignal,
): Promise<{ readonly result: T; readonly lines: readonly string[] }> {
  const program = socketCallsProgram(name, CONFD_PORT);
  const options = ['-f', 'json', '-B', 'line', '-c', STARTED, '-e', program];
  const bpftrace = await host.spawn(NAME, ['bpftrace', ...options]);
  let end: string | undefined;
  void bpftrace.finished.then(() => (end = bpftrace.stderr().trim() || 'it said nothing'));
  const lines: string[] = [];
  const reader = createInterface({ input: bpftrace.stdout, crlfDelay: Infinity });
  reader.on('line', (line) => lines.push(line));
  const drained = new Promise<void>((resolve) => reader.on('close', resolve));
  const attached = (): Condition => {
    if (end !== undefined) throw invalidError(`the tracer of system calls did not start: ${end}`);
    return lines.some(saysReady) || 'no probe attached yet';
  };
  await until('bpftrace to attach', attached, { deadline: 600_000, interval: 50, signal });
  const result = await work();
  if (end !== undefined) throw invalidError(`the tracer ended while it was needed: ${end}`);
  const fdinfo = await host.withPid(NAME, 'cat /proc/"$1"/fdinfo/* 2>/dev/null; true');
  const skipped = countSkipped(fdinfo.stdout);
  await host.withPid(NAME, 'kill -INT "$1"');
  await bpftrace.finished;
  await drained;
  if (skipped === 0) return { result, lines };
  throw incompleteError(`the kernel skipped ${skipped} of the probes that count system calls`);
}
