import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/report/build/trace/sequenceFold.ts
var LONGEST_LOOP = 12;
var LEAST_SAVED = 3;
function folded(arrows) {
  const single = [];
  for (const arrow of arrows) {
    const last = single.at(-1);
    if (last && alike(last, arrow)) {
      single[single.length - 1] = { ...last, times: last.times + arrow.times };
    } else single.push(arrow);
  }
  const items = [];
  for (let at = 0; at < single.length; ) {
    const { period, times } = loopAt(single, at);
    const run = single.slice(at, at + period);
    items.push(...times > 1 ? [{ times, arrows: run }] : run);
    at += period * times;
  }
  return items;
}
function loopAt(arrows, at) {
  let best = { period: 1, times: 1 };
  let most = LEAST_SAVED - 1;
  for (let period = 2; period <= LONGEST_LOOP; period++) {
    let same = 0;
    while (equal(arrows[at + same], arrows[at + same + period])) same++;
    const times = 1 + Math.floor(same / period);
    const saved = period * (times - 1);
    if (saved > most) [best, most] = [{ period, times }, saved];
  }
  return best;
}
function equal(a, b) {
  return a !== void 0 && b !== void 0 && alike(a, b) && a.times === b.times;
}
var alike = (a, b) => a.from === b.from && a.to === b.to && a.text === b.text && a.kind === b.kind;

// src/report/build/trace/sequenceCast.ts
var MOST_OF_A_SORT = 12;
var SORTS = [
  { matches: /^(?!ganeti-|node\d)/, plural: "commands" },
  { matches: /^(?:ganeti-)?luxid\b/, plural: "daemons" },
  { matches: /^(?:ganeti-)?wconfd\b/, plural: "daemons" },
  { matches: /^job\b/, plural: "jobs" },
  { matches: /^node\d+$/, plural: "nodes" },
  { matches: /^/, plural: "daemons" }
];
var ORDER = [1, 2, 3, 4, 0, 5];
function castOf(messages) {
  const names = new Set(messages.flatMap(({ from, to }) => [from, to]));
  const bySort = SORTS.map(() => []);
  for (const name of names) bySort[sortOf(name)]?.push(name);
  bySort[4]?.sort((a, b) => Number(a.slice(4)) - Number(b.slice(4)));
  const participants = [];
  const ids = /* @__PURE__ */ new Map();
  const show = (name, members) => {
    const id = `p${participants.length + 1}`;
    participants.push({ id, name });
    for (const member of members) ids.set(member, id);
  };
  for (const [sort, members] of bySort.entries()) {
    for (const name of members.slice(0, MOST_OF_A_SORT)) show(name, [name]);
    const others = members.slice(MOST_OF_A_SORT);
    if (others.length > 0) show(`${others.length} more ${SORTS[sort]?.plural ?? ""}`, others);
  }
  return { participants, idOf: (name) => ids.get(name) ?? "" };
}
function sortOf(name) {
  return ORDER.find((sort) => SORTS[sort]?.matches.test(name)) ?? 0;
}

// src/report/build/trace/sequence.ts
var MOST_ARROWS = 200;
function sequenceOf(messages, mostArrows = MOST_ARROWS) {
  const { participants, idOf } = castOf(messages);
  const arrows = messages.map(({ from, to, text, kind }) => ({
    from: idOf(from),
    to: idOf(to),
    text,
    kind,
    times: 1
  }));
  const items = [];
  let [drawn, told] = [0, 0];
  for (const item of folded(arrows)) {
    const size = "arrows" in item ? item.arrows.length : 1;
    if (drawn + size > mostArrows) break;
    drawn += size;
    told += messagesOf(item);
    items.push(item);
  }
  return { participants, items, left: messages.length - told };
}
function messagesOf(item) {
  if (!("arrows" in item)) return item.times;
  return item.times * item.arrows.reduce((sum, arrow) => sum + messagesOf(arrow), 0);
}
function leftOutWords({ left }) {
  if (left === 0) return "";
  return `${left} more ${left === 1 ? "message is" : "messages are"} left out`;
}

export {
  sequenceOf,
  leftOutWords
};
