import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  run
} from "./chunks/chunk-SLNNR5ZL.js";
import "./chunks/chunk-OS34BHEP.js";
import {
  underRunner
} from "./chunks/chunk-XSR7PG2H.js";
import "./chunks/chunk-N3WXOUXS.js";
import "./chunks/chunk-5CORYAOY.js";
import "./chunks/chunk-X2DAIN5Y.js";
import "./chunks/chunk-TQE2RDX4.js";
import {
  askGit
} from "./chunks/chunk-GLCMCMH5.js";
import "./chunks/chunk-GG6MSI2F.js";
import "./chunks/chunk-2IR3XKQ5.js";
import "./chunks/chunk-7QOGK7DO.js";
import "./chunks/chunk-A76MK5VB.js";
import "./chunks/chunk-V3NDJQFK.js";
import "./chunks/chunk-MMX24FHD.js";
import "./chunks/chunk-A5OYLWXF.js";
import "./chunks/chunk-YEU7KGYT.js";
import "./chunks/chunk-O35SQTFW.js";
import "./chunks/chunk-XGD4M6VY.js";
import "./chunks/chunk-ZA6P6QDU.js";
import "./chunks/chunk-5TUNWMID.js";
import "./chunks/chunk-VLO2PPJI.js";
import "./chunks/chunk-7G3ZZQUA.js";
import "./chunks/chunk-DDU5Q433.js";
import "./chunks/chunk-ICKVFAQE.js";
import "./chunks/chunk-4VL4X2MK.js";
import "./chunks/chunk-KFIXOD6R.js";
import "./chunks/chunk-TAHKJNCT.js";
import "./chunks/chunk-GL5E6AMI.js";
import "./chunks/chunk-52EYA2V3.js";
import "./chunks/chunk-MKUT46HH.js";
import {
  reportOutcome
} from "./chunks/chunk-2IYPXBLJ.js";
import "./chunks/chunk-DQTLCR26.js";
import "./chunks/chunk-KTZ7JAJU.js";
import "./chunks/chunk-VWNRHXPV.js";
import "./chunks/chunk-KGUNOPRW.js";
import "./chunks/chunk-W7UWJNTH.js";
import "./chunks/chunk-UMFG6ZND.js";
import "./chunks/chunk-GLOQKCYA.js";
import "./chunks/chunk-SAMDT5C3.js";
import {
  act
} from "./chunks/chunk-ZB5WTJNO.js";
import "./chunks/chunk-RCRVUZUP.js";
import "./chunks/chunk-MILX7PLV.js";
import "./chunks/chunk-GQREVMZT.js";
import "./chunks/chunk-VPN5A5YR.js";
import "./chunks/chunk-PS4LRULL.js";
import "./chunks/chunk-P5PA3TYE.js";
import {
  PerfError
} from "./chunks/chunk-ULI3DSBC.js";
import "./chunks/chunk-6MX2ZWUR.js";
import "./chunks/chunk-RZGKQOWJ.js";
import "./chunks/chunk-OHF2BV36.js";
import "./chunks/chunk-TSNSTRFB.js";
import "./chunks/chunk-YKIAVSG6.js";
import {
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
await act("run", runCommand);
