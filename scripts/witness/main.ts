import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../../src/platform/process/process.ts';
import { ensureDisk } from '../rehearse/disk.ts';
import { installNeeded } from '../rehearse/needed.ts';
import { runAnywhere } from '../rehearse/virtualMachine.ts';

const USAGE = `node scripts/witness.mjs [--no-kvm] [SUITE...]

What the real LVM and DRBD say of the commands in test/fixtures/lvm and test/fixtures/drbd, in a virtual machine of
Debian's packages whose kernel has device-mapper and DRBD; written beside them as SUITE.txt. The tests hold the emulated
storage against these.

  SUITE      bookworm, trixie; default both
  --no-kvm   emulate the processor, also where the hardware would help
`;

const ROOT = new URL('../../', import.meta.url).pathname;
const CACHE = join(ROOT, '.cache/rehearsal');
const GUEST = new URL('guest/', import.meta.url).pathname;
const FIXTURES = join(ROOT, 'test/fixtures');
/** Folders of commands, and of what came of them. */
const OF = ['lvm', 'drbd'];
const SUITES = ['bookworm', 'trixie'];
const PACKAGES = ['linux-image-amd64', 'kmod', 'udev', 'lvm2', 'drbd-utils', 'iproute2'];
const DEADLINE = 60 * 60_000;

/** @returns the exit status: 0 when all transcripts are whole */
export async function witness(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      'no-kvm': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const suites = positionals.length > 0 ? positionals : SUITES;
  if (values.help || !suites.every((suite) => SUITES.includes(suite))) {
    process.stdout.write(USAGE);
    return values.help ? 0 : 2;
  }
  await installNeeded();
  await mkdir(CACHE, { recursive: true });
  let isWhole = true;
  for (const suite of suites) {
    const lines = await transcript(suite, !values['no-kvm']);
    isWhole &&= lines.at(-1) === '### end';
    if (isWhole) await keep(suite, lines);
    else process.stdout.write(`${suite}: the machine ended early, nothing is written\n`);
  }
  return isWhole ? 0 : 1;
}

/** Writes each part where it belongs. */
async function keep(suite: string, lines: readonly string[]): Promise<void> {
  const parts = `${lines.join('\n')}\n`.split(/^### /m);
  for (const of of OF) {
    const part = parts.find((one) => one.startsWith(`${of}\n`)) ?? '';
    await writeFile(join(FIXTURES, of, `${suite}.txt`), part.slice(of.length + 1));
  }
}

/** All that the machine of a suite says. */
async function transcript(suite: string, kvm: boolean): Promise<string[]> {
  const recipe = { suite, packages: PACKAGES, guest: GUEST, parts: ['install.sh'] };
  const disk = await ensureDisk(recipe, CACHE);
  const payload = await makePayload();
  const machine = {
    ...{ disk, payload, kernel: 'init=/sbin/witness panic=1', deadline: DEADLINE },
    log: join(CACHE, `witness-${suite}.log`),
  };
  const lines: string[] = [];
  const say = (line: string): void => {
    lines.push(line);
    process.stdout.write(`${line}\n`);
  };
  try {
    await runAnywhere(machine, { kvm }, say);
  } finally {
    await rm(payload, { force: true });
  }
  return lines;
}

/** An archive with the commands and what runs them. */
async function makePayload(): Promise<string> {
  const work = await mkdtemp(join(CACHE, 'payload-'));
  try {
    await cp(GUEST, work, { recursive: true });
    for (const of of OF) {
      await mkdir(join(work, of));
      await cp(join(FIXTURES, of, 'commands.txt'), join(work, of, 'commands.txt'));
    }
    const archive = `${work}.tar`;
    await run('tar', ['-cf', archive, '-C', work, '.']);
    return archive;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
