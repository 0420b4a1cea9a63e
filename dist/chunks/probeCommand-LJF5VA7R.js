import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  probeReport,
  probeSizesReport
} from "./chunk-JYWL7KYK.js";
import "./chunk-L75I5VKV.js";
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import {
  forTerminal,
  renderJson
} from "./chunk-75V6EXLZ.js";
import "./chunk-57UWAAKY.js";
import {
  containerTestbeds,
  withTestbed
} from "./chunk-GSLCWZCF.js";
import "./chunk-THMOR72H.js";
import "./chunk-FAXXC353.js";
import "./chunk-CKIKNP4S.js";
import "./chunk-JQ64J7FM.js";
import {
  openResults
} from "./chunk-OEKFHLQH.js";
import "./chunk-Y3XO2ACU.js";
import "./chunk-2QQN34D2.js";
import "./chunk-AVMGVZHM.js";
import "./chunk-H3G7KOFV.js";
import "./chunk-4VL4X2MK.js";
import "./chunk-XW5CLFQN.js";
import "./chunk-OQH6SHCG.js";
import "./chunk-J572PHDR.js";
import "./chunk-LFXBMTSD.js";
import "./chunk-NLPLDUTU.js";
import "./chunk-PK3XEFPR.js";
import "./chunk-CVHPNJED.js";
import "./chunk-SAMDT5C3.js";
import {
  ganetiText
} from "./chunk-L3PENX4O.js";
import "./chunk-4XPSXIGN.js";
import "./chunk-LAUIYLMP.js";
import {
  PROBE_SCHEMA,
  PROBE_SIZES_SCHEMA
} from "./chunk-SOFWC5QX.js";
import "./chunk-SHGZJK5N.js";
import "./chunk-RZGKQOWJ.js";
import "./chunk-OHF2BV36.js";
import {
  maxOf,
  minOf,
  sum
} from "./chunk-TSNSTRFB.js";
import {
  EXIT
} from "./chunk-HSULD6WJ.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-YKIAVSG6.js";
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
        maxOf(known.map(({ error }) => error)),
        (maxOf(each) - minOf(each)) / 2
      )
    },
    collections: sum(turns.map(({ collections }) => collections)),
    maxLive: live.length === 0 ? null : maxOf(live)
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
  const { configNodes = [0], configInstances = [0] } = settings;
  const sizes = configNodes.flatMap(
    (n) => configInstances.map((i) => ({ configNodes: n, configInstances: i }))
  );
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
async function probeSize(settings, ofConfiguration, context, testbeds) {
  const { channel, method, args, concurrency, repeat = null, against } = settings;
  const request = { channel, method, args: [...args], concurrency };
  const size = { ...settings, ...ofConfiguration };
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
