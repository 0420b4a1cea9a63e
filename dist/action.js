import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  run
} from "./chunks/chunk-34MZTQ72.js";
import "./chunks/chunk-6NFFW5NV.js";
import {
  underRunner
} from "./chunks/chunk-OTHQJA42.js";
import "./chunks/chunk-Q6MJJ7WQ.js";
import "./chunks/chunk-5CORYAOY.js";
import "./chunks/chunk-TLBQ5LD4.js";
import "./chunks/chunk-MM224Z3P.js";
import {
  askGit
} from "./chunks/chunk-UUTOF6SK.js";
import "./chunks/chunk-UUXT4IBY.js";
import "./chunks/chunk-GLGAEHXX.js";
import "./chunks/chunk-FKNIFSAA.js";
import "./chunks/chunk-A76MK5VB.js";
import "./chunks/chunk-V3NDJQFK.js";
import "./chunks/chunk-ZJB3R57G.js";
import "./chunks/chunk-VYIR6I5D.js";
import "./chunks/chunk-52WB22YQ.js";
import "./chunks/chunk-477IZNHI.js";
import "./chunks/chunk-FPOGN6GI.js";
import "./chunks/chunk-4MCCKDQS.js";
import "./chunks/chunk-CHJUVM66.js";
import "./chunks/chunk-JXVECS64.js";
import "./chunks/chunk-NJZIQNOW.js";
import "./chunks/chunk-A2YLTDHI.js";
import "./chunks/chunk-QHCBQYXV.js";
import "./chunks/chunk-GI5OQAQC.js";
import "./chunks/chunk-O5FRELDM.js";
import "./chunks/chunk-V6QA6T7Y.js";
import "./chunks/chunk-JSGERO53.js";
import "./chunks/chunk-WBLOP3OH.js";
import "./chunks/chunk-N2THIXB5.js";
import "./chunks/chunk-Z7XNMM74.js";
import {
  reportOutcome
} from "./chunks/chunk-A6ZEBKT6.js";
import "./chunks/chunk-QUSMYMNX.js";
import "./chunks/chunk-QH47MABX.js";
import "./chunks/chunk-KGUNOPRW.js";
import "./chunks/chunk-3T3VHYIR.js";
import "./chunks/chunk-2LMAZ52R.js";
import "./chunks/chunk-FH2PKCAA.js";
import "./chunks/chunk-SAMDT5C3.js";
import {
  act
} from "./chunks/chunk-6ON2YY52.js";
import "./chunks/chunk-45JNQA2S.js";
import "./chunks/chunk-VSTBCIJK.js";
import "./chunks/chunk-3CJGGXZ7.js";
import "./chunks/chunk-J7D3GFNR.js";
import "./chunks/chunk-5WYHEIGI.js";
import "./chunks/chunk-IQUKULMR.js";
import "./chunks/chunk-VUCNCSIX.js";
import {
  PerfError
} from "./chunks/chunk-ULI3DSBC.js";
import "./chunks/chunk-6MX2ZWUR.js";
import "./chunks/chunk-FOCAHIEL.js";
import "./chunks/chunk-OCSF6W6H.js";
import "./chunks/chunk-OHF2BV36.js";
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
