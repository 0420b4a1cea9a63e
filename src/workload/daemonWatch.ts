import { invalidError } from '../platform/errors.ts';
import { pause } from '../platform/process/abort.ts';
import { withBackground } from './background.ts';
import type { Stage } from './runCommand.ts';

/** Without these on the master, jobs and commands wait for ever, and say nothing. */
const NEEDED = ['ganeti-wconfd', 'ganeti-luxid'];

/**
 * Milliseconds. An upgrade stops the daemons for as long as it takes to put the other version in their place; one that died does not
 * come back.
 */
const GONE = 180_000;
const LOOK = 10_000;

export interface DaemonWatchOptions {
  readonly needed?: readonly string[];
  /** Milliseconds that one may be away. */
  readonly gone?: number;
  /** Milliseconds between two looks. */
  readonly interval?: number;
}

/**
 * Does work on a cluster whose daemons are looked at meanwhile.
 *
 * @throws PerfError (exit 4) when one of the master's that are needed has been away for minutes; whatever `work` throws
 */
export async function whileDaemonsRun(
  name: string,
  stage: Stage,
  work: (stage: Stage) => Promise<void>,
  options: DaemonWatchOptions = {},
): Promise<void> {
  await withBackground(stage.signal, async ({ signal, start }) => {
    const done = new AbortController();
    start(watchDaemons(name, stage, AbortSignal.any([signal, done.signal]), options));
    try {
      await work({ ...stage, signal });
    } finally {
      done.abort();
    }
  });
}

async function watchDaemons(
  name: string,
  { host, plan }: Stage,
  until: AbortSignal,
  { needed = NEEDED, gone = GONE, interval = LOOK }: DaemonWatchOptions,
): Promise<void> {
  const script = `cat ${host.path(plan.master, '/proc')}/[0-9]*/comm 2>/dev/null; true`;
  const seen = new Map(needed.map((daemon) => [daemon, performance.now()]));
  for (;;) {
    await pause(interval, until).catch(() => undefined);
    if (until.aborted) return;
    const { stdout } = await host.exec(['sh', '-c', script]);
    const now = performance.now();
    const running = new Set(stdout.split('\n'));
    for (const daemon of needed) {
      if (running.has(daemon)) seen.set(daemon, now);
      else if (now - (seen.get(daemon) ?? now) > gone) {
        throw invalidError(
          `workload '${name}': ${daemon} has not run on ${plan.master.name} for ${gone / 1000} s, and nothing goes on ` +
            'without it; the logs are under logs/',
        );
      }
    }
  }
}
