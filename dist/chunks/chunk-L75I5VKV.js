import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  AXES,
  sizeIn
} from "./chunk-SOFWC5QX.js";

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
var axisOf = (sizes, variable) => [...new Set(sizes.map((size) => sizeIn(size, variable)))].toSorted((a, b) => a - b);
function lineAlong(variable, points) {
  const others = AXES.filter((other) => other !== variable);
  const most = new Map(others.map((other) => [other, axisOf(points, other).at(-1)]));
  return points.filter((point) => others.every((v) => sizeIn(point, v) === most.get(v)));
}
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
  axisOf,
  lineAlong
};
