import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/growth/grid.ts
function fullGrid(points) {
  const values = new Map(points.map((point) => [nameOf(point), point.value]));
  const axes = { nodes: axisOf(points, "nodes"), instances: axisOf(points, "instances") };
  for (let worst = worstOf(axes, values); worst; worst = worstOf(axes, values)) {
    const { variable, size } = worst;
    axes[variable] = axes[variable].filter((other) => other !== size);
  }
  const { nodes, instances } = axes;
  return {
    nodes,
    instances,
    values: nodes.map(
      (n) => instances.map((i) => values.get(nameOf({ nodes: n, instances: i })) ?? 0)
    ),
    rest: points.filter((p) => !nodes.includes(p.nodes) || !instances.includes(p.instances))
  };
}
var sizesOf = ({ nodes, instances }) => nodes.flatMap((n) => instances.map((i) => ({ nodes: n, instances: i })));
var axisOf = (points, variable) => [...new Set(points.map((point) => point[variable]))].toSorted((a, b) => a - b);
function worstOf({ nodes, instances }, values) {
  const missing = (others, sizeOf) => others.filter((other) => !values.has(nameOf(sizeOf(other)))).length / others.length;
  const candidates = [
    ...nodes.map((size) => ({
      variable: "nodes",
      size,
      share: missing(instances, (i) => ({ nodes: size, instances: i }))
    })),
    ...instances.map((size) => ({
      variable: "instances",
      size,
      share: missing(nodes, (n) => ({ nodes: n, instances: size }))
    }))
  ];
  const [worst] = candidates.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share || b.size - a.size);
  return worst;
}
var nameOf = ({ nodes, instances }) => `${nodes} ${instances}`;

export {
  fullGrid,
  sizesOf,
  axisOf
};
