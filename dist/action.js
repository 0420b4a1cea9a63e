import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  run
} from "./chunks/chunk-6OLBQEJA.js";
import "./chunks/chunk-UI3L3BSL.js";
import {
  underRunner
} from "./chunks/chunk-KPTE2PIX.js";
import "./chunks/chunk-ULQMRGPI.js";
import "./chunks/chunk-VLMVZDBV.js";
import {
  askGit
} from "./chunks/chunk-JVFRKXZJ.js";
import "./chunks/chunk-ZKCXORBD.js";
import "./chunks/chunk-GLGAEHXX.js";
import "./chunks/chunk-D2CLLNJ4.js";
import "./chunks/chunk-A76MK5VB.js";
import "./chunks/chunk-V3NDJQFK.js";
import "./chunks/chunk-OF2ZGE2X.js";
import "./chunks/chunk-GMWNIMNR.js";
import "./chunks/chunk-SGQF3VEM.js";
import "./chunks/chunk-KSHBMTQI.js";
import "./chunks/chunk-MUJ2XNYD.js";
import "./chunks/chunk-ABNXVHEB.js";
import "./chunks/chunk-46AHPF2E.js";
import "./chunks/chunk-4FURWST4.js";
import "./chunks/chunk-WS7F7YDN.js";
import "./chunks/chunk-IJ7W6Y6N.js";
import "./chunks/chunk-4JSTCIE2.js";
import "./chunks/chunk-X7S3GNGY.js";
import "./chunks/chunk-EHLIHZSN.js";
import "./chunks/chunk-A3QP4PI5.js";
import "./chunks/chunk-WBLOP3OH.js";
import "./chunks/chunk-EI646PWO.js";
import "./chunks/chunk-PT5RK7KB.js";
import {
  reportOutcome
} from "./chunks/chunk-F56UCS56.js";
import "./chunks/chunk-25KDXKWL.js";
import "./chunks/chunk-3T3VHYIR.js";
import "./chunks/chunk-IH27PL5B.js";
import "./chunks/chunk-XNV6JCTA.js";
import "./chunks/chunk-QNF5IGQ3.js";
import {
  act
} from "./chunks/chunk-P2CVZ3M6.js";
import "./chunks/chunk-45JNQA2S.js";
import "./chunks/chunk-VIV74OAY.js";
import "./chunks/chunk-CBF7CDUE.js";
import "./chunks/chunk-K4HRKR64.js";
import "./chunks/chunk-5WYHEIGI.js";
import "./chunks/chunk-R6PBMWWY.js";
import "./chunks/chunk-RVXCGWXA.js";
import {
  PerfError
} from "./chunks/chunk-ULI3DSBC.js";
import "./chunks/chunk-6MX2ZWUR.js";
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
