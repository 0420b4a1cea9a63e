import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  USUAL_POOL
} from "./chunk-SHGZJK5N.js";

// src/growth/sizes.ts
function sizesOf(sizes) {
  const { nodeGroups = [1] } = sizes;
  return nodeGroups.flatMap((groups) => {
    const nodes = sizes.nodes.filter((n) => n % groups === 0);
    const all = sizesOfPools({ ...sizes, nodes });
    return groups === 1 ? all : all.map((size) => ({ ...size, nodeGroups: groups }));
  });
}
function sizesOfPools(sizes) {
  const { candidatePool = [USUAL_POOL] } = sizes;
  const others = candidatePool.filter((pool) => pool !== USUAL_POOL);
  return [
    ...others.length < candidatePool.length ? gridOf(sizes) : [],
    ...others.flatMap((pool, k) => sizesOfPool(pool, sizes, k === 0))
  ];
}
var usualSizes = (sizes) => sizesOf({ ...sizes, candidatePool: void 0 });
function gridOf(sizes) {
  const { nodes, instances, configInstances = [0], configNodes = [0], together = false } = sizes;
  const configurations = configNodes.flatMap(
    (m, k) => (together ? configInstances.slice(k, k + 1) : configInstances).map((c) => ({
      ...c > 0 && { configInstances: c },
      ...m > 0 && { configNodes: m }
    }))
  );
  return nodes.flatMap(
    (n) => instances.flatMap((i) => configurations.map((more) => ({ nodes: n, instances: i, ...more })))
  );
}
function sizesOfPool(candidatePool, sizes, isFirst) {
  const nodes = sizes.nodes.filter((n) => candidatePool < Math.min(n, USUAL_POOL));
  const ends = endsOf(nodes);
  const between = isFirst ? nodes.slice(1, -1) : [];
  const middle = between.slice(between.length >> 1).slice(0, 1);
  const [fewest, ...most] = endsOf(sizes.instances);
  const [m = 0] = sizes.configNodes ?? [];
  const [c = 0] = sizes.configInstances ?? [];
  const more = { ...c > 0 && { configInstances: c }, ...m > 0 && { configNodes: m } };
  const at = (instances, numbers) => numbers.map((n) => ({ nodes: n, instances, candidatePool, ...more }));
  const all = [...ends, ...middle].toSorted((a, b) => a - b);
  return [...at(fewest ?? 0, all), ...most.flatMap((i) => at(i, ends))];
}
var endsOf = (rising) => [
  ...rising.slice(0, 1),
  ...rising.slice(1).slice(-1)
];

export {
  sizesOf,
  usualSizes
};
