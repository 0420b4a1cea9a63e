import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkContext } from '../platform/context.ts';
import { ensureBaseImage } from '../platform/engine/baseImage.ts';
import { environmentError } from '../platform/errors.ts';
import { lastWords } from '../platform/process/processError.ts';
import { projectRoot } from '../platform/projectRoot.ts';
import { docker } from './docker.ts';
import { containerOptions } from './identity.ts';
import { TRACER_RIGHTS } from './tracerHost.ts';

/**
 * Makes sure that the kernel takes the tracer's programs, before anything is built: in a container with the tracer's
 * rights, it loads a tiny one of each kind, at a tracepoint and at a uprobe. It takes about a second.
 *
 * @param place the run that the container belongs to
 * @throws PerfError (exit 3) that says what the kernel or the engine refuses, why as far as it can be seen, and the remedy
 */
export async function requireTracing(
  { runId, labels }: { readonly runId: string; readonly labels: readonly string[] },
  context: WorkContext,
): Promise<void> {
  const { signal } = context;
  const base = await ensureBaseImage('trixie', context);
  // As an argument: on a machine under load, what is given to a container's stdin was seen not to arrive.
  const script = await readFile(join(projectRoot(), 'probes', 'preflight.pl'), 'utf8');
  const options = ['run', '--rm', '--init', '--pull', 'never', ...TRACER_RIGHTS];
  const { stdout, stderr, exitCode } = await docker(
    [...options, ...containerOptions(runId, labels), base, 'perl', '-e', script],
    { signal, reject: false, maxBuffer: 64 * 1024 },
  );
  if (exitCode === 0 && /^ok$/m.test(stdout)) return;
  const facts = { lockdown: lockdownOf(stdout), ...(await machineFacts(signal)) };
  throw environmentError(refusal(stdout, stderr, exitCode, facts));
}

/** What is known to forbid tracing. */
export interface MachineFacts {
  /** `integrity` or `confidentiality`; empty: the kernel is not locked down, or does not say. */
  readonly lockdown: string;
  /** What `docker info` calls its security options, e.g. `name=rootless`. */
  readonly security: string;
  readonly isSelinuxEnforcing: boolean;
}

/** A sentence that says what is refused, and one that says what to do. */
export function refusal(
  stdout: string,
  stderr: string,
  exitCode: number,
  facts: MachineFacts,
): string {
  const [, kind = '', detail = ''] = /^(\w+)\t(.*)$/m.exec(stdout) ?? [];
  const known = WHAT[kind];
  const said = kind === '' ? lastWords(stderr) || `exit status ${exitCode}` : lastWords(detail);
  const what = known?.what ?? 'a container with the rights that the tracer needs cannot be started';
  return `this machine cannot be traced: ${what} (${said}); ${known?.remedy ?? remedyOf(facts)}`;
}

interface Refused {
  readonly what: string;
  /** Where it is none of what {@link remedyOf} tells. */
  readonly remedy?: string;
}

const WHAT: Readonly<Record<string, Refused>> = {
  architecture: {
    what: 'its architecture is not known',
    remedy: 'use a machine with x86-64 or arm64',
  },
  btf: {
    what: 'the kernel does not describe its types, /sys/kernel/btf/vmlinux cannot be read',
    remedy: "boot a kernel with CONFIG_DEBUG_INFO_BTF=y, as Debian's and Ubuntu's are",
  },
  tracefs: { what: "the kernel's tracefs cannot be mounted in a container" },
  tracepoint: { what: 'the kernel takes no program at a tracepoint' },
  uprobe: { what: 'the kernel takes no program at a uprobe' },
};

/** The first that is known to forbid it. */
function remedyOf({ lockdown, security, isSelinuxEnforcing }: MachineFacts): string {
  if (/\bname=rootless\b/.test(security)) {
    return "this engine runs without root, whose containers may not trace the kernel: use root's, e.g. unset DOCKER_HOST";
  }
  if (lockdown === 'confidentiality') {
    return 'the kernel is locked down, so that nobody may read its memory: boot it without lockdown=confidentiality';
  }
  if (isSelinuxEnforcing) {
    return 'SELinux is enforcing: see what it denied by `ausearch -m avc -ts recent`, allow that, or run: sudo setenforce 0';
  }
  return (
    'it takes a kernel with tracepoints of system calls and uprobes (CONFIG_FTRACE_SYSCALLS, CONFIG_UPROBE_EVENTS, ' +
    'CONFIG_BPF_SYSCALL), and an engine that grants SYS_ADMIN and SYS_PTRACE, --pid host and --userns host; see docs/machines.md'
  );
}

/** Of `none integrity [confidentiality]`, what is in force. */
function lockdownOf(stdout: string): string {
  const [, mode = ''] = /^lockdown .*\[(\w+)\]/m.exec(stdout) ?? [];
  return mode === 'none' ? '' : mode;
}

async function machineFacts(signal?: AbortSignal): Promise<Omit<MachineFacts, 'lockdown'>> {
  const format = '{{join .SecurityOptions " "}}';
  const info = await docker(['info', '--format', format], { reject: false, signal });
  const enforce = await readFile('/sys/fs/selinux/enforce', 'utf8').catch(() => '0');
  return { security: info.stdout, isSelinuxEnforcing: enforce.trim() === '1' };
}
