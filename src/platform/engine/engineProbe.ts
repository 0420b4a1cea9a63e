import { run } from '../process/process.ts';
import { ProcessError } from '../process/processError.ts';

/** What asking the container engine gave. */
export type EngineState =
  | { readonly kind: 'ready'; readonly version: string }
  /** There is no `docker` command. */
  | { readonly kind: 'no-client' }
  /** There is an engine, and this user may not talk to it. */
  | { readonly kind: 'denied'; readonly detail: string }
  /** There is an engine, which does not speak the version of the protocol that the client does. */
  | { readonly kind: 'refusing'; readonly detail: string }
  /** Podman under Docker's name: its `docker` command, or its service behind Docker's. */
  | { readonly kind: 'podman'; readonly version: string }
  | { readonly kind: 'silent'; readonly detail: string };

const PATIENCE = 60_000;
/** Docker's server lists `Engine` first, podman's service `Podman Engine`. */
const FORMAT = '{{.Server.Version}}{{range .Server.Components}}|{{.Name}}{{end}}';

/** Asks the engine whether it is there, within a minute. */
export async function probeEngine(signal?: AbortSignal): Promise<EngineState> {
  try {
    const args = ['version', '--format', FORMAT];
    const { stdout } = await run('docker', args, { timeout: PATIENCE, signal });
    const [version = '', ...components] = stdout.trim().split('|');
    // Some clients print an empty line and exit with 0 when no engine answers.
    if (version === '') return { kind: 'silent', detail: 'docker version names no server' };
    if (components.some((name) => PODMAN.test(name))) return { kind: 'podman', version };
    return { kind: 'ready', version };
  } catch (error) {
    if (!(error instanceof ProcessError) || error.end.aborted) throw error;
    return failedProbe(error, signal);
  }
}

const PODMAN = /^podman\b/i;
/** As in `client version 1.99 is too new. Maximum supported API version is 1.41`. */
const OTHER_PROTOCOL = /client version \S+ is too (?:new|old)/i;

async function failedProbe(error: ProcessError, signal?: AbortSignal): Promise<EngineState> {
  if (error.end.failure?.includes('ENOENT')) return { kind: 'no-client' };
  if (OTHER_PROTOCOL.test(error.stderr)) return { kind: 'refusing', detail: error.short };
  if (/permission denied/i.test(error.stderr)) return { kind: 'denied', detail: error.short };
  // Podman's command has another template, and says of it only that a field is not there.
  const named = await run('docker', ['--version'], { timeout: PATIENCE, reject: false, signal });
  const [, podman] = /^podman version (\S+)/im.exec(named.stdout) ?? [];
  if (podman !== undefined) return { kind: 'podman', version: podman };
  return { kind: 'silent', detail: error.short };
}
