import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  keptInstances,
  keptNodes,
  removeKept,
  startKeptCluster
} from "./chunk-THMOR72H.js";
import "./chunk-FAXXC353.js";
import {
  runInteractive
} from "./chunk-JQ64J7FM.js";
import "./chunk-AVMGVZHM.js";
import "./chunk-OQH6SHCG.js";
import "./chunk-LFXBMTSD.js";
import {
  configurationTitle
} from "./chunk-CVHPNJED.js";
import "./chunk-L3PENX4O.js";
import "./chunk-4XPSXIGN.js";
import "./chunk-LAUIYLMP.js";
import "./chunk-SHGZJK5N.js";
import "./chunk-OHF2BV36.js";
import "./chunk-TSNSTRFB.js";
import {
  EXIT,
  usageError
} from "./chunk-HSULD6WJ.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-YKIAVSG6.js";
import "./chunk-5XWL5JNG.js";

// src/cli/clusterCommands.ts
async function cluster(command, context) {
  const { print } = context;
  switch (command.name) {
    case "cluster up": {
      const { ganeti, plan } = await startKeptCluster(command.settings, context);
      const besides = configurationTitle(plan.topology).map((more) => `, ${more}`);
      print(
        `Ganeti ${ganeti.version} is up on ${plan.nodes.length} nodes, ${plan.instances.length} instances running${besides.join("")}.
A shell on its master: ganeti-perf cluster shell
Take it down:          ganeti-perf cluster down
`
      );
      return EXIT.ok;
    }
    case "cluster status": {
      const nodes = await keptNodes();
      if (command.settings.json) print(`${JSON.stringify(nodes, null, 2)}
`);
      else if (nodes.length === 0) print("no cluster is up; start one: ganeti-perf cluster up\n");
      else print(nodes.map((n) => `${n.node}  ${n.container}  ${n.status}
`).join(""));
      if (!command.settings.json && nodes[0]) print(`
${await keptInstances(nodes[0])}
`);
      return EXIT.ok;
    }
    case "cluster shell": {
      const nodes = await keptNodes();
      const wanted = `node${command.settings.node}.perf.test`;
      const node = nodes.find((candidate) => candidate.node === wanted);
      if (!node) {
        throw usageError(
          nodes.length === 0 ? "no cluster is up; start one: ganeti-perf cluster up" : `there is no ${wanted}; the cluster has ${nodes.length} nodes`
        );
      }
      const terminal = process.stdin.isTTY ? ["--interactive", "--tty"] : ["--interactive"];
      return runInteractive("docker", ["exec", ...terminal, node.container, "bash", "-l"]);
    }
    case "cluster down": {
      const { containers } = await removeKept();
      print(containers === 0 ? "no cluster was up\n" : `removed ${containers} containers
`);
      return EXIT.ok;
    }
  }
}
export {
  cluster
};
