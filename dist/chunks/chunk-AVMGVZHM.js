import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  USUAL_POOL,
  configurationOf
} from "./chunk-SHGZJK5N.js";

// src/cluster/topology.ts
var topologyOf = ({ plan }) => plan.topology;
var topologyFor = (settings) => {
  const {
    nodes,
    instances,
    diskTemplate = "sharedfile",
    candidatePool = USUAL_POOL,
    nodeGroups = 1,
    configInstances = 0,
    configBare = false,
    configNodes = 0
  } = settings;
  return {
    nodes,
    instances,
    diskTemplate,
    ...candidatePool !== USUAL_POOL && { candidatePool },
    ...nodeGroups > 1 && { nodeGroups },
    ...configurationOf({
      ...configInstances > 0 && { configInstances, ...configBare && { configBare } },
      ...configNodes > 0 && { configNodes }
    })
  };
};
var sizeSettings = ({
  nodes,
  instances,
  diskTemplate,
  storage,
  candidatePool,
  nodeGroups,
  configInstances,
  configBare,
  configNodes
}) => ({
  nodes,
  instances,
  diskTemplate,
  storage,
  candidatePool,
  nodeGroups,
  configInstances,
  configBare,
  configNodes
});

export {
  topologyOf,
  topologyFor,
  sizeSettings
};
