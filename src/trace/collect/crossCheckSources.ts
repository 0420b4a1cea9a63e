import { execOn } from '../../cluster/nodes.ts';
import type { NodeLogs } from '../../cluster/logs.ts';
import { nodesByAddress, type ClusterPlan } from '../../cluster/clusterPlan.ts';
import { nodeAt } from '../events/connections.ts';
import type { Witnesses } from '../events/crossCheck.ts';
import { readCommands, readServed } from '../events/ganetiLog.ts';

/** Gathers what others than the tracer saw of the same cluster. */
export async function witnessesOf(
  plan: ClusterPlan,
  logs: NodeLogs,
  jobWrites: Witnesses['jobWrites'],
  signal?: AbortSignal,
): Promise<Witnesses> {
  const list =
    'cd /var/lib/ganeti/queue && find . -maxdepth 1 -type f -name "job-*" -printf "%f %s\\n"';
  const sizes = await Promise.all(
    plan.nodes.map(async (node) => {
      const { stdout } = await execOn(node, ['sh', '-c', list], { signal });
      return [node.index, parseSizes(stdout)] as const;
    }),
  );
  const perNode = <T>(read: (log: string) => T, files: (name: string) => boolean) =>
    new Map(
      plan.nodes.map(({ index, name }) => {
        const texts = [...(logs.get(name) ?? [])].filter(([file]) => files(file));
        return [index, read(texts.map(([, text]) => text).join('\n'))] as const;
      }),
    );
  const nodeOf = nodesByAddress(plan);
  const served = [...perNode(readServed, (file) => file === 'node-daemon.log')].map(
    ([node, rpcs]) => {
      const named = rpcs.map(({ address, ...rpc }) => ({
        ...rpc,
        from: nodeAt(address, node, nodeOf),
      }));
      return [node, named] as const;
    },
  );
  return {
    served: new Map(served),
    commands: perNode(readCommands, (file) => /^(?:node-daemon|jobs|commands)\.log$/.test(file)),
    jobWrites,
    jobSizes: new Map(sizes),
  };
}

/** Lines of `job-ID BYTES`. */
function parseSizes(text: string): Map<number, number> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [, job, bytes] = /^job-(\d+) (\d+)$/.exec(line) ?? [];
      return job === undefined ? [] : [[Number(job), Number(bytes)] as const];
    }),
  );
}
