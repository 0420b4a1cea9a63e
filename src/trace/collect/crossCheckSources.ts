import type { NodeLogs } from '../../cluster/logs.ts';
import { nodesByAddress, type ClusterPlan } from '../../cluster/clusterPlan.ts';
import { nodeAt } from '../events/connections.ts';
import type { CrossCheckSources } from '../events/crossCheck.ts';
import { readCommands, readServed } from '../events/ganetiLog.ts';

/** Puts together what others than the tracer saw of the same cluster. */
export function crossCheckSourcesOf(
  plan: ClusterPlan,
  logs: NodeLogs,
  { jobWrites, jobSizes }: Pick<CrossCheckSources, 'jobWrites' | 'jobSizes'>,
): CrossCheckSources {
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
    jobSizes,
  };
}
