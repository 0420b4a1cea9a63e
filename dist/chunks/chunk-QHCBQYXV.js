import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  CauseSchema,
  CoverageSchema
} from "./chunk-IQUKULMR.js";
import {
  FAMILIES,
  GanetiSchema,
  TopologySchema,
  _enum,
  array,
  literal,
  number,
  strictObject,
  string
} from "./chunk-VUCNCSIX.js";

// src/model/trace.ts
var TRACE_SCHEMA = "ganeti-perf/trace/1";
var Value = number().min(0).max(Number.MAX_SAFE_INTEGER);
var MessageSchema = strictObject({
  at: Value,
  from: string().max(200),
  to: string().max(200),
  text: string().max(1e3),
  kind: _enum(["call", "start", "run"])
});
var TraceSchema = strictObject({
  schema: literal(TRACE_SCHEMA),
  /** As it was given, e.g. `gnt-instance reboot inst1`. */
  command: string().max(1e4),
  ganeti: GanetiSchema,
  cluster: TopologySchema,
  /** From the command's start to the end of the last job. */
  seconds: Value,
  /** The roots, in the order of time. */
  causes: array(CauseSchema).max(1e4),
  share: array(CoverageSchema).max(FAMILIES.length),
  /** In the order of time. */
  messages: array(MessageSchema).max(1e6)
});

export {
  TRACE_SCHEMA,
  TraceSchema
};
