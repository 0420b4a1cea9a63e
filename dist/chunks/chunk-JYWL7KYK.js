import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  axisOf,
  lineAlong
} from "./chunk-L75I5VKV.js";
import {
  latencyOf,
  quantile,
  succeeded
} from "./chunk-CKIKNP4S.js";
import {
  environmentSection
} from "./chunk-2QQN34D2.js";
import {
  clusterTitle,
  ganetiTitle
} from "./chunk-CVHPNJED.js";
import {
  figures,
  level,
  percentage,
  precise,
  relativeDifference,
  table,
  text
} from "./chunk-SAMDT5C3.js";
import {
  sizeIn,
  sizeOnly
} from "./chunk-SOFWC5QX.js";
import {
  configurationOf
} from "./chunk-SHGZJK5N.js";
import {
  plural
} from "./chunk-OHF2BV36.js";

// src/report/build/probe/belowTables.ts
function belowOf({ clients }) {
  const [own] = clients.filter(({ below }) => below !== void 0);
  return own?.below && { below: own.below, calls: own.nanoseconds.length };
}
var medianOf = (nanoseconds) => nanoseconds.length === 0 ? null : latencyOf(nanoseconds).p50;
function belowRows(methods) {
  const seconds = (value) => precise(value, "seconds");
  const times = methods.map((method) => ({
    what: `median time, ${method}`,
    of: ({ below }) => medianOf(below.requests.find((request) => request.method === method)?.nanoseconds ?? []),
    shown: seconds
  }));
  return [
    ...times,
    {
      what: "median time that the lock was held",
      of: ({ below }) => medianOf(below.held),
      shown: seconds
    },
    {
      what: "asked again for the lock",
      of: ({ below, calls }) => below.requests.reduce((total, { again }) => total + again, 0) / calls,
      shown: (value) => precise(value, "count")
    }
  ];
}
var methodsBelow = (all) => [
  ...new Set(all.flatMap((one) => belowOf(one)?.below.requests.map(({ method }) => method) ?? []))
];
function belowSection(builds) {
  const known = builds.flatMap(({ name, ...probed }) => {
    const found = belowOf(probed);
    return found ? [{ name, ...found }] : [];
  });
  if (known.length === 0) return [];
  const rows = known.flatMap(
    ({ name, below, calls }) => below.requests.map(({ method, nanoseconds, again, sent, received }) => {
      const sorted = nanoseconds.toSorted((a, b) => a - b);
      const all = sorted.length + again;
      return [
        ...builds.length > 1 ? [name] : [],
        method,
        precise(sorted.length / calls, "count"),
        precise(again / calls, "count"),
        precise(medianOf(sorted), "seconds"),
        precise(sorted.length === 0 ? null : quantile(sorted, 0.95) / 1e9, "seconds"),
        precise(sent / all, "bytes"),
        precise(received / all, "bytes")
      ];
    })
  );
  const held = known.flatMap(({ name, below }) => {
    const median = medianOf(below.held);
    return median === null ? [] : [
      text(
        name === "" ? "" : `${name}: `,
        "the lock of the configuration was held for a median of ",
        precise(median, "seconds"),
        ", from the answer that granted it to the answer that took it back."
      )
    ];
  });
  const columns = ["For a call", "Asked again", "p50", "p95", "Bytes sent", "Bytes received"];
  const titles = ["Request", ...columns.map(figures)];
  return [
    {
      title: "Requests of a call",
      prominence: "headline",
      blocks: [table(builds.length > 1 ? ["", ...titles] : titles, rows), ...held]
    }
  ];
}

// src/report/build/probe/probeTables.ts
var CLIENT_NAMES = {
  raw: "bare socket",
  ganeti: "Ganeti's own client"
};
function latencySection(builds) {
  const columns = ["Requests", "p50", "\xB1 (one standard error)", "p95", "Max"];
  const rows = rowsOf(builds, ({ nanoseconds }) => {
    const { requests, p50, p95, max, error } = latencyOf(nanoseconds);
    return [
      [
        level(requests, "count"),
        precise(p50, "seconds"),
        percentage(error),
        precise(p95, "seconds"),
        precise(max, "seconds")
      ]
    ];
  });
  const blocks = [tableOf(builds, [], columns, rows), chartOf(builds)];
  return { title: "Latency", prominence: "headline", blocks };
}
var PERCENTS = [5, 10, 25, 50, 75, 90, 95, 99, 100];
function chartOf(builds) {
  const series = builds.flatMap(
    ({ name, clients }) => clients.map(({ client, nanoseconds }) => {
      const sorted = nanoseconds.toSorted((a, b) => a - b);
      const values = PERCENTS.map((percent) => Math.round(quantile(sorted, percent / 100) / 1e3));
      return { name: [name, CLIENT_NAMES[client]].filter(Boolean).join(", "), values };
    })
  );
  const x = { title: "percent of the requests", values: PERCENTS };
  const [title, axis] = ["Latency in microseconds", "microseconds"];
  return { kind: "chart", title, unit: "count", axis, x, series };
}
function messagesSection(builds) {
  const rows = rowsOf(builds, ({ nanoseconds, sent, received }) => [
    [precise(sent / nanoseconds.length, "bytes"), precise(received / nanoseconds.length, "bytes")]
  ]);
  const blocks = [tableOf(builds, [], ["Request", "Reply"], rows)];
  return { title: "Size of a message", prominence: "headline", blocks };
}
function callsSection(builds) {
  const rows = rowsOf(builds, ({ systemCalls: { requests, client, daemon } }) => {
    const row = (end, direction, { calls, failed, bytes }) => [
      ...[end, direction],
      precise((calls - failed) / requests, "count"),
      precise(failed / requests, "count"),
      precise(bytes / requests, "bytes")
    ];
    return [
      row("client", "send", client.send),
      row("daemon", "receive", daemon.receive),
      row("daemon", "send", daemon.send),
      row("client", "receive", client.receive)
    ];
  });
  const counted = builds[0]?.clients[0]?.systemCalls.requests ?? 0;
  const note = `Counted over ${plural(counted, "request")} of their own. Most failed calls found nothing to read yet: how many do depends on time.`;
  const columns = ["Calls", "Failed calls", "Bytes"];
  return {
    title: "System calls of a request",
    prominence: "headline",
    blocks: [tableOf(builds, ["End", "Direction"], columns, rows), text(note)]
  };
}
function heapSection(builds) {
  const known = builds.flatMap(({ name, heap }) => heap ? [{ name, heap }] : []);
  const [first] = known;
  if (!first) return [];
  const columns = ["Allocated for a request", "\xB1", "Most live after a major collection"];
  const rows = known.map(({ name, heap: { allocated, collections, maxLive } }) => [
    ...name === "" ? [] : [name],
    precise(allocated?.perRequest ?? null, "bytes"),
    precise(allocated?.error ?? null, "bytes"),
    precise(maxLive, "bytes"),
    level(collections, "count")
  ]);
  const titles = [...columns, "Collections seen"].map(figures);
  const few = known.some(({ heap }) => heap.allocated === null);
  return [
    {
      title: `Heap of ${first.heap.daemon}`,
      prominence: "headline",
      blocks: [
        table(first.name === "" ? titles : ["", ...titles], rows),
        ...few ? [text("Too few collections to tell what a request allocates: give a larger --repeat.")] : []
      ]
    }
  ];
}
var rowsOf = (builds, cells) => builds.flatMap(
  ({ name, clients }) => clients.flatMap(
    (client) => cells(client).map((row) => [
      ...name === "" ? [] : [name],
      CLIENT_NAMES[client.client],
      ...row
    ])
  )
);
var tableOf = (builds, names, values, rows) => table([...builds.length > 1 ? [""] : [], "Client", ...names, ...values.map(figures)], rows);

// src/report/build/probe/probeChanges.ts
function changesSection(before, after) {
  const rows = [
    ...after.clients.flatMap((client) => {
      const other = before.clients.find((c) => c.client === client.client);
      return other ? clientRows(other, client) : [];
    }),
    ...changedBelow(before, after),
    ...allocationRows(before, after)
  ];
  const columns = [figures("Before"), figures("Now"), figures("Change")];
  return {
    title: "What differs",
    prominence: "headline",
    blocks: [
      table(["", "Client", ...columns], rows),
      text(
        "Nothing of this decides anything: the exit status is 0. Times of both were taken in turns on the same machine."
      )
    ]
  };
}
function clientRows(before, after) {
  const name = CLIENT_NAMES[after.client];
  const row = (what, of, value) => [
    ...[what, name],
    ...change(of(before), of(after), value)
  ];
  const median = (client) => latencyOf(client.nanoseconds).p50;
  const calls = (end, direction) => ({ systemCalls }) => succeeded(systemCalls, end, direction);
  const count = (value) => precise(value, "count");
  const bytes = (value) => precise(value, "bytes");
  return [
    row("median time", median, (value) => precise(value, "seconds")),
    row("bytes sent", ({ sent, nanoseconds }) => sent / nanoseconds.length, bytes),
    row("bytes received", ({ received, nanoseconds }) => received / nanoseconds.length, bytes),
    row("calls that receive, daemon", calls("daemon", "receive"), count),
    row("calls that send, daemon", calls("daemon", "send"), count),
    row("calls that receive, client", calls("client", "receive"), count),
    row("calls that send, client", calls("client", "send"), count)
  ];
}
function changedBelow(before, after) {
  const [old, now] = [belowOf(before), belowOf(after)];
  if (!old || !now) return [];
  return belowRows(methodsBelow([before, after])).flatMap(({ what, of, shown }) => {
    const [was, is] = [of(old), of(now)];
    if (was === null || is === null) return [];
    return [[what, CLIENT_NAMES.ganeti, ...change(was, is, shown)]];
  });
}
function allocationRows(before, after) {
  const [old, now] = [before.heap?.allocated, after.heap?.allocated];
  if (!old || !now) return [];
  const cells = change(old.perRequest, now.perRequest, (value) => precise(value, "bytes"));
  return [[`bytes allocated by ${after.heap?.daemon ?? ""}`, "", ...cells]];
}
var change = (before, after, value) => [
  value(before),
  value(after),
  before === 0 ? level(null, "count") : relativeDifference(after / before - 1)
];

// src/report/build/probe/probeReport.ts
function probeReport(probe) {
  const { concurrency, ganeti, cluster, clients, environment, against } = probe;
  const [first] = clients;
  const median = first ? precise(latencyOf(first.nanoseconds).p50, "seconds") : "";
  const at = concurrency === 1 ? "one at a time" : `${concurrency} at once`;
  const which = against ? `Now ${ganetiTitle(ganeti)}, before ${ganetiTitle(against.ganeti)}, in turns` : ganetiTitle(ganeti);
  const builds = buildsOf(probe);
  return {
    status: "neutral",
    title: "Probed",
    verdict: [...requestWords(probe), ": a median of ", median, `, ${at}`],
    context: [`${which}; ${clusterTitle(cluster, environment.storage)}`],
    sections: [
      ...against ? [changesSection(against, probe)] : [],
      latencySection(builds),
      ...belowSection(builds),
      messagesSection(builds),
      callsSection(builds),
      ...heapSection(builds),
      ...environmentSection(environment)
    ]
  };
}
var SHOWN = 80;
var requestWords = (request) => [
  { code: `${request.channel} ${request.method}${argumentsOf(request)}` }
];
function argumentsOf({ args }) {
  if (args.length === 0) return "";
  const given = JSON.stringify(args);
  return ` ${given.length > SHOWN ? `${given.slice(0, SHOWN)}\u2026` : given}`;
}
function buildsOf({ against, ...now }) {
  if (!against) return [{ ...now, name: "" }];
  return [
    { ...against, name: "before" },
    { ...now, name: "now" }
  ];
}

// src/report/build/probe/sizesMeasures.ts
var CLIENTS = ["raw", "ganeti"];
var measureOf = (client, of) => ({ clients }) => {
  const own = client === "first" ? clients[0] : clients.find((one) => one.client === client);
  return own ? of(own) : null;
};
var REPLY = {
  title: "Reply",
  of: measureOf("first", ({ received, nanoseconds }) => received / nanoseconds.length),
  shown: (value) => precise(value, "bytes")
};
var TIMES = CLIENTS.flatMap(
  (client) => ["p50", "p95"].map((quantile2) => ({
    title: `${quantile2}, ${CLIENT_NAMES[client]}`,
    of: measureOf(client, ({ nanoseconds }) => latencyOf(nanoseconds)[quantile2]),
    shown: (value) => precise(value, "seconds")
  }))
);
var CALLS = [
  ["first", "daemon", "receive", "daemon receives"],
  ["first", "daemon", "send", "daemon sends"],
  ["raw", "client", "receive", "bare socket receives"],
  ["ganeti", "client", "receive", "Ganeti's own client receives"]
].map(([client, end, direction, title]) => ({
  title: title ?? "",
  of: measureOf(
    client,
    ({ systemCalls }) => succeeded(systemCalls, end, direction)
  ),
  shown: (value) => precise(value, "count")
}));
var ALLOCATED = {
  title: "Allocated",
  of: ({ heap }) => heap?.allocated?.perRequest ?? null,
  shown: (value) => precise(value, "bytes")
};
var LIVE = {
  title: "Most live after a major collection",
  of: ({ heap }) => heap?.maxLive ?? null,
  shown: (value) => precise(value, "bytes")
};

// src/report/build/probe/sizesTables.ts
var AXES = [
  ["configNodes", "config nodes"],
  ["configInstances", "config instances"]
];
function axesOf(points) {
  const varied = AXES.filter(([variable]) => axisOf(points, variable).length > 1);
  return varied.length > 0 ? varied : AXES.slice(1);
}
function sizesTable(points, measures) {
  const known = measures.filter((measure) => isKnown(measure, points));
  const several = points.some(({ builds }) => builds.size > 1);
  const axes = axesOf(points);
  const rows = points.flatMap(
    (point) => [...point.builds].map(([name, probed]) => [
      ...axes.map(([variable]) => level(sizeIn(point, variable), "count")),
      ...several ? [name] : [],
      ...known.map(({ of, shown }) => shown(of(probed)))
    ])
  );
  const columns = known.map(({ title }) => figures(title));
  const sizes = axes.map(([, words]) => figures(capitalized(words)));
  return table([...sizes, ...several ? [""] : [], ...columns], rows);
}
var capitalized = (words) => words.slice(0, 1).toUpperCase() + words.slice(1);
var isKnown = ({ of }, points) => points.some(({ builds }) => [...builds.values()].some((probed) => of(probed) !== null));
function sizesCharts(title, points, measures, axis) {
  const axes = axesOf(points);
  return axes.flatMap(([variable, words]) => {
    const line = lineAlong(variable, points);
    const [other] = axes.filter(([one]) => one !== variable);
    const at = other ? `, at ${sizeIn(line[0] ?? NO_SIZE, other[0])} ${other[1]}` : "";
    const series = seriesOf(line, measures);
    if (series.length === 0) return [];
    const x = { title: words, values: axisOf(line, variable) };
    return [
      {
        ...{ kind: "chart", title: `${title}${at}`, unit: "count", x, series },
        ...axis !== void 0 && { axis }
      }
    ];
  });
}
var NO_SIZE = { nodes: 0, instances: 0 };
var seriesOf = (points, measures) => measures.filter((measure) => isKnown(measure, points)).flatMap(
  (measure) => [...points[0]?.builds.keys() ?? []].map((build) => ({
    name: [build, measure.title].filter(Boolean).join(", "),
    values: points.map((point) => {
      const probed = point.builds.get(build);
      return probed ? measure.of(probed) : null;
    })
  }))
);

// src/report/build/probe/probeSizesReport.ts
function probeSizesReport(probe) {
  const { concurrency, environment, sizes } = probe;
  const [first] = sizes;
  const points = sizes.map(({ cluster, against, ...now }) => {
    const builds = against ? [["before", against], ["now", now]] : [];
    return {
      ...sizeOnly(cluster),
      builds: new Map(against ? builds : [["", now]])
    };
  });
  const at = concurrency === 1 ? "one at a time" : `${concurrency} at once`;
  const which = first?.against ? `Now ${ganetiTitle(first.ganeti)}, before ${ganetiTitle(first.against.ganeti)}, in turns` : first && ganetiTitle(first.ganeti);
  return {
    status: "neutral",
    title: "Probed",
    verdict: [...requestWords(probe), `: ${sizes.length} sizes of the configuration, ${at}`],
    context: [`${which ?? ""}${clusterWords(probe, points)}`],
    sections: [
      timesSection(points),
      ...belowSection2(points),
      callsSection2(points),
      ...heapSection2(points),
      ...environmentSection(environment)
    ]
  };
}
function clusterWords({ sizes, environment }, points) {
  const cluster = sizes.at(-1)?.cluster;
  if (!cluster) return "";
  const { configInstances, configBare, configNodes, ...same } = cluster;
  const varied = new Set(axesOf(points).map(([variable]) => variable));
  const shown = {
    ...same,
    ...!varied.has("configInstances") && configurationOf({ configInstances, configBare }),
    ...!varied.has("configNodes") && configurationOf({ configNodes })
  };
  const title = clusterTitle(shown, environment.storage);
  const bare = configBare && varied.has("configInstances") ? ", those in the configuration without disks and NICs" : "";
  return `; ${title}${bare}`;
}
function timesSection(points) {
  const microseconds = TIMES.filter(({ title }) => title.startsWith("p50")).map((measure) => ({
    ...measure,
    of: (probed) => scaled(measure.of(probed), 1e6)
  }));
  return {
    title: "Latency",
    prominence: "headline",
    blocks: [
      sizesTable(points, [REPLY, ...TIMES]),
      ...sizesCharts("Latency in microseconds", points, microseconds, "microseconds")
    ]
  };
}
function belowSection2(points) {
  const methods = methodsBelow(points.flatMap(({ builds }) => [...builds.values()]));
  if (methods.length === 0) return [];
  const measures = belowRows(methods).map(({ what, of, shown }) => ({
    title: capitalized(what),
    of: (probed) => {
      const found = belowOf(probed);
      return found ? of(found) : null;
    },
    shown
  }));
  return [
    {
      title: "Requests of a call",
      prominence: "headline",
      blocks: [sizesTable(points, [REPLY, ...measures])]
    }
  ];
}
var scaled = (value, factor) => value === null ? null : Math.round(value * factor);
function callsSection2(points) {
  const [, , , own] = CALLS;
  return {
    title: "System calls of a request",
    prominence: "headline",
    blocks: [
      sizesTable(points, [REPLY, ...CALLS]),
      text("Those that failed are left out: most found nothing to read yet."),
      ...sizesCharts("System calls that receive a reply", points, own ? [own] : [])
    ]
  };
}
function heapSection2(points) {
  const [daemon] = points.flatMap(
    ({ builds }) => [...builds.values()].flatMap(({ heap }) => heap ? [heap.daemon] : [])
  );
  if (daemon === void 0) return [];
  return [
    {
      title: `Heap of ${daemon}, for a request`,
      prominence: "headline",
      blocks: [sizesTable(points, [REPLY, ALLOCATED, LIVE])]
    }
  ];
}

export {
  probeReport,
  probeSizesReport
};
