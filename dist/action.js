import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  run
} from "./chunks/chunk-YHREMM25.js";
import "./chunks/chunk-GWNPFSUX.js";
import {
  underRunner
} from "./chunks/chunk-3YPRWOK2.js";
import "./chunks/chunk-N4HS6KR2.js";
import "./chunks/chunk-5CORYAOY.js";
import "./chunks/chunk-ZKSI3MZH.js";
import "./chunks/chunk-XZNUYU44.js";
import {
  askGit
} from "./chunks/chunk-Q3QPQ3DE.js";
import "./chunks/chunk-UI5CF7BL.js";
import "./chunks/chunk-GLGAEHXX.js";
import "./chunks/chunk-46EHZHRL.js";
import "./chunks/chunk-A76MK5VB.js";
import "./chunks/chunk-V3NDJQFK.js";
import "./chunks/chunk-PHYKBHBR.js";
import "./chunks/chunk-BUFK6K3F.js";
import "./chunks/chunk-KHOJW5EF.js";
import "./chunks/chunk-MMACARAF.js";
import "./chunks/chunk-BYV4SAQP.js";
import "./chunks/chunk-3QBWRQQX.js";
import "./chunks/chunk-PGOACFUK.js";
import "./chunks/chunk-JXVECS64.js";
import "./chunks/chunk-HIHRBKEW.js";
import "./chunks/chunk-6OBR6TQO.js";
import "./chunks/chunk-OBRHRKUR.js";
import "./chunks/chunk-K5RZR3QV.js";
import "./chunks/chunk-O5FRELDM.js";
import "./chunks/chunk-MDPG2TBJ.js";
import "./chunks/chunk-SDCAMG6H.js";
import "./chunks/chunk-WBLOP3OH.js";
import "./chunks/chunk-NPJHJBF7.js";
import "./chunks/chunk-5RKWOOQI.js";
import {
  reportOutcome
} from "./chunks/chunk-WLIN3VX4.js";
import "./chunks/chunk-3XBNUVJR.js";
import "./chunks/chunk-DNZCQWF7.js";
import "./chunks/chunk-KGUNOPRW.js";
import "./chunks/chunk-3T3VHYIR.js";
import "./chunks/chunk-2LMAZ52R.js";
import "./chunks/chunk-366KZEUV.js";
import "./chunks/chunk-SAMDT5C3.js";
import {
  act
} from "./chunks/chunk-KUDYVFGF.js";
import "./chunks/chunk-45JNQA2S.js";
import "./chunks/chunk-HEXVOPBL.js";
import "./chunks/chunk-3CJGGXZ7.js";
import "./chunks/chunk-UOLCFZP2.js";
import "./chunks/chunk-5WYHEIGI.js";
import "./chunks/chunk-DTGSO662.js";
import "./chunks/chunk-D5SREWDV.js";
import {
  PerfError
} from "./chunks/chunk-ULI3DSBC.js";
import "./chunks/chunk-6MX2ZWUR.js";
import "./chunks/chunk-FOCAHIEL.js";
import "./chunks/chunk-OHF2BV36.js";
import "./chunks/chunk-OCSF6W6H.js";
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
