import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/cause/acrossNodes.ts
function acrossNodes(branches) {
  const alike = /* @__PURE__ */ new Map();
  for (const branch of branches) {
    const rises = branch.after > (branch.before ?? 0);
    const names = branch.path.map(({ kind, label }) => [kind, splitLabel(label).name]);
    const key = JSON.stringify([branch.key, rises, names]);
    const others = alike.get(key);
    if (others) others.push(branch);
    else alike.set(key, [branch]);
  }
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
  return {
    key: first.key,
    before: known ? branches.reduce((sum, { before }) => sum + (before ?? 0), 0) : null,
    after: branches.reduce((sum, { after }) => sum + after, 0),
    path: first.path.map((step, depth) => stepAt(branches, depth, step.kind))
  };
}
function stepAt(branches, depth, kind) {
  const steps = new Map(
    branches.flatMap(({ path }) => {
      const step = path[depth];
      const way = path.slice(0, depth + 1).map(({ label }) => label);
      return step ? [[JSON.stringify(way), step]] : [];
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
