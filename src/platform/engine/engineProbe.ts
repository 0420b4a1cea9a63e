import { run } from '../process/process.ts';
import { ProcessError } from '../process/processError.ts';

/** What asking the container engine gave. */
export type EngineState =
  | { readonly kind: 'ready'; readonly version: string }
  /** There is no `docker` command. */
  | { readonly kind: 'no-client' }
  /** There is an engine, and this user may not talk to it. */
  | { readonly kind: 'denied'; readonly detail: string }
  | { readonly kind: 'silent'; readonly detail: string };

/** Asks the engine whether it is there, within 15 s. */
export async function probeEngine(signal?: AbortSignal): Promise<EngineState> {
  try {
    const args = ['info', '--format', '{{.ServerVersion}}'];
    const { stdout } = await run('docker', args, { timeout: 60_000, signal });
    const version = stdout.trim();
    // Some clients print an empty line and exit with 0 when no engine answers.
    if (version === '') return { kind: 'silent', detail: 'docker info names no server' };
    return { kind: 'ready', version };
  } catch (error) {
    if (!(error instanceof ProcessError) || error.end.aborted) throw error;
    if (error.end.failure?.includes('ENOENT')) return { kind: 'no-client' };
    if (/permission denied/i.test(error.stderr)) return { kind: 'denied', detail: error.short };
    return { kind: 'silent', detail: error.short };
  }
}
