import { setTimeout as sleep } from 'node:timers/promises';
import { docker } from './docker.ts';
import { containerOptions } from './identity.ts';
import { tracerName, type ClusterPlan, type NodePlan } from './clusterPlan.ts';
import { cpuShares } from './shares.ts';
import { invalidError } from '../platform/errors.ts';
import { spawn, type RunResult, type Spawned } from '../platform/process/process.ts';
import { createShell, type Shell, type ShellOptions } from '../platform/process/shell.ts';

/**
 * The tracer's container: it shares the host's PID namespace, so it sees every node from outside,
 * and nothing of it runs on one.
 */
export interface TracerHost {
  /** Per node number, the host's pid of the container's first process. */
  readonly pidOf: ReadonlyMap<number, number>;
  /** Runs a command in the container; one after the other, each as soon as it is asked for. */
  exec(command: readonly string[], options?: ShellOptions): Promise<RunResult>;
  /** A long-running command whose stdout is a stream, under a name to find it by. */
  spawn(name: string, command: readonly string[]): Promise<Spawned>;
  /**
   * Runs a script with the spawned command's pid as `$1`. By its pid, because the tracers of other
   * runs, which have the same program's name, are in sight too.
   */
  withPid(name: string, script: string): Promise<RunResult>;
  /** A path of a node's own file system, as the tracer sees it. */
  path(node: NodePlan, path: string): string;
  /** Ends what was spawned: `docker exec` hangs when its container has gone. */
  close(): Promise<void>;
}

/** The tracer's container, whichever nodes are beside it. */
export interface TracerContainer extends Pick<TracerHost, 'spawn' | 'withPid' | 'close'> {
  /** Writes a file in the container. */
  write(path: string, content: string): Promise<void>;
  /** The same beside these nodes, which are running. What is spawned by it ends when it is closed. */
  beside(plan: ClusterPlan, signal?: AbortSignal): Promise<TracerHost>;
}

/** What the tracer's container is started with, and what of the host it may see. */
export const TRACER_RIGHTS = [
  // With an engine that gives containers users of their own, the first is refused without the second.
  ...['--pid', 'host', '--userns', 'host', '--network', 'none'],
  ...['--cap-add', 'SYS_ADMIN', '--cap-add', 'SYS_PTRACE'],
  // Docker's AppArmor profile forbids the two mounts, and so does SELinux's label of containers.
  ...['--security-opt', 'apparmor=unconfined', '--security-opt', 'label=disable'],
  // Such an engine's images belong to another root: there mount(8), by its setuid bit, would be that one's.
  ...['--security-opt', 'no-new-privileges'],
] as const;

/** Longer than any run: the tracer and the shell in its container serve all measurements of one. Milliseconds. */
const LONGEST_RUN = 7 * 24 * 3_600_000;

/** Starts the tracer's container beside running nodes; all of it ends when it is closed. */
export async function startTracerHost(
  plan: ClusterPlan,
  image: string,
  extraLabels: readonly string[],
  signal?: AbortSignal,
): Promise<TracerHost> {
  const container = await startTracerContainer(plan, image, extraLabels, signal);
  const host = await container.beside(plan, signal);
  return {
    ...host,
    async close() {
      await Promise.all([host.close(), container.close()]);
    },
  };
}

/** Starts the tracer's container; nodes may come later. */
export async function startTracerContainer(
  { runId, nodes }: Pick<ClusterPlan, 'runId' | 'nodes'>,
  image: string,
  extraLabels: readonly string[],
  signal?: AbortSignal,
): Promise<TracerContainer> {
  const container = tracerName(runId);
  // tracefs and debugfs are mounted inside: a host need not have them mounted, and mounts of the
  // host are not to be passed in.
  const script =
    'mount -t tracefs tracefs /sys/kernel/tracing && ' +
    '{ mount -t debugfs debugfs /sys/kernel/debug || true; } && exec sleep infinity';
  await docker(
    [
      ...['run', '--detach', '--init', '--pull', 'never', '--name', container],
      ...TRACER_RIGHTS,
      ...cpuShares('tracer', nodes.length),
      ...containerOptions(runId, ['ganeti-perf.role=tracer', ...extraLabels]),
      ...[image, 'sh', '-c', script],
    ],
    { signal },
  );
  const command = ['docker', 'exec', '--interactive', container, 'sh'] as const;
  const shell = createShell({ command: [...command], lifetime: LONGEST_RUN, signal });
  const inside = insideOf(container, shell, signal);
  await mounted(inside.exec, container);
  return {
    ...inside,
    async write(path, content) {
      const write = ['exec', '--interactive', container, 'sh', '-c', 'cat > "$0"', path];
      await docker(write, { signal, input: content });
    },
    async beside(plan, whileUp) {
      const pids = await containerPids(plan, whileUp);
      const path: TracerHost['path'] = (node, of) => `/proc/${pids.get(node.index)}/root${of}`;
      return { ...insideOf(container, shell, whileUp), pidOf: pids, path };
    },
    async close() {
      await Promise.all([inside.close(), shell.close()]);
    },
  };
}

type Inside = Pick<TracerHost, 'exec' | 'spawn' | 'withPid' | 'close'>;

/** Runs commands in a container for as long as `signal` lets it. */
function insideOf(container: string, shell: Shell, signal: AbortSignal | undefined): Inside {
  const exec: TracerHost['exec'] = (command, options = {}) =>
    shell.run(command, { signal, ...options });
  const spawned: Spawned[] = [];
  return {
    exec,
    async spawn(name, command) {
      const script = 'echo $$ > "/tmp/$0.pid" && exec "$@"';
      const args = ['exec', container, 'sh', '-c', script, name, ...command];
      const process = await spawn('docker', args, { timeout: LONGEST_RUN, signal });
      spawned.push(process);
      return process;
    },
    withPid: (name, script) => exec(['sh', '-c', `set -- "$(cat "/tmp/$0.pid")"; ${script}`, name]),
    async close() {
      await Promise.all(spawned.map((process) => process.kill('SIGKILL')));
    },
  };
}

async function containerPids(
  plan: ClusterPlan,
  signal?: AbortSignal,
): Promise<Map<number, number>> {
  const format = '{{.State.Pid}}';
  const names = plan.nodes.map((node) => node.container);
  const { stdout } = await docker(['inspect', '--format', format, ...names], { signal });
  const pids = stdout.split('\n').map(Number);
  return new Map(
    plan.nodes.map((node, i) => {
      const pid = pids[i];
      if (!pid) throw invalidError(`container ${node.container} of ${node.name} is not running`);
      return [node.index, pid] as const;
    }),
  );
}

async function mounted(exec: TracerHost['exec'], container: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const test = ['test', '-d', '/sys/kernel/tracing/events'];
    if ((await exec(test, { reject: false })).exitCode === 0) return;
    await sleep(100);
  }
  const { stderr } = await docker(['logs', '--tail', '5', container], { reject: false });
  throw invalidError(`the tracer's container cannot mount tracefs: ${stderr.trim()}`);
}
