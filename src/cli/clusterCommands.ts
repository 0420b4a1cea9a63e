import { keptInstances, keptNodes, removeKept, startKeptCluster } from '../cluster/kept.ts';
import { configurationTitle } from '../report/build/names.ts';
import { EXIT, usageError } from '../platform/errors.ts';
import { runInteractive } from '../platform/process/process.ts';
import type { Command } from './command.ts';
import type { CommandContext } from './commandContext.ts';

type ClusterCommand = Extract<Command, { name: `cluster ${string}` }>;

/** `cluster up|down|status|shell`: a cluster to play with, one at a time. */
export async function cluster(command: ClusterCommand, context: CommandContext): Promise<number> {
  const { print } = context;
  switch (command.name) {
    case 'cluster up': {
      const { ganeti, plan } = await startKeptCluster(command.settings, context);
      const besides = configurationTitle(plan.topology).map((more) => `, ${more}`);
      print(
        `Ganeti ${ganeti.version} is up on ${plan.nodes.length} nodes, ` +
          `${plan.instances.length} instances running${besides.join('')}.\n` +
          'A shell on its master: ganeti-perf cluster shell\n' +
          'Take it down:          ganeti-perf cluster down\n',
      );
      return EXIT.ok;
    }
    case 'cluster status': {
      const nodes = await keptNodes();
      if (command.settings.json) print(`${JSON.stringify(nodes, null, 2)}\n`);
      else if (nodes.length === 0) print('no cluster is up; start one: ganeti-perf cluster up\n');
      else print(nodes.map((n) => `${n.node}  ${n.container}  ${n.status}\n`).join(''));
      if (!command.settings.json && nodes[0]) print(`\n${await keptInstances(nodes[0])}\n`);
      return EXIT.ok;
    }
    case 'cluster shell': {
      const nodes = await keptNodes();
      const wanted = `node${command.settings.node}.perf.test`;
      const node = nodes.find((candidate) => candidate.node === wanted);
      if (!node) {
        throw usageError(
          nodes.length === 0
            ? 'no cluster is up; start one: ganeti-perf cluster up'
            : `there is no ${wanted}; the cluster has ${nodes.length} nodes`,
        );
      }
      const terminal = process.stdin.isTTY ? ['--interactive', '--tty'] : ['--interactive'];
      return runInteractive('docker', ['exec', ...terminal, node.container, 'bash', '-l']);
    }
    case 'cluster down': {
      const { containers } = await removeKept();
      print(containers === 0 ? 'no cluster was up\n' : `removed ${containers} containers\n`);
      return EXIT.ok;
    }
  }
}
