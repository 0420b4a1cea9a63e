import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  run
} from "./chunks/chunk-OW4PI4R5.js";
import "./chunks/chunk-I7MSA5XA.js";
import {
  underRunner
} from "./chunks/chunk-63HCESEV.js";
import "./chunks/chunk-CL3HLL4J.js";
import "./chunks/chunk-5CORYAOY.js";
import "./chunks/chunk-X4TSJBDH.js";
import {
  askGit
} from "./chunks/chunk-QCN47WKD.js";
import "./chunks/chunk-ZKCXORBD.js";
import "./chunks/chunk-GLGAEHXX.js";
import "./chunks/chunk-SHGLXYGL.js";
import "./chunks/chunk-A76MK5VB.js";
import "./chunks/chunk-V3NDJQFK.js";
import "./chunks/chunk-ER3G2XHN.js";
import "./chunks/chunk-OBXTH5V2.js";
import "./chunks/chunk-THQ46B62.js";
import "./chunks/chunk-SM36YSSG.js";
import "./chunks/chunk-UJV7G4UM.js";
import "./chunks/chunk-BQ4QBGUB.js";
import "./chunks/chunk-WQ56JGXB.js";
import "./chunks/chunk-FOP6R44Y.js";
import "./chunks/chunk-KJLAGA2M.js";
import "./chunks/chunk-XJDNLKTU.js";
import "./chunks/chunk-Y7MEFD6O.js";
import "./chunks/chunk-KJXJPGUJ.js";
import "./chunks/chunk-X7S3GNGY.js";
import "./chunks/chunk-JHEBFQ3P.js";
import "./chunks/chunk-26TE6ZOB.js";
import "./chunks/chunk-WBLOP3OH.js";
import "./chunks/chunk-AYJCC6NW.js";
import "./chunks/chunk-URRM4JQ2.js";
import {
  reportOutcome
} from "./chunks/chunk-JPIHWQC4.js";
import "./chunks/chunk-MNCHGOTB.js";
import "./chunks/chunk-3T3VHYIR.js";
import "./chunks/chunk-OXJKO5GU.js";
import "./chunks/chunk-GMCW5A7Q.js";
import "./chunks/chunk-24JLUGNP.js";
import {
  act
} from "./chunks/chunk-3H3NRBB2.js";
import "./chunks/chunk-45JNQA2S.js";
import "./chunks/chunk-EWWS67YZ.js";
import "./chunks/chunk-H5B6HATQ.js";
import "./chunks/chunk-5WYHEIGI.js";
import "./chunks/chunk-FCEA6E3H.js";
import "./chunks/chunk-F6DOSCOQ.js";
import {
  PerfError
} from "./chunks/chunk-ULI3DSBC.js";
import "./chunks/chunk-6MX2ZWUR.js";
import "./chunks/chunk-G2KZW3ZY.js";
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
