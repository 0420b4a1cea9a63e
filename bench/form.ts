// How long a cluster takes to form where each node joins and each instance is added as it would be for anybody, and as ours are: in
// turns, and compared file by file. Ends with 1 where the two differ in more than in what is drawn by lot and in numbers of changes.
//
//   npx tsx bench/form.ts [nodes, 14 by default] [rounds, 1 by default] [bookworm|trixie] [instances, 0 by default] [disk template]
import jsonDiff from 'json-diff';
import * as z from 'zod';
import { planCluster, type ClusterPlan } from '../src/cluster/clusterPlan.ts';
import { stopDaemons } from '../src/cluster/daemons.ts';
import { formCluster } from '../src/cluster/form.ts';
import { newRunId } from '../src/cluster/identity.ts';
import { LEAST_MEMORY, memoryOf } from '../src/cluster/instances.ts';
import { createNetwork } from '../src/cluster/network.ts';
import { nodeImage } from '../src/cluster/nodeImage.ts';
import { execOn, inBatches } from '../src/cluster/nodes.ts';
import { makeCluster } from '../src/cluster/makeCluster.ts';
import { archiveJobs } from '../src/cluster/populate.ts';
import { startNodes } from '../src/cluster/startNodes.ts';
import { ownerLabel } from '../src/cluster/owner.ts';
import { removeNodes, removeRun } from '../src/cluster/remove.ts';
import { seedOf } from '../src/cluster/seed.ts';
import { disksOf, installStorage, withStorage } from '../src/cluster/storage.ts';
import { waitForJobs } from '../src/cluster/waitForJobs.ts';
import { DISK_TEMPLATES } from '../src/model/environment.ts';
import { terminalLog } from '../src/platform/log/terminalLog.ts';
import { ensureEngine } from '../src/platform/engine/engine.ts';
import { createDisposal } from '../src/platform/process/disposal.ts';
import { withSignals } from '../src/platform/process/signals.ts';
import { differences, readState, type ClusterState } from '../test/cluster/clusterState.ts';

const log = terminalLog({ verbose: false });
const [nodes = '14', rounds = '1', suite = 'bookworm', instances = '0', disks = 'sharedfile'] =
  process.argv.slice(2);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

interface Formed {
  readonly seconds: number;
  readonly state: ClusterState;
}

await withSignals(async (signal) => {
  const disposal = createDisposal(log);
  try {
    await ensureEngine({ log, signal });
    const runId = newRunId();
    const labels = [ownerLabel()];
    disposal.add(`run ${runId}`, () => removeRun(runId), 60_000);
    const debian = suite === 'trixie' ? 'trixie' : 'bookworm';
    const diskTemplate = z.enum(DISK_TEMPLATES).parse(disks);
    const plain = await nodeImage({ kind: 'debian', suite: debian }, undefined, { log, signal });
    const subnet = await createNetwork(runId, labels, signal);
    const topology = { nodes: Number(nodes), instances: Number(instances), diskTemplate };
    const plan = planCluster(runId, subnet, topology);
    const image = await withStorage(plain, plan, { log, signal });
    const form = async (make: () => Promise<unknown>): Promise<Formed> => {
      await startNodes(plan, () => image.reference, { labels, signal });
      await installStorage(plan, signal);
      const began = performance.now();
      await make();
      const seconds = (performance.now() - began) / 1000;
      const state = await readState(plan, subnet);
      await removeNodes(plan);
      return { seconds, state };
    };
    const oneByOne = async (): Promise<void> => {
      await log.phase(`${nodes} nodes, one by one`, (progress) =>
        formCluster(plan, plan.nodes, signal, progress),
      );
      await log.phase(`${instances} instances, one by one`, () => addOneByOne(plan, signal));
      await stopDaemons(plan, signal);
    };
    for (let round = 0; round < Number(rounds); round++) {
      const one = await form(oneByOne);
      const ours = await form(() => makeCluster(plan, seedOf(plan), subnet, { log, signal }));
      print(
        `${nodes} nodes, ${instances} instances: ${one.seconds.toFixed(1)} s one by one, ${ours.seconds.toFixed(1)} s as ours: ` +
          `${(ours.seconds / one.seconds).toFixed(2)} of it`,
      );
      compare(one.state, ours.state);
    }
  } finally {
    await disposal.dispose();
  }
}, log);

/** As anybody would: a command for each, which submits a job of its own. */
async function addOneByOne(plan: ClusterPlan, signal?: AbortSignal): Promise<void> {
  const { diskTemplate } = plan.topology;
  const size = disksOf(diskTemplate).flatMap((disk, k) => ['--disk', `${k}:size=${disk.size}M`]);
  const memory = `minmem=${LEAST_MEMORY}M,maxmem=${memoryOf(plan.topology)}M`;
  await inBatches(plan.instances, 4, async ({ name, primary, secondary }) => {
    const node = secondary === undefined ? primary : `${primary}:${secondary}`;
    const add = ['gnt-instance', 'add', '--submit', '-t', diskTemplate, ...size, '--no-nics'];
    const options = ['-B', memory, '-o', 'noop+default', '--no-name-check', '--no-ip-check'];
    await execOn(plan.master, [...add, ...options, '-n', node, name], { signal });
  });
  await waitForJobs(plan.master, signal);
  await archiveJobs(plan, signal);
}

function compare(one: ClusterState, ours: ClusterState): void {
  const different = differences(one, ours);
  if (different.length > 0) process.exitCode = 1;
  const { length } = [...ours.files];
  print(`${length} files compared, and the configuration: ${different.length} differ`);
  for (const line of different) print(`  ${line}`);
  const config: unknown = jsonDiff.diffString(one.config, ours.config, { color: false });
  if (typeof config === 'string' && config !== '') print(config);
  const serials = [...ours.serials].filter(([what, serial]) => one.serials.get(what) !== serial);
  for (const [what, serial] of serials) {
    print(`  changed ${String(one.serials.get(what))} times, ${serial} as ours: ${what}`);
  }
}
