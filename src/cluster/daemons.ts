import { cpus } from 'node:os';
import * as z from 'zod';
import { invalidError } from '../platform/errors.ts';
import { ProcessError } from '../platform/process/processError.ts';
import { until, type Condition } from '../platform/process/until.ts';
import { LUXI_CLIENT, luxiRequest } from './luxi.ts';
import { execOn, inBatches } from './nodes.ts';
import type { ClusterPlan, NodePlan } from './clusterPlan.ts';

const DAEMON_UTIL = '/usr/lib/ganeti/daemon-util';
/** Makes Ganeti's folders, and gives its files to the users that its daemons run as. */
const ENSURE_DIRS = '/usr/lib/ganeti/ensure-dirs';
const QUEUE = '/var/lib/ganeti/queue';

/**
 * Takes up the functions of daemon-util, by whose `start` each daemon is then started. It would run
 * ensure-dirs, 0.3 s of Python, before every one of them: a snapshot has all that this makes already.
 */
const PREPARE =
  `set -e; ${ENSURE_DIRS}() { :; }; ` + `. ${DAEMON_UTIL} list-start-daemons > /dev/null; `;
/**
 * All but the two files of the job queue that come and go. The node daemon would make the lock as root, and
 * luxid could not open it.
 */
const OWN_QUEUE =
  `for f in ${QUEUE}/lock ${QUEUE}/serial; do touch $f; ` +
  `chown --reference=${QUEUE}/version $f; chmod --reference=${QUEUE}/version $f; done; `;
/** Those of `start_master` in daemon-util: anywhere else they end as soon as they see where they are. */
const MASTER_ONLY = 'ganeti-wconfd|ganeti-rapi|ganeti-luxid';
const START_ON_NODE =
  `${PREPARE}${OWN_QUEUE}start ganeti-noded & n=$!; ` +
  `for d in $(list_start_daemons); do ` +
  `case $d in ganeti-noded|${MASTER_ONLY}) ;; *) start "$d";; esac; done; wait $n`;

/** Prints the addresses, then luxid's answer about the instances of these names; of none, about all. */
const look = (names: readonly string[]): string[] => {
  const script = 'ip -o addr; python3 -I -S -c "$1" 20 "$2"';
  const request = luxiRequest('QueryInstances', [names, ['name', 'pnode', 'oper_state'], false]);
  return ['sh', '-c', script, 'sh', LUXI_CLIENT, request];
};
/**
 * `$1` is the master's address. Ganeti would look for it elsewhere for two seconds before it takes it;
 * where it is there already, it takes it as it is.
 */
const START_ON_MASTER =
  `${PREPARE} ip addr replace "$1/32" dev eth0 label eth0:0; ` +
  `start ganeti-wconfd; start ganeti-rapi & r=$!; start ganeti-luxid; wait $r`;

/** What luxid answers. */
const AnswerSchema = z.object({
  success: z.literal(true),
  result: z.array(z.tuple([z.string(), z.string(), z.boolean().nullable()])),
});

/** Stops Ganeti on every node of a cluster that was made, whose configuration the next start leaves as it is. */
export async function stopDaemons(plan: ClusterPlan, signal?: AbortSignal): Promise<void> {
  await settleConfiguration(plan, signal);
  await inBatches(plan.nodes, 8, (node) => execOn(node, [DAEMON_UTIL, 'stop-all'], { signal }));
}

/**
 * Has wconfd read the configuration and write it, to all candidates. Of the times in it, one in eleven changes in its last digit
 * when wconfd has read it, once (`TimeAsDoubleJSON` of Ganeti: binary fractions, made picoseconds). The next start would do
 * so, and the first verify then have it written to one node group after the other, and find two variants of it.
 */
async function settleConfiguration({ master }: ClusterPlan, signal?: AbortSignal): Promise<void> {
  for (const verb of ['stop', 'start']) {
    await execOn(master, [DAEMON_UTIL, verb, 'ganeti-wconfd'], { signal });
  }
  await execOn(master, ['gnt-debug', 'wconfd', 'flushconfig'], { signal });
}

/** Nodes that start theirs at once: each keeps a processor busy, and of more than there are, each takes a third longer in all. */
const AT_ONCE = Math.max(2, cpus().length);

/**
 * Starts Ganeti on every node of a restored cluster, and waits until the master answers and holds its
 * address. The node daemons come first: luxid and wconfd ask the other nodes who is master.
 */
export async function startDaemons(
  plan: ClusterPlan,
  signal?: AbortSignal,
  special: readonly DaemonOptions[] = [],
): Promise<void> {
  const { nodes, master, clusterAddress } = plan;
  const options = { signal };
  const environmentOf = (node: NodePlan): string[] => {
    const own = special.filter(({ everywhere }) => everywhere || node === master);
    return own.length > 0 ? ['env', ...own.map(argumentsOf)] : [];
  };
  await inBatches(nodes, AT_ONCE, (node) =>
    execOn(node, [...environmentOf(node), 'bash', '-c', START_ON_NODE], options),
  );
  const start = ['bash', '-c', START_ON_MASTER, 'bash', clusterAddress];
  const onMaster = [...environmentOf(master), ...start];
  await execOn(master, onMaster, options);
  // A large configuration takes the daemons a while to read.
  const wait = { deadline: 300_000, interval: 50, signal };
  await until('the cluster to come up', () => isUp(plan, signal), wait);
}

/**
 * Before the daemons start: has the Haskell runtime of more of them write down what its heap holds.
 *
 * @param args of them, by their names in /etc/default/ganeti
 */
export async function tellHeaps(
  { master }: ClusterPlan,
  args: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const lines = args.map((name) => `${name}="$${name} +RTS -S -RTS"`);
  const script = 'for l; do printf "%s\\n" "$l"; done >> /etc/default/ganeti';
  if (lines.length > 0) await execOn(master, ['sh', '-c', script, 'sh', ...lines], { signal });
}

/**
 * Starts a daemon of the master that does not run by itself.
 *
 * @throws PerfError (exit 4) when this Ganeti does not have it, or it does not start
 */
export async function startDaemon(
  { master }: ClusterPlan,
  name: string,
  signal?: AbortSignal,
): Promise<void> {
  const { exitCode, stdout, stderr } = await execOn(master, [DAEMON_UTIL, 'start', name], {
    signal,
    reject: false,
  });
  if (exitCode === 0) return;
  const said = `${stdout}\n${stderr}`.trim().split('\n').at(-1) ?? '';
  throw invalidError(`${name} does not start on ${master.name} (exit status ${exitCode}): ${said}`);
}

/**
 * Ends a daemon of the master, and waits until it has: what it writes at its end is whole then. daemon-util would kill
 * it after half a minute.
 *
 * @throws PerfError (exit 4) when it does not end
 */
export async function stopDaemon(
  { master }: ClusterPlan,
  name: string,
  signal?: AbortSignal,
): Promise<void> {
  const script =
    `${PREPARE} start-stop-daemon --stop --quiet --retry TERM/120 ` +
    '--pidfile "$(_daemon_pidfile "ganeti-$1")" --name "ganeti-$1"';
  const { exitCode } = await execOn(master, ['bash', '-c', script, 'bash', name], {
    ...{ signal, timeout: 180_000, reject: false },
  });
  if (exitCode !== 0) throw invalidError(`${name} did not end within two minutes of its SIGTERM`);
}

/** What a daemon is started with besides. */
export interface DaemonOptions {
  /** Without `ganeti-`, e.g. `luxid`. */
  readonly daemon: string;
  /** Of GHC's runtime, e.g. `-hT`. */
  readonly runtime: readonly string[];
  /** Not on the master alone. */
  readonly everywhere?: true;
}

/** daemon-util takes them from its environment. */
const argumentsOf = ({ daemon, runtime }: DaemonOptions): string =>
  `EXTRA_${daemon.toUpperCase()}_ARGS=+RTS ${runtime.join(' ')} -RTS`;

/**
 * Makes empty files below `/` of the master, where a daemon's runtime writes its profiles, and gives them to the
 * daemon's user: so it can write them, and nothing else there.
 */
export async function makeProfiles(
  { master }: ClusterPlan,
  daemon: string,
  suffixes: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const script =
    `${PREPARE} owner=$(_daemon_usergroup "$1"); shift; ` +
    'for f; do : > "$f"; chmod 600 "$f"; chown "$owner" "$f"; done';
  const files = suffixes.map((suffix) => profileOf(daemon, suffix));
  await execOn(master, ['bash', '-c', script, 'bash', daemon, ...files], { signal });
}

/** Where a daemon's runtime writes a profile: it is named after the program. */
export const profileOf = (daemon: string, suffix: string): string => `/ganeti-${daemon}.${suffix}`;

async function isUp(plan: ClusterPlan, signal?: AbortSignal): Promise<Condition> {
  try {
    const { stdout } = await execOn(plan.master, look(asked(plan)), { signal, timeout: 30_000 });
    if (!stdout.includes(`${plan.clusterAddress}/`)) return 'the master has no master address';
    const running = runningInstances(stdout.split('\n').at(-1) ?? '');
    if (running === undefined) return 'luxid does not list the instances';
    const missing = plan.instances.find(({ name, primary }) => running.get(name) !== primary);
    return missing === undefined || `${missing.name} is not running on ${missing.primary}`;
  } catch (error) {
    if (error instanceof ProcessError && !error.end.aborted) return error.short;
    throw error;
  }
}

/** All, of a usual cluster. Whether thousands run that do not would take luxid most of a minute to find out. */
const asked = ({ instances, configInstances }: ClusterPlan): string[] =>
  configInstances.length === 0
    ? []
    : [...instances.map(({ name }) => name), ...configInstances.slice(0, 1)];

/** The nodes of the instances that run, from luxid's answer; undefined where it is none. */
function runningInstances(answer: string): Map<string, string> | undefined {
  const parsed = AnswerSchema.safeParse(tryJson(answer));
  if (!parsed.success) return undefined;
  return new Map(parsed.data.result.flatMap(([name, node, runs]) => (runs ? [[name, node]] : [])));
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
