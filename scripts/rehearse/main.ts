import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { ensureDisk } from './disk.ts';
import { COMMON, MACHINES, type Machine } from './machines.ts';
import { installNeeded } from './needed.ts';
import { makePayload } from './payload.ts';
import { runAnywhere } from './virtualMachine.ts';

const USAGE = `node scripts/rehearse.mjs [--machine NAME] [--workload NAME] [--hours N] [--no-kvm]

The Action on a machine like a hosted runner: a virtual one with systemd, AppArmor, cgroups 2, a kernel of its own and
Debian's Docker, where an ordinary user runs the bundle. It measures one workload to a verdict, then begins again and is
cancelled. Says what the machine is, and what came of it; ends by itself.

  --machine NAME   ${Object.keys(MACHINES).join(', ')}; default docker
  --workload NAME  default instance-restart
  --hours N        after which the machine is ended; default 3
  --no-kvm         emulate the processor, also where the hardware would help
`;

const ROOT = new URL('../../', import.meta.url).pathname;
const CACHE = join(ROOT, '.cache/rehearsal');
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** @returns the exit status: 0 when the machine ended by itself and the job came out as is expected there */
export async function rehearse(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      machine: { type: 'string', default: 'docker' },
      workload: { type: 'string', default: 'instance-restart' },
      hours: { type: 'string', default: '3' },
      'no-kvm': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const machine = MACHINES[values.machine];
  if (values.help || machine === undefined) {
    print(USAGE);
    return values.help ? 0 : 2;
  }
  await installNeeded();
  await mkdir(CACHE, { recursive: true });
  const began = Date.now();
  const disk = await ensureDisk(
    {
      suite: 'trixie',
      packages: [...COMMON, ...machine.packages],
      guest: new URL('guest/', import.meta.url).pathname,
      parts: ['install.sh', 'rehearsal.service'],
    },
    CACHE,
  );
  const payload = await makePayload(machine, CACHE, await jobOf(values.workload));
  const lines: string[] = [];
  const say = (line: string): void => {
    lines.push(line);
    print(line);
  };
  const virtual = {
    ...{ disk, payload, kernel: machine.kernel ?? '' },
    log: join(CACHE, `${values.machine}.log`),
    deadline: Number(values.hours) * 3_600_000,
  };
  let isDone = false;
  try {
    isDone = await runAnywhere(virtual, { kvm: !values['no-kvm'] }, say);
  } finally {
    await rm(payload, { force: true });
  }
  const { isAsExpected, what } = judge(machine, lines);
  const minutes = ((Date.now() - began) / 60_000).toFixed(1);
  const ended = isDone ? 'ended by itself' : 'did not end by itself';
  print(`machine '${values.machine}': ${ended}; ${what}; ${minutes} min in all`);
  return isDone && isAsExpected ? 0 : 1;
}

/** Whether the job came out as it has to on such a machine. */
function judge({ refusal }: Machine, lines: readonly string[]) {
  const status = lines.map((line) => /^exit status: (\d+)$/.exec(line)?.[1]).find(Boolean);
  if (refusal === undefined) {
    return { isAsExpected: status === '0', what: `the job ended with ${status} (expected: 0)` };
  }
  const said = lines.some((line) => refusal.test(line));
  return {
    isAsExpected: status === '1' && said,
    what: `the job ended with ${status} (expected: 1), ${said ? 'and said why' : 'and did not say why'}`,
  };
}

/** What the runner hands over for a step that names one workload. */
async function jobOf(workload: string) {
  const { inputs, runs } = parse(await readFile(join(ROOT, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default?: string }>;
    runs: { main: string; post: string };
  };
  const presets: Record<string, string> = {};
  for (const [name, { default: preset = '' }] of Object.entries(inputs)) {
    presets[`INPUT_${name.toUpperCase()}`] = preset.replace('${{ github.token }}', 'ghs_none');
  }
  return {
    ...runs,
    inputs: { ...presets, INPUT_WORKLOAD: workload, INPUT_VERBOSE: 'true' },
    event: { pull_request: { number: 1 }, repository: { full_name: 'ganeti/ganeti' } },
  };
}
