import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  grouped
} from "./chunk-CVHPNJED.js";

// src/cause/acrossNodes.ts
function acrossNodes(branches) {
  const alike = grouped(branches, (branch) => {
    const rises = branch.after > (branch.before ?? 0);
    const names = branch.path.map(({ kind, label }) => [kind, splitLabel(label).name]);
    return JSON.stringify([branch.key, rises, names]);
  });
  const size = ({ before, after }) => Math.abs(after - (before ?? 0));
  return [...alike.values()].map(moveOf).sort((a, b) => size(b) - size(a));
}
function splitLabel(label) {
  const [, name, node] = /^(.+?) (?:→|on) (node\d+)$/u.exec(label) ?? [];
  return name !== void 0 && node !== void 0 ? { name, node } : { name: label };
}
function moveOf(branches) {
  const [first] = branches;
  if (!first) throw new RangeError("no branch, no move");
  const known = first.before !== null;
  const ways = waysOf(branches);
  return {
    key: first.key,
    before: known ? branches.reduce((sum, { before }) => sum + (before ?? 0), 0) : null,
    after: branches.reduce((sum, { after }) => sum + after, 0),
    path: first.path.map((step, depth) => stepAt(branches, ways, depth, step.kind))
  };
}
function waysOf(branches) {
  const known = /* @__PURE__ */ new Map();
  return branches.map(({ path }) => {
    let way = 0;
    return path.map(({ label }) => {
      const next = `${way} ${label}`;
      way = known.get(next) ?? known.size + 1;
      known.set(next, way);
      return way;
    });
  });
}
function stepAt(branches, ways, depth, kind) {
  const steps = new Map(
    branches.flatMap(({ path }, i) => {
      const step = path[depth];
      return step ? [[ways[i]?.[depth] ?? 0, step]] : [];
    })
  );
  const all = [...steps.values()];
  const labels = all.map(({ label }) => splitLabel(label));
  return {
    kind,
    name: labels[0]?.name ?? "",
    nodes: [...new Set(labels.flatMap(({ node }) => node ?? []))].sort(byNumber),
    timesBefore: all.some(({ timesBefore }) => timesBefore === null) ? null : all.reduce((sum, { timesBefore }) => sum + (timesBefore ?? 0), 0),
    timesAfter: all.reduce((sum, { timesAfter }) => sum + timesAfter, 0)
  };
}
var byNumber = (a, b) => Number(a.slice(4)) - Number(b.slice(4));

export {
  acrossNodes,
  splitLabel
};
