import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { access, constants } from 'node:fs/promises';
import { spawn } from '../../src/platform/process/process.ts';
import type { Disk } from './disk.ts';

export interface VirtualMachine {
  readonly disk: Disk;
  /** Its second disk, read as it is. */
  readonly payload: string;
  /** More words for the kernel's command line. */
  readonly kernel: string;
  /** Where what the kernel and systemd say is kept. */
  readonly log: string;
  /** Milliseconds until it is ended. */
  readonly deadline: number;
}

/** Of the processor: with the hardware's help, or emulated, which takes ten to thirty times as long. */
type Acceleration = 'kvm' | 'tcg';

const ACCELERATION: Readonly<Record<Acceleration, readonly string[]>> = {
  // Of the host's processor's own registers some are not let through where it is a guest itself.
  kvm: ['-accel', 'kvm', '-cpu', 'host,-arch-capabilities'],
  tcg: ['-accel', 'tcg,thread=multi,tb-size=512', '-cpu', 'max'],
};

/**
 * Starts a machine and waits until it has turned itself off, with the hardware's help where it is given; a machine that
 * got no word out with it is started again without. Its network is qemu's own: it reaches what this machine reaches,
 * through its resolver, and nothing reaches it.
 *
 * @param kvm whether the hardware's help is asked for at all
 * @param say gets each line of its second serial port, the transcript
 * @returns whether it came up and ended by itself; false also when the deadline ended it
 */
export async function runAnywhere(
  machine: VirtualMachine,
  { kvm }: { kvm: boolean },
  say: (line: string) => void,
): Promise<boolean> {
  let said = 0;
  const count = (line: string): void => {
    if (!line.startsWith('qemu: ')) said += 1;
    say(line);
  };
  if (kvm && (await offersKvm()) && (await runMachine(machine, 'kvm', count))) return true;
  if (said > 0) return false;
  say('qemu: the processor is emulated');
  return runMachine(machine, 'tcg', say);
}

async function runMachine(
  { disk, payload, kernel, log, deadline }: VirtualMachine,
  acceleration: Acceleration,
  say: (line: string) => void,
): Promise<boolean> {
  const drive = (file: string, more: string): string[] => [
    '-drive',
    `file=${file},if=virtio,format=raw,${more}`,
  ];
  const qemu = await spawn(
    'qemu-system-x86_64',
    [
      ...['-machine', 'q35', ...ACCELERATION[acceleration], '-smp', '2', '-m', '6144'],
      ...['-display', 'none', '-no-reboot', '-nic', 'user,model=virtio-net-pci'],
      ...['-kernel', disk.kernel, '-initrd', disk.initrd],
      ...['-append', `root=LABEL=root rw console=ttyS0 mitigations=off ${kernel}`],
      // What it writes is in a file without a name, and gone when it ends.
      ...drive(disk.image, 'cache=unsafe,snapshot=on'),
      ...drive(payload, 'readonly=on'),
      ...['-serial', `file:${log}`, '-serial', 'stdio'],
    ],
    { timeout: deadline },
  );
  // A processor that cannot go on is stopped, and qemu waits for somebody to look at it.
  const watch = setInterval(() => {
    if (/KVM internal error/.test(qemu.stderr())) void qemu.kill('SIGKILL');
  }, 1000);
  const kept = createWriteStream(`${log}.transcript`);
  let spoke = false;
  for await (const line of createInterface({ input: qemu.stdout, crlfDelay: Infinity })) {
    spoke = true;
    kept.write(`${line}\n`);
    say(line);
  }
  kept.end();
  clearInterval(watch);
  const { error } = await qemu.finished;
  if (error) say(`qemu: ${error.short}`);
  return error === undefined && spoke;
}

/** Whether this machine offers hardware's help at all; it may be refused all the same. */
const offersKvm = (): Promise<boolean> =>
  access('/dev/kvm', constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
