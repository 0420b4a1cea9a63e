import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  probeReport,
  probeSizesReport
} from "./chunk-YMWN64I6.js";
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import {
  forTerminal,
  renderJson
} from "./chunk-QPZHDSJF.js";
import "./chunk-57UWAAKY.js";
import {
  containerTestbeds,
  withTestbed
} from "./chunk-TLBQ5LD4.js";
import "./chunk-MM224Z3P.js";
import "./chunk-UUTOF6SK.js";
import "./chunk-UUXT4IBY.js";
import "./chunk-GLGAEHXX.js";
import {
  openResults
} from "./chunk-ZJB3R57G.js";
import "./chunk-VYIR6I5D.js";
import "./chunk-FPOGN6GI.js";
import "./chunk-GI5OQAQC.js";
import "./chunk-O5FRELDM.js";
import "./chunk-V6QA6T7Y.js";
import "./chunk-JSGERO53.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-Z7XNMM74.js";
import "./chunk-2LMAZ52R.js";
import "./chunk-FH2PKCAA.js";
import "./chunk-SAMDT5C3.js";
import {
  ganetiText
} from "./chunk-J7D3GFNR.js";
import "./chunk-5WYHEIGI.js";
import {
  PROBE_SCHEMA,
  PROBE_SIZES_SCHEMA
} from "./chunk-IQUKULMR.js";
import "./chunk-VUCNCSIX.js";
import {
  EXIT
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-FOCAHIEL.js";
import {
  sum
} from "./chunk-OCSF6W6H.js";
import "./chunk-OHF2BV36.js";
import "./chunk-5XWL5JNG.js";

// src/model/mergeProbed.ts
function mergeProbed(turns) {
  const [first] = turns;
  if (!first) throw new RangeError("no turns, nothing to merge");
  return {
    clients: first.clients.map(({ client }) => {
      const own = turns.flatMap(({ clients }) => clients.filter((c) => c.client === client));
      return mergeClient(client, own);
    }),
    heap: mergeHeap(turns.flatMap(({ heap }) => heap ? [heap] : []))
  };
}
function mergeClient(client, turns) {
  return {
    client,
    nanoseconds: turns.flatMap(({ nanoseconds }) => nanoseconds),
    sent: sum(turns.map(({ sent }) => sent)),
    received: sum(turns.map(({ received }) => received)),
    systemCalls: mergeSocketCalls(turns.map(({ systemCalls }) => systemCalls)),
    ...mergeBelow(turns.flatMap(({ below }) => below ? [below] : []))
  };
}
function mergeBelow(turns) {
  if (turns.length === 0) return {};
  const methods = new Set(turns.flatMap(({ requests: requests2 }) => requests2.map(({ method }) => method)));
  const requests = [...methods].map((method) => {
    const own = turns.flatMap((turn) => turn.requests.filter((r) => r.method === method));
    return {
      method,
      nanoseconds: own.flatMap(({ nanoseconds }) => nanoseconds),
      again: sum(own.map(({ again }) => again)),
      sent: sum(own.map(({ sent }) => sent)),
      received: sum(own.map(({ received }) => received))
    };
  });
  return { below: { requests, held: turns.flatMap(({ held }) => held) } };
}
function mergeSocketCalls(turns) {
  const calls = (of) => {
    const parts = turns.map(of);
    return {
      calls: sum(parts.map((part) => part.calls)),
      failed: sum(parts.map((part) => part.failed)),
      bytes: sum(parts.map((part) => part.bytes))
    };
  };
  const end = (name) => ({
    receive: calls((turn) => turn[name].receive),
    send: calls((turn) => turn[name].send)
  });
  const requests = sum(turns.map((turn) => turn.requests));
  return { requests, client: end("client"), daemon: end("daemon") };
}
function mergeHeap(turns) {
  const [first] = turns;
  if (!first) return null;
  const known = turns.flatMap(({ allocated }) => allocated ? [allocated] : []);
  const each = known.map(({ perRequest }) => perRequest);
  const live = turns.flatMap(({ maxLive }) => maxLive === null ? [] : [maxLive]);
  return {
    daemon: first.daemon,
    allocated: known.length === 0 ? null : {
      perRequest: sum(each) / each.length,
      error: Math.max(
        ...known.map(({ error }) => error),
        (Math.max(...each) - Math.min(...each)) / 2
      )
    },
    collections: sum(turns.map(({ collections }) => collections)),
    maxLive: live.length === 0 ? null : Math.max(...live)
  };
}

// src/measure/probeInTurns.ts
var TURNS = 2;
async function probeInTurns(testbed, request, against, context) {
  const what = `probe ${request.channel} ${request.method}`;
  const once = (of, which) => context.log.phase(`${what}${which}`, () => of.probeOnce(request, context));
  if (against === void 0) return { head: await once(testbed, "") };
  const other = await testbed.openBeside(against, context);
  const turns = { head: [], against: [] };
  for (let turn = 1; turn <= TURNS; turn++) {
    const number = `turn ${turn} of ${TURNS}`;
    turns.head.push(await once(testbed, ` (${number})`));
    turns.against.push(await once(other, ` (${number}, ${ganetiText(against.ganeti)})`));
  }
  const beside = { ganeti: other.facts.ganeti, ...mergeProbed(turns.against) };
  return { head: mergeProbed(turns.head), against: beside };
}

// src/usecases/probe.ts
async function probeRequest(settings, context, testbeds = containerTestbeds) {
  const { configInstances: sizes = [0] } = settings;
  const results = await openResults(settings.out, { events: false });
  const { files } = results;
  const probed = [];
  for (const size of sizes) {
    probed.push(await probeSize(settings, size, context, testbeds));
    await results.writeProbe(resultOf(probed));
  }
  const result = resultOf(probed);
  const report = result.schema === PROBE_SCHEMA ? probeReport(result) : probeSizesReport(result);
  await results.writeReport(report);
  return { result, report, files };
}
async function probeSize(settings, configInstances, context, testbeds) {
  const { channel, method, args, concurrency, repeat = null, against } = settings;
  const request = { channel, method, args: [...args], concurrency };
  const size = { ...settings, configInstances };
  return withTestbed(testbeds, size, context, async (testbed) => {
    const probed = await probeInTurns(
      testbed,
      { ...request, repeat, until: "latency" },
      // Of the Ganeti under test alone is the overlay: so a patch can be held against what it patches.
      against && { ...size, ganeti: against, overlay: void 0 },
      context
    );
    const { head, ...beside } = probed;
    return {
      ...{ schema: PROBE_SCHEMA, ...request, ...testbed.facts },
      ...{ ...head, ...beside }
    };
  });
}
function resultOf(probed) {
  const [first, ...others] = probed;
  if (!first) throw new RangeError("no size was probed");
  if (others.length === 0) return first;
  const { channel, method, args, concurrency, environment } = first;
  return {
    schema: PROBE_SIZES_SCHEMA,
    ...{ channel, method, args, concurrency, environment },
    sizes: probed.map(({ cluster, ganeti, clients, heap, against }) => ({
      ...{ cluster, ganeti, clients, heap },
      ...against && { against }
    }))
  };
}

// src/cli/probeCommand.ts
async function probe(settings, context) {
  const { result, report, files } = await probeRequest(settings, context);
  context.print(settings.json ? renderJson(result) : `
${forTerminal(report)}
`);
  context.log.info(`written: ${shortPath(files.probe)}, and the reports beside it`);
  return EXIT.ok;
}
export {
  probe
};
