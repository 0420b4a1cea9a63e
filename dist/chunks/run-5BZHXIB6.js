import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  run
} from "./chunk-QXGTNGBF.js";
import "./chunk-VRGRQAE2.js";
import "./chunk-NE4LZP6V.js";
import "./chunk-XIRQFPY3.js";
import "./chunk-3GTX4TMC.js";
import "./chunk-4BSSVIHF.js";
import "./chunk-VZB2KQCR.js";
import "./chunk-XOSMOWYC.js";
import "./chunk-ZXPJHBLO.js";
import "./chunk-QS2GQDC5.js";
import {
  underRunner
} from "./chunk-HI2YIP6P.js";
import "./chunk-ZMWASZ5N.js";
import {
  tellOutcome
} from "./chunk-7NASM24Y.js";
import "./chunk-OEELECDF.js";
import "./chunk-BGDIVHP7.js";
import "./chunk-XLXVS4HD.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-42EP362F.js";
import "./chunk-BCPURNDR.js";
import "./chunk-JXO6NNPS.js";
import "./chunk-FSCN2NQB.js";
import "./chunk-QF2FWGQL.js";
import "./chunk-EKCDY6NM.js";
import {
  askGit
} from "./chunk-AWDBZIRN.js";
import "./chunk-GJSA7KGE.js";
import "./chunk-KKJEM7TQ.js";
import "./chunk-BB64EIWI.js";
import "./chunk-EFZY4FG5.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-YFSIEZNQ.js";
import "./chunk-AKXYMCQU.js";
import "./chunk-EZPYDSGX.js";
import "./chunk-DKJGYVTX.js";
import "./chunk-IYWTEJWL.js";
import "./chunk-3D7PVHWS.js";
import "./chunk-SFCUFVPB.js";
import {
  setOutput
} from "./chunk-FKADNPDV.js";
import "./chunk-QBSVRUIP.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-MVWLFD5R.js";
import "./chunk-XWTACTLH.js";
import "./chunk-46SIF4ZK.js";
import "./chunk-LJOYK5Z6.js";
import "./chunk-RVXCGWXA.js";
import {
  PerfError
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";

// src/actionCommands/changedFiles.ts
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

// src/actionCommands/run.ts
async function runCommand(settings) {
  const outcome = await underRunner(settings, (context) => run(settings, context));
  setOutput("events", outcome.files.events);
  await tellOutcome(outcome, await changedFiles(settings));
}
export {
  runCommand
};
