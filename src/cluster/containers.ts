import { docker } from './docker.ts';
import { tracerName, type ClusterPlan } from './clusterPlan.ts';

/** One clause for each container of a cluster, its tracer's included, that is not running any more. */
export async function endedContainers(plan: ClusterPlan): Promise<string[]> {
  const containers = [
    ...plan.nodes.map((node) => ({ what: node.name, container: node.container })),
    { what: 'the tracer', container: tracerName(plan.runId) },
  ];
  const format = '{{.Name}}|{{.State.Running}}|{{.State.ExitCode}}';
  const names = containers.map(({ container }) => container);
  // One that does not exist makes the status 1; the others are told nevertheless.
  const { stdout } = await docker(['inspect', '--format', format, ...names], { reject: false });
  const states = new Map(stdout.split('\n').map((line) => [line.split('|')[0]?.slice(1), line]));
  return containers.flatMap(({ what, container }) => {
    const [, running, status] = states.get(container)?.split('|') ?? [];
    // One that was never started explains nothing: what failed then tells of itself.
    if (running !== 'false') return [];
    return [`the container of ${what} (${container}) ended with exit status ${status}`];
  });
}
