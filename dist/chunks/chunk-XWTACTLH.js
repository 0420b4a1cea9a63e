import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NEVER,
  string
} from "./chunk-RVXCGWXA.js";

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
  ganetiText,
  sourceName,
  isSourceName,
  ganetiSource
};
