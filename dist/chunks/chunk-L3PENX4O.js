import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NEVER,
  ZodISODate,
  ZodISODateTime,
  ZodISODuration,
  ZodISOTime,
  _isoDate,
  _isoDateTime,
  _isoDuration,
  _isoTime,
  string
} from "./chunk-SHGZJK5N.js";
import {
  __export
} from "./chunk-5XWL5JNG.js";

// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
__export(iso_exports, {
  ZodISODate: () => ZodISODate,
  ZodISODateTime: () => ZodISODateTime,
  ZodISODuration: () => ZodISODuration,
  ZodISOTime: () => ZodISOTime,
  date: () => date,
  datetime: () => datetime,
  duration: () => duration,
  time: () => time
});
function datetime(params) {
  return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
  return _isoDate(ZodISODate, params);
}
function time(params) {
  return _isoTime(ZodISOTime, params);
}
function duration(params) {
  return _isoDuration(ZodISODuration, params);
}

// src/settings/ganetiSource.ts
var SUITES = ["bookworm", "trixie"];
function ganetiText(source) {
  switch (source.kind) {
    case "debian":
      return `debian:${source.suite}`;
    case "source":
      return `source:${source.folder}`;
    case "image":
      return `image:${source.reference}`;
  }
}
var sourceName = (source) => source.kind === "source" ? "source" : ganetiText(source);
var isSourceName = (name) => name === "source" || !name.startsWith("source:") && ganetiSource.safeParse(name).success;
var FORMS = "debian:bookworm, debian:trixie, source:DIR or image:REF";
var REFERENCE = /^[a-zA-Z0-9][\w.:/@-]{0,254}$/;
var isPath = (text) => /^(?:\.{0,2}\/|\.{1,2}$|~)/.test(text);
var ganetiSource = string().transform((text, context) => {
  const [kind = "", ...rest] = text.split(":");
  const value = rest.join(":");
  const suite = SUITES.find((name) => name === value);
  if (kind === "debian" && suite !== void 0) return { kind, suite };
  if (kind === "image" && REFERENCE.test(value)) return { kind, reference: value };
  if (kind === "source" && value !== "" && !value.includes("\0")) return { kind, folder: value };
  const message = kind === "source" && value === "" ? `'${text}' names no folder; name a checkout of Ganeti, as source:../ganeti` : `must be ${FORMS}, got '${text}'${isPath(text) ? `; a checkout is 'source:${text}'` : ""}`;
  context.addIssue({ code: "custom", message });
  return NEVER;
});

export {
  iso_exports,
  ganetiText,
  sourceName,
  isSourceName,
  ganetiSource
};
