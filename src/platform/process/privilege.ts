import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { proxyVariables } from '../network/proxies.ts';
import { run } from './process.ts';

/**
 * The words to put before a command that needs root: none when we are root, `sudo -n` where it asks
 * for no password, undefined where there is no way. sudo forgets the environment: it is told to keep the proxies, by their
 * names, as an address may hold a password and anybody sees the words of a command.
 */
export async function rootPrefix(signal?: AbortSignal): Promise<readonly string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  if (findProgram('sudo') === undefined) return undefined;
  const proxies = Object.keys(proxyVariables());
  const keeping = ['sudo', '-n', `--preserve-env=${proxies.join(',')}`];
  if (proxies.length > 0 && (await may(keeping, signal))) return keeping;
  return (await may(PLAIN, signal)) ? PLAIN : undefined;
}

const PLAIN: readonly string[] = ['sudo', '-n'];

async function may(prefix: readonly string[], signal?: AbortSignal): Promise<boolean> {
  const asked = prefixed(prefix, ['true']);
  const { exitCode } = await run(...asked, { timeout: 10_000, reject: false, signal });
  return exitCode === 0;
}

/** A command behind the words that make it root's, in the form that `run` takes. */
export function prefixed(
  prefix: readonly string[],
  command: readonly [string, ...string[]],
): [string, string[]] {
  const [first, ...rest] = prefix;
  return first === undefined ? [command[0], command.slice(1)] : [first, [...rest, ...command]];
}

/** Where administrators' programs are; an ordinary user's PATH often lacks these. */
const SYSTEM_FOLDERS = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/sbin',
  '/bin',
];

/** The path of a program, looked for in PATH and where administrators' programs are. */
export function findProgram(
  name: string,
  path: string = process.env['PATH'] ?? '',
): string | undefined {
  const folders = [...path.split(delimiter), ...SYSTEM_FOLDERS].filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
