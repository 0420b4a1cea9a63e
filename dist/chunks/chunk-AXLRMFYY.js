import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  splitLabel
} from "./chunk-OKXFYSDW.js";
import {
  grouped
} from "./chunk-CVHPNJED.js";
import {
  enumeration
} from "./chunk-OHF2BV36.js";

// src/report/build/explain/treeFold.ts
function foldNodes(branches) {
  const shapes = /* @__PURE__ */ new Map();
  const numbers = /* @__PURE__ */ new Map();
  for (const branch of branches) shapeOf(branch, shapes, numbers);
  return fold(branches, shapes);
}
function fold(branches, shapes) {
  const alike = grouped(branches, (branch) => shapes.get(branch));
  return [...alike.values()].map((members) => ({
    kind: members[0]?.kind ?? "unattributed",
    label: labelOf(members),
    members,
    children: fold(
      members.flatMap(({ children }) => children),
      shapes
    )
  }));
}
function shapeOf(branch, shapes, numbers) {
  const { kind, label, distinction, children } = branch;
  const below = new Set(children.map((child) => shapeOf(child, shapes, numbers)));
  const sorted = [...below].sort((a, b) => a - b);
  const shape = JSON.stringify([kind, splitLabel(label).name, distinction, sorted]);
  const number = numbers.get(shape) ?? numbers.size;
  numbers.set(shape, number);
  shapes.set(branch, number);
  return number;
}
function labelOf(members) {
  const labels = [...new Set(members.map(({ label }) => label))];
  const [first = ""] = labels;
  if (labels.length === 1) return first;
  const nodes = labels.flatMap((label) => splitLabel(label).node ?? []).sort((a, b) => Number(a.slice(4)) - Number(b.slice(4)));
  return first.replace(/node\d+$/, enumeration(nodes));
}

export {
  foldNodes
};
