import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  keySegment
} from "./chunk-SHGZJK5N.js";
import {
  incompleteError
} from "./chunk-HSULD6WJ.js";

// src/model/latency.ts
function latencyOf(nanoseconds) {
  const sorted = nanoseconds.toSorted((a, b) => a - b);
  const p50 = quantile(sorted, 0.5);
  return {
    requests: sorted.length,
    p50: p50 / 1e9,
    p95: quantile(sorted, 0.95) / 1e9,
    max: quantile(sorted, 1) / 1e9,
    error: p50 === 0 ? 0 : medianError(sorted) / p50
  };
}
function quantile(sorted, part) {
  const value = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (value === void 0) throw new RangeError("no values, no quantile");
  return value;
}
function medianError(sorted) {
  const [middle, off] = [sorted.length / 2, Math.sqrt(sorted.length) / 2];
  const low = sorted[Math.max(0, Math.trunc(middle - off))] ?? 0;
  const high = sorted[Math.min(sorted.length - 1, Math.trunc(middle + off))] ?? 0;
  return (high - low) / 2;
}

// src/model/probeReadings.ts
function probeReadings(channel, name, { clients, heap }) {
  const of = (family, path, unit, value) => [
    `${family}/${channel}/${keySegment(name)}/${path}`,
    { unit, value }
  ];
  const calls = (end, { systemCalls }) => [
    of("probe", `calls/${end}-receive`, "count", succeeded(systemCalls, end, "receive")),
    of("probe", `calls/${end}-send`, "count", succeeded(systemCalls, end, "send"))
  ];
  const [first] = clients;
  const own = clients.find(({ client }) => client === "ganeti");
  return [
    ...heap ? [of("probe", "allocated", "bytes", allocated(heap, `${channel} ${name}`))] : [],
    ...first ? [of("probe", "reply", "bytes", each(first.received, first))] : [],
    ...first?.below ? [of("probe", "request", "bytes", each(first.sent, first))] : [],
    ...(first?.below?.requests ?? []).map(
      ({ method, nanoseconds }) => of(
        "probe",
        `requests/${method}`,
        "count",
        nanoseconds.length / (first?.nanoseconds.length ?? 1)
      )
    ),
    // Of the bare socket, what the client does is not Ganeti's.
    ...first ? calls("daemon", first) : [],
    ...own ? calls("client", own) : [],
    ...clients.map(
      ({ client, nanoseconds }) => of("latency", client, "seconds", latencyOf(nanoseconds).p50)
    )
  ];
}
var each = (total, { nanoseconds }) => Math.round(total / nanoseconds.length);
var succeeded = (calls, end, direction) => (calls[end][direction].calls - calls[end][direction].failed) / calls.requests;
function allocated({ daemon, allocated: known, collections }, what) {
  if (known) return Math.round(known.perRequest);
  throw incompleteError(
    `what '${what}' makes ${daemon} allocate is not known: it wrote down ${collections} collections of its heap meanwhile. It has to run with +RTS -S, as images/node has it in /etc/default/ganeti`
  );
}

export {
  latencyOf,
  quantile,
  probeReadings,
  succeeded
};
