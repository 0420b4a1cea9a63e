// How long a cluster takes to form where each node joins as it would for anybody, and as ours do: in turns, and compared file by
// file. Ends with 1 where the two differ in more than in what is drawn by lot and in numbers of changes.
//
//   npx tsx bench/form.ts [nodes, 14 by default] [rounds, 1 by default] [bookworm|trixie]
import jsonDiff from 'json-diff';
import { planCluster } from '../src/cluster/clusterPlan.ts';
import { stopDaemons } from '../src/cluster/daemons.ts';
import { formCluster } from '../src/cluster/form.ts';
import { newRunId } from '../src/cluster/identity.ts';
import { createNetwork } from '../src/cluster/network.ts';
import { nodeImage } from '../src/cluster/nodeImage.ts';
import { startNodes } from '../src/cluster/startNodes.ts';
import { ownerLabel } from '../src/cluster/owner.ts';
import { removeNodes, removeRun } from '../src/cluster/remove.ts';
import { terminalLog } from '../src/platform/log/terminalLog.ts';
import { ensureEngine } from '../src/platform/engine/engine.ts';
import { createDisposal } from '../src/platform/process/disposal.ts';
import { withSignals } from '../src/platform/process/signals.ts';
import { differences, readState, type ClusterState } from './form/state.ts';

const log = terminalLog({ verbose: false });
const [nodes = '14', rounds = '1', suite = 'bookworm'] = process.argv.slice(2);
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
    const image = await nodeImage({ kind: 'debian', suite: debian }, undefined, { log, signal });
    const subnet = await createNetwork(runId, labels, signal);
    const topology = { nodes: Number(nodes), instances: 0, diskTemplate: 'sharedfile' } as const;
    const plan = planCluster(runId, subnet, topology);
    const form = async (title: string, few?: number): Promise<Formed> => {
      await startNodes(plan, () => image.reference, { labels, signal });
      const began = performance.now();
      await log.phase(title, (progress) => formCluster(plan, signal, progress, few));
      const seconds = (performance.now() - began) / 1000;
      await stopDaemons(plan, signal);
      const state = await readState(plan, subnet);
      await removeNodes(plan);
      return { seconds, state };
    };
    for (let round = 0; round < Number(rounds); round++) {
      const one = await form(`${nodes} nodes, one by one`, Infinity);
      const ours = await form(`${nodes} nodes, as ours`);
      print(
        `${nodes} nodes: ${one.seconds.toFixed(1)} s one by one, ${ours.seconds.toFixed(1)} s as ours: ` +
          `${(ours.seconds / one.seconds).toFixed(2)} of it`,
      );
      compare(one.state, ours.state);
    }
  } finally {
    await disposal.dispose();
  }
}, log);

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
