import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  run
} from "./chunks/chunk-OMPH6PEB.js";
import "./chunks/chunk-KDW4XQTX.js";
import {
  underRunner
} from "./chunks/chunk-IXWYVZ77.js";
import "./chunks/chunk-I4COBKEW.js";
import "./chunks/chunk-C3LAMR4P.js";
import "./chunks/chunk-GSLCWZCF.js";
import {
  askGit
} from "./chunks/chunk-THMOR72H.js";
import "./chunks/chunk-FAXXC353.js";
import "./chunks/chunk-CKIKNP4S.js";
import "./chunks/chunk-JQ64J7FM.js";
import "./chunks/chunk-BRIZUE6C.js";
import "./chunks/chunk-R4NMOF6K.js";
import "./chunks/chunk-YHXTYJ3A.js";
import "./chunks/chunk-V3NDJQFK.js";
import {
  discardResults
} from "./chunks/chunk-OEKFHLQH.js";
import "./chunks/chunk-Y3XO2ACU.js";
import "./chunks/chunk-XQURPLCB.js";
import "./chunks/chunk-2QQN34D2.js";
import "./chunks/chunk-GGPTUHQK.js";
import "./chunks/chunk-AVMGVZHM.js";
import "./chunks/chunk-3BBSHLMF.js";
import "./chunks/chunk-BKOYP7A7.js";
import "./chunks/chunk-AXLRMFYY.js";
import "./chunks/chunk-DODY6POW.js";
import "./chunks/chunk-T4ZNNPGP.js";
import "./chunks/chunk-H3G7KOFV.js";
import "./chunks/chunk-4VL4X2MK.js";
import "./chunks/chunk-XW5CLFQN.js";
import "./chunks/chunk-OQH6SHCG.js";
import "./chunks/chunk-J572PHDR.js";
import "./chunks/chunk-LFXBMTSD.js";
import "./chunks/chunk-RXPND74W.js";
import "./chunks/chunk-NLPLDUTU.js";
import {
  reportOutcome
} from "./chunks/chunk-JL5A5O3W.js";
import "./chunks/chunk-DQTLCR26.js";
import "./chunks/chunk-HGN54WNV.js";
import "./chunks/chunk-IYCQVKGC.js";
import "./chunks/chunk-KGUNOPRW.js";
import "./chunks/chunk-OKXFYSDW.js";
import "./chunks/chunk-PK3XEFPR.js";
import "./chunks/chunk-CVHPNJED.js";
import "./chunks/chunk-SAMDT5C3.js";
import {
  act
} from "./chunks/chunk-SBJEKN7F.js";
import "./chunks/chunk-RCRVUZUP.js";
import {
  DEFAULTS
} from "./chunks/chunk-3KH6EGV4.js";
import "./chunks/chunk-L3PENX4O.js";
import "./chunks/chunk-4XPSXIGN.js";
import "./chunks/chunk-LAUIYLMP.js";
import "./chunks/chunk-SOFWC5QX.js";
import "./chunks/chunk-SHGZJK5N.js";
import "./chunks/chunk-RZGKQOWJ.js";
import "./chunks/chunk-OHF2BV36.js";
import "./chunks/chunk-TSNSTRFB.js";
import {
  PerfError
} from "./chunks/chunk-HSULD6WJ.js";
import "./chunks/chunk-6MX2ZWUR.js";
import "./chunks/chunk-YKIAVSG6.js";
import {
  getInput,
  setOutput
} from "./chunks/chunk-FKADNPDV.js";
import "./chunks/chunk-5XWL5JNG.js";

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
var discardEarlier = () => discardResults(getInput("out") || DEFAULTS.out);
await act("run", runCommand, discardEarlier);
