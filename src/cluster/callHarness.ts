import * as z from 'zod';
import { SampleSchema, type Called } from '../model/harness.ts';
import type { WorkContext } from '../platform/context.ts';
import { invalidError } from '../platform/errors.ts';
import type { ContainerTestbed } from './containerTestbed.ts';
import { docker } from './docker.ts';
import { containerOptions } from './identity.ts';

/** A program that calls a function, and how many samples it takes. */
export interface HarnessRun {
  readonly name: string;
  readonly image: string;
  readonly samples: number;
}

/** A call on a configuration of 20000 instances takes some seconds, and a sample at least one of them. */
const TIMEOUT = 30 * 60_000;
const CALL = ['sh', '-c', 'cat > /tmp/config.data && exec /harness/run /tmp/config.data "$0"'];
const CONFIG = '/var/lib/ganeti/config.data';
const LARGEST_CONFIG = 256 * 1024 * 1024;

/**
 * Calls the function of a harness on the configuration of a cluster that is at rest: nothing else runs.
 *
 * @throws PerfError (exit 4) when the program fails, as it does where it cannot read the configuration
 */
export async function callHarness(
  { plan, snapshot, labels }: ContainerTestbed,
  { name, image, samples }: HarnessRun,
  { signal }: WorkContext,
): Promise<Called> {
  const alone = ['run', '--rm', '--pull', 'never', '--network', 'none', '--init'];
  const options = containerOptions(plan.runId, labels);
  const read = [...alone, ...options, '--entrypoint', 'cat', snapshot.imageOf(plan.master), CONFIG];
  const config = await docker(read, {
    signal,
    maxBuffer: LARGEST_CONFIG,
  });
  const called = await docker(
    // Ganeti's files are UTF-8, whatever the image says.
    [
      ...alone,
      '--interactive',
      '--env',
      'LANG=C.UTF-8',
      ...options,
      image,
      ...CALL,
      String(samples),
    ],
    { input: config.stdout, signal, timeout: TIMEOUT, maxBuffer: 1024 * 1024, reject: false },
  );
  if (called.exitCode !== 0) {
    const [why = ''] = called.stderr.trim().split('\n').slice(-1);
    throw invalidError(
      `the harness ${name} ended with exit status ${called.exitCode}: ${why.slice(0, 500)}`,
    );
  }
  return { configBytes: Buffer.byteLength(config.stdout), samples: samplesOf(called.stdout, name) };
}

/** Its lines come from code of a checkout, which may print anything. */
function samplesOf(text: string, name: string): Called['samples'] {
  const lines = text.trim().split('\n');
  const read = z.array(SampleSchema).min(1).safeParse(lines.map(parsedOrUndefined));
  if (read.success) return read.data;
  throw invalidError(`the harness ${name} printed something else than its samples`);
}

function parsedOrUndefined(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
