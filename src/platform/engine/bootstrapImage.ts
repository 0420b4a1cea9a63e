import { refuseFullDisk } from './fullDisk.ts';
import { environmentError } from '../errors.ts';
import { prefixed, rootPrefix } from '../process/privilege.ts';
import { run, spawn } from '../process/process.ts';

/** The Debian releases whose Ganeti can be measured, and that the images are built on. */
export type Suite = 'bookworm' | 'trixie';

const TIMEOUT = 15 * 60_000;
/** What the slim images leave out too: nothing here is read in a container. */
const LEFT_OUT = ['doc', 'man', 'info', 'locale', 'groff', 'lintian', 'linda'];
const DPKG_OPTIONS = [
  ...LEFT_OUT.map((folder) => `path-exclude=/usr/share/${folder}/*`),
  'path-include=/usr/share/doc/*/copyright',
];
/**
 * Between unpacking and installing, `$1` is the folder. As options of mmdebstrap, the paths would make it send
 * each package through a filter in Python, which takes half of all the time; dpkg itself leaves them out
 * when it installs what was unpacked.
 */
const LEAVE_OUT = [
  `rm -rf ${LEFT_OUT.map((folder) => `"$1"/usr/share/${folder}/*`).join(' ')}`,
  `printf '%s\\n' ${DPKG_OPTIONS.map((option) => `'${option}'`).join(' ')} > "$1"/etc/dpkg/dpkg.cfg.d/ganeti-perf`,
].join(' && ');

/** Niceness is for processes of one session; between sessions, as this is one, that of the sessions counts: sched(7). */
const GIVE_WAY = [
  'sh',
  '-c',
  '{ echo 10 > /proc/self/autogroup; } 2>/dev/null; exec nice -n 10 "$@"',
  'sh',
] as const;

export interface BootstrapOptions {
  readonly signal?: AbortSignal | undefined;
  /** `false`: something else on the machine is waited for first; default `true`. */
  readonly urgent?: boolean;
}

/**
 * Makes a minimal Debian image from the packages of Debian's archive, in 15 to 30 s.
 *
 * @throws PerfError (environment) when the archive cannot be reached
 */
export async function bootstrapImage(
  suite: Suite,
  reference: string,
  { signal, urgent = true }: BootstrapOptions = {},
): Promise<void> {
  const prefix = (await rootPrefix(signal)) ?? [];
  const options = [
    '--variant=minbase',
    '--format=tar',
    // Syncs of every file are for a machine that may lose its power in the middle, not for an image.
    '--dpkgopt=force-unsafe-io',
    // Descriptions in other languages are as large as the list of packages.
    '--aptopt=Acquire::Languages "none"',
    `--extract-hook=${LEAVE_OUT}`,
  ];
  const make = ['mmdebstrap', ...options, suite, '-'] as const;
  const command = prefixed(prefix, urgent ? [...make] : [...GIVE_WAY, ...make]);
  const archive = await spawn(...command, { timeout: TIMEOUT, signal });
  const changes = ['LABEL ganeti-perf=1', 'CMD ["bash"]'].flatMap((change) => ['--change', change]);
  const importing = run('docker', ['import', ...changes, '-'], {
    input: archive.stdout,
    timeout: TIMEOUT,
    signal,
  });
  const [imported, { error }] = await Promise.all([
    importing.catch((reason: unknown) => reason as Error),
    archive.finished,
  ]);
  if (imported instanceof Error) refuseFullDisk(imported.message, imported);
  // An archive that broke off may still import: only a complete one gets the name.
  if (error) {
    if (!(imported instanceof Error))
      await run('docker', ['rmi', imported.stdout], { reject: false });
    if (error.end.aborted) throw error;
    throw environmentError(
      `Debian ${suite} could not be made by mmdebstrap, and no registry answers either: ${error.short}`,
      { cause: error },
    );
  }
  if (imported instanceof Error) throw imported;
  await run('docker', ['tag', imported.stdout, reference], { signal });
}
