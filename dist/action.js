import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  run
} from "./chunks/chunk-52ZJMZZ6.js";
import "./chunks/chunk-RHAXP6P5.js";
import {
  underRunner
} from "./chunks/chunk-GROSFRH5.js";
import "./chunks/chunk-E56SK63W.js";
import "./chunks/chunk-C3LAMR4P.js";
import "./chunks/chunk-ZL6MYOHZ.js";
import "./chunks/chunk-I4JFVW46.js";
import {
  askGit
} from "./chunks/chunk-YMQE6MMT.js";
import "./chunks/chunk-RRSKN3T7.js";
import "./chunks/chunk-UKM55LG7.js";
import "./chunks/chunk-HT24KNPE.js";
import "./chunks/chunk-YHXTYJ3A.js";
import "./chunks/chunk-V3NDJQFK.js";
import {
  discardResults
} from "./chunks/chunk-4FQTZTAG.js";
import "./chunks/chunk-Y3XO2ACU.js";
import "./chunks/chunk-UFZXIIT3.js";
import "./chunks/chunk-KGFI7MJ2.js";
import "./chunks/chunk-MX2R2CS5.js";
import "./chunks/chunk-4WTDZVXY.js";
import "./chunks/chunk-HK2GLGWB.js";
import "./chunks/chunk-VOLIMG45.js";
import "./chunks/chunk-3HVKHQSJ.js";
import "./chunks/chunk-RXQFAPB3.js";
import "./chunks/chunk-WDDUMCTS.js";
import "./chunks/chunk-WLGQUHXC.js";
import "./chunks/chunk-4VL4X2MK.js";
import "./chunks/chunk-PB3XUASO.js";
import "./chunks/chunk-NFGG2ZNG.js";
import "./chunks/chunk-J572PHDR.js";
import "./chunks/chunk-LFXBMTSD.js";
import "./chunks/chunk-ABJXPRBV.js";
import "./chunks/chunk-DCKNOIEP.js";
import {
  reportOutcome
} from "./chunks/chunk-PMKA6I5P.js";
import "./chunks/chunk-DQTLCR26.js";
import "./chunks/chunk-ENIUUCJC.js";
import "./chunks/chunk-UM64CFUL.js";
import "./chunks/chunk-KGUNOPRW.js";
import "./chunks/chunk-ETOU3F2Y.js";
import "./chunks/chunk-4PNOJ3E4.js";
import "./chunks/chunk-EG2AZPHG.js";
import "./chunks/chunk-SAMDT5C3.js";
import {
  act
} from "./chunks/chunk-JED3G5YE.js";
import "./chunks/chunk-RCRVUZUP.js";
import {
  DEFAULTS
} from "./chunks/chunk-VA6BJ3OP.js";
import "./chunks/chunk-4XPSXIGN.js";
import "./chunks/chunk-CPG3LJ2A.js";
import "./chunks/chunk-OZULCYXH.js";
import "./chunks/chunk-RFFX33ZJ.js";
import "./chunks/chunk-4FJAYMGD.js";
import {
  PerfError
} from "./chunks/chunk-HSULD6WJ.js";
import "./chunks/chunk-6MX2ZWUR.js";
import "./chunks/chunk-RZGKQOWJ.js";
import "./chunks/chunk-OHF2BV36.js";
import "./chunks/chunk-TSNSTRFB.js";
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
