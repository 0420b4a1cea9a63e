import { createInterface } from 'node:readline';
import { onAbort } from '../platform/process/abort.ts';
import { environmentError, invalidError } from '../platform/errors.ts';
import { spawn } from '../platform/process/process.ts';
import { RUN_LABEL } from './identity.ts';

/** Tells when a container ends that nobody asked to: Ganeti itself would wait a minute for it. */
export interface ContainerWatch {
  /** Fires when a container of the run has ended, when the engine has, or with the caller's signal. */
  readonly signal: AbortSignal;
  close(): Promise<void>;
}

/** Milliseconds; longer than any measurement. */
const LONGEST = 3 * 3_600_000;

export async function watchContainers(
  runId: string,
  signal?: AbortSignal,
): Promise<ContainerWatch> {
  const filters = [`label=${RUN_LABEL}=${runId}`, 'type=container', 'event=die'];
  const events = await spawn(
    'docker',
    [
      'events',
      ...filters.flatMap((f) => ['--filter', f]),
      '--format',
      '{{.Actor.Attributes.name}}',
    ],
    { timeout: LONGEST },
  );
  const gone = new AbortController();
  // Let go of at the end: of a signal that lives as long as the run, AbortSignal.any() would keep something each time.
  const letGo = signal && onAbort(signal, () => gone.abort(signal.reason));
  let closed = false;
  createInterface({ input: events.stdout }).on('line', (container) => {
    if (!closed) gone.abort(invalidError(`container ${container} ended`));
  });
  void events.finished.then(() => {
    if (!closed) gone.abort(environmentError('the container engine stopped answering'));
  });
  return {
    signal: gone.signal,
    async close() {
      closed = true;
      letGo?.();
      await events.kill('SIGKILL');
    },
  };
}
