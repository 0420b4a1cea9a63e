import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createDisposal,
  openLab,
  restoreNodes,
  startDaemons
} from "./chunk-O4ESJTTS.js";
import {
  KEPT_LABEL,
  docker,
  removeLabelled
} from "./chunk-ZKCXORBD.js";
import {
  usageError
} from "./chunk-ULI3DSBC.js";

// src/cluster/kept.ts
async function startKeptCluster(settings, context) {
  const disposal = createDisposal(context.log);
  try {
    const lab = await openLab(settings, { ...context, disposal, kept: true });
    await refuseSecondKept();
    await context.log.phase("start the cluster", async () => {
      await restoreNodes(lab, context.signal);
      await startDaemons(lab.plan, context.signal);
    });
    disposal.move();
    return lab;
  } finally {
    await disposal.dispose();
  }
}
async function refuseSecondKept() {
  const [there] = await keptNodes();
  if (!there) return;
  throw usageError(
    `a cluster is up already (${there.container}); take it down first: ganeti-perf cluster down`
  );
}
async function keptInstances(master) {
  return (await docker(["exec", master.container, "gnt-instance", "list"])).stdout;
}
async function keptNodes() {
  const format = "{{.Names}}|{{.Status}}";
  const args = ["ps", "--all", "--filter", `label=${KEPT_LABEL}`, "--format", format];
  const { stdout } = await docker(args);
  return stdout.split("\n").flatMap((line) => {
    const [container = "", status = ""] = line.split("|");
    const index = Number(/-node(\d+)$/.exec(container)?.[1]);
    return index > 0 ? [{ index, container, node: `node${index}.perf.test`, status }] : [];
  }).toSorted((a, b) => a.index - b.index).map(({ container, node, status }) => ({ container, node, status }));
}
var removeKept = () => removeLabelled(KEPT_LABEL);

export {
  startKeptCluster,
  refuseSecondKept,
  keptInstances,
  keptNodes,
  removeKept
};
