import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  run
} from "./chunk-DAFANERL.js";
import "./chunk-VCF3CCUK.js";
import {
  underRunner
} from "./chunk-DX6IJY6T.js";
import "./chunk-GMRKYWYH.js";
import "./chunk-Z3SVRXUN.js";
import "./chunk-AYF27EWV.js";
import "./chunk-3K5X5ZU6.js";
import {
  askGit
} from "./chunk-5G5GXVD6.js";
import "./chunk-ZKCXORBD.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-3SOILTWA.js";
import "./chunk-262OT3A7.js";
import "./chunk-ZGPANG2K.js";
import "./chunk-KGG6KSDQ.js";
import "./chunk-MZ2DFN2D.js";
import "./chunk-BE7V2KXD.js";
import "./chunk-NU72AUUW.js";
import "./chunk-KYIXLPAW.js";
import "./chunk-NIRSC2ER.js";
import "./chunk-A76MK5VB.js";
import {
  tellOutcome
} from "./chunk-H3KDCCTV.js";
import "./chunk-T73W2HS3.js";
import "./chunk-YIHYB4AG.js";
import "./chunk-2GQRYB3D.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-NBZPAOK5.js";
import "./chunk-PNZDP43E.js";
import "./chunk-PZFGTOEQ.js";
import "./chunk-AUTO3T4S.js";
import "./chunk-B7A3PX6K.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-VE2OQCO4.js";
import "./chunk-SMNK7HXZ.js";
import "./chunk-A5Y6IOBP.js";
import "./chunk-HP5DRTI5.js";
import "./chunk-3N62MUP3.js";
import "./chunk-TRMHDDGF.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-YVJJYBXE.js";
import "./chunk-XWTACTLH.js";
import "./chunk-46SIF4ZK.js";
import "./chunk-AIL3RAL5.js";
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
  await tellOutcome(outcome, await changedFiles(settings));
}
export {
  runCommand
};
