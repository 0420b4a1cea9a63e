import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pause } from '../process/abort.ts';
import type { WorkContext } from '../context.ts';
import { probeEngine } from './engineProbe.ts';
import { clearRemains, runningEngine } from './engineRemains.ts';
import { environmentError } from '../errors.ts';
import { findProgram, prefixed, rootPrefix } from '../process/privilege.ts';
import { run } from '../process/process.ts';
import { ProcessError, tailLines } from '../process/processError.ts';

export const ENGINE_LOG = '/var/log/ganeti-perf-dockerd.log';
/** Milliseconds until the engine must answer. */
const PATIENCE = 5 * 60_000;

/**
 * Starts the machine's own engine: by systemd where that runs, else in the background.
 *
 * @throws PerfError (environment) when this user may not, or it does not answer within 60 s; the
 *   message holds the last lines of its log.
 */
export async function startEngine({ log, signal }: WorkContext): Promise<void> {
  const prefix = await rootPrefix(signal);
  const systemd = existsSync('/run/systemd/system');
  if (prefix === undefined) {
    const command = systemd ? 'sudo systemctl start docker' : 'sudo dockerd &';
    throw environmentError(
      `Docker's engine does not run, and this user may not start it; run: ${command}`,
    );
  }
  await log.phase("start Docker's engine", async () => {
    if (systemd && (await startUnit(prefix, signal))) return awaitAnswer('systemd', signal);
    const running = await runningEngine();
    if (running !== undefined) {
      log.info(`dockerd runs already (process ${running}) but does not answer yet: waiting for it`);
      return awaitAnswer(running, signal);
    }
    await clearRemains({ prefix, log, signal });
    log.info(`starting dockerd in the background; its log: ${ENGINE_LOG}`);
    return awaitAnswer(await startInBackground(prefix, signal), signal);
  });
}

/** False when systemd knows no such unit, as with an engine installed by hand. */
async function startUnit(prefix: readonly string[], signal?: AbortSignal): Promise<boolean> {
  try {
    const start = prefixed(prefix, ['systemctl', 'start', 'docker']);
    await run(...start, { timeout: 2 * PATIENCE, signal });
    return true;
  } catch (error) {
    if (!(error instanceof ProcessError) || error.end.aborted) throw error;
    if (/not found|not loaded/i.test(error.stderr)) return false;
    const journal = ['-u', 'docker', '-n', '15', '--no-pager', '-o', 'cat'];
    const { stdout } = await run('journalctl', journal, { reject: false, signal });
    const message = `systemd could not start Docker: ${error.short}; see: journalctl -u docker`;
    throw environmentError(withLines(message, stdout), { cause: error });
  }
}

/** Gives the process id. */
async function startInBackground(prefix: readonly string[], signal?: AbortSignal): Promise<number> {
  const dockerd = findProgram('dockerd');
  if (dockerd === undefined) throw environmentError("Docker's engine 'dockerd' is nowhere in PATH");
  // By setsid, so that it outlives this run; with the folders where its helpers are.
  const script = 'PATH=$PATH:/usr/sbin:/sbin setsid "$1" >"$2" 2>&1 </dev/null & echo $!';
  const shell = prefixed(prefix, ['sh', '-c', script, 'sh', dockerd, ENGINE_LOG]);
  const { stdout } = await run(...shell, { timeout: 120_000, signal });
  return Number(stdout);
}

/** Waits until it answers, or its process is gone and no other took its place. */
async function awaitAnswer(engine: number | 'systemd', signal?: AbortSignal): Promise<void> {
  const until = performance.now() + PATIENCE;
  let said = 'it ended at once';
  while (performance.now() < until) {
    const state = await probeEngine(signal);
    // One that is of no use is an answer too; the caller knows what to say about it.
    if (state.kind !== 'silent' && state.kind !== 'no-client') return;
    said = state.kind === 'silent' ? state.detail : "there is no 'docker' command";
    const gone = engine !== 'systemd' && !existsSync(`/proc/${engine}`);
    if (gone && (await runningEngine()) === undefined)
      throw await failed('dockerd ended at once; mend what it says, then try again');
    await pause(250, signal);
  }
  throw await failed(`Docker's engine does not answer after ${PATIENCE / 1000} s (${said})`);
}

async function failed(message: string): Promise<Error> {
  const written = await readFile(ENGINE_LOG, 'utf8').catch(() => '');
  return environmentError(withLines(`${message}; its log: ${ENGINE_LOG}`, written));
}

const withLines = (message: string, output: string): string =>
  [message, ...tailLines(output, 15).map((line) => `  ${line}`)].join('\n');
