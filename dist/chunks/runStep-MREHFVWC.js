import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  run
} from "./chunk-ILP7JPBX.js";
import "./chunk-A7BOE6TW.js";
import {
  underRunner
} from "./chunk-ETPYPMWK.js";
import "./chunk-QHROQPKT.js";
import "./chunk-NMUNEORA.js";
import "./chunk-AVCMD5U4.js";
import "./chunk-XK7X47MN.js";
import {
  askGit
} from "./chunk-O4ESJTTS.js";
import "./chunk-ZKCXORBD.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-7N25NOI4.js";
import "./chunk-EOACDI3I.js";
import "./chunk-324TQAS7.js";
import "./chunk-3TFKVIVG.js";
import "./chunk-7GPNBFQD.js";
import "./chunk-PLPRJCLQ.js";
import "./chunk-NU72AUUW.js";
import "./chunk-WVZEETSD.js";
import "./chunk-NHUIEINT.js";
import "./chunk-A76MK5VB.js";
import {
  reportOutcome
} from "./chunk-F5E26E7U.js";
import "./chunk-T73W2HS3.js";
import "./chunk-WJPKD4ZY.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-ZW47P2PA.js";
import "./chunk-YW5T4O67.js";
import "./chunk-WSHDVWH6.js";
import "./chunk-QYPAJIXE.js";
import "./chunk-DM6JMSMC.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-RGJEWX6A.js";
import "./chunk-33OKRWBK.js";
import "./chunk-45JNQA2S.js";
import "./chunk-HP5DRTI5.js";
import "./chunk-3N62MUP3.js";
import "./chunk-TRMHDDGF.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-JRCCUOWA.js";
import "./chunk-XWTACTLH.js";
import "./chunk-46SIF4ZK.js";
import "./chunk-3J2XX2DR.js";
import "./chunk-RVXCGWXA.js";
import {
  PerfError
} from "./chunk-ULI3DSBC.js";
import {
  setOutput
} from "./chunk-FKADNPDV.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";

// src/action/changedFiles.ts
import { readdir, realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
var MOST = 1e4;
var MODULES = /^usr\/(?:share\/ganeti\/[^/]+|(?:local\/)?lib\/python3[^/]*\/(?:dist|site)-packages)\/ganeti\//;
async function changedFiles({
  ganeti,
  overlay
}) {
  const merged = ganeti.kind === "source" ? await mergedFiles(ganeti.folder) : [];
  const laid = overlay === void 0 ? [] : await overlayFiles(overlay);
  return [.../* @__PURE__ */ new Set([...merged, ...laid])].sort();
}
async function mergedFiles(folder) {
  try {
    return await askGit(folder, async (git) => {
      const top = (await git("rev-parse", "--show-toplevel")).trim();
      if (await realpath(top) !== await realpath(folder)) return [];
      await git("rev-parse", "--verify", "--quiet", "HEAD^2");
      const range = ["HEAD^1", "HEAD"];
      const list = await git("diff-tree", "-r", "-z", "--name-only", "--no-renames", ...range);
      return list.split("\0").filter(Boolean).slice(0, MOST);
    });
  } catch (error) {
    if (isOrdinary(error)) return [];
    throw error;
  }
}
async function overlayFiles(overlay) {
  try {
    const entries = await readdir(overlay, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(overlay, join(parentPath, name)).split(sep).join("/")).filter((path) => MODULES.test(path)).map((path) => `lib/${path.replace(MODULES, "")}`).slice(0, MOST);
  } catch (error) {
    if (isOrdinary(error)) return [];
    throw error;
  }
}
var isOrdinary = (error) => error instanceof PerfError || error instanceof Error && ("code" in error || error.name === "ProcessError");

// src/action/runStep.ts
async function runCommand(settings) {
  const outcome = await underRunner(settings, (context) => run(settings, context));
  setOutput("events", outcome.files.events);
  await reportOutcome(outcome, await changedFiles(settings));
}
export {
  runCommand
};
