import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  run
} from "./chunks/chunk-Y4IE3GWD.js";
import "./chunks/chunk-5GBJTBFW.js";
import {
  underRunner
} from "./chunks/chunk-GTHGPYZR.js";
import "./chunks/chunk-CSQ6D73J.js";
import "./chunks/chunk-5CORYAOY.js";
import "./chunks/chunk-YPIOXBNF.js";
import "./chunks/chunk-OHE57BG6.js";
import {
  askGit
} from "./chunks/chunk-7AGJR5YQ.js";
import "./chunks/chunk-UI5CF7BL.js";
import "./chunks/chunk-GLGAEHXX.js";
import "./chunks/chunk-LAGDDD46.js";
import "./chunks/chunk-A76MK5VB.js";
import "./chunks/chunk-V3NDJQFK.js";
import "./chunks/chunk-SJ46P4UY.js";
import "./chunks/chunk-R2WCBQY6.js";
import "./chunks/chunk-HUAVST32.js";
import "./chunks/chunk-CCOQO3MH.js";
import "./chunks/chunk-UJV7G4UM.js";
import "./chunks/chunk-PT6IDR7E.js";
import "./chunks/chunk-XYZIRDX3.js";
import "./chunks/chunk-WQ56JGXB.js";
import "./chunks/chunk-KJLAGA2M.js";
import "./chunks/chunk-RH76S456.js";
import "./chunks/chunk-4O2NTDYN.js";
import "./chunks/chunk-XBXI5JZW.js";
import "./chunks/chunk-I3FLOG7W.js";
import "./chunks/chunk-J4BYQ2V6.js";
import "./chunks/chunk-26TE6ZOB.js";
import "./chunks/chunk-WBLOP3OH.js";
import "./chunks/chunk-3BN5HSGH.js";
import "./chunks/chunk-FG33HFSF.js";
import {
  reportOutcome
} from "./chunks/chunk-ZOX5YRVC.js";
import "./chunks/chunk-FDQ44ORG.js";
import "./chunks/chunk-EIF4E76W.js";
import "./chunks/chunk-KGUNOPRW.js";
import "./chunks/chunk-3T3VHYIR.js";
import "./chunks/chunk-GB3BGDVR.js";
import "./chunks/chunk-24JLUGNP.js";
import {
  act
} from "./chunks/chunk-72CUJOAB.js";
import "./chunks/chunk-45JNQA2S.js";
import "./chunks/chunk-VQ6EIVOJ.js";
import "./chunks/chunk-YUUHRTZJ.js";
import "./chunks/chunk-H5B6HATQ.js";
import "./chunks/chunk-5WYHEIGI.js";
import "./chunks/chunk-ZQIFQCMM.js";
import "./chunks/chunk-F6DOSCOQ.js";
import {
  PerfError
} from "./chunks/chunk-ULI3DSBC.js";
import "./chunks/chunk-6MX2ZWUR.js";
import "./chunks/chunk-G2KZW3ZY.js";
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
