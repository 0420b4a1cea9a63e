import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readShards
} from "./chunk-2F6W6CON.js";
import "./chunk-L3VACQMA.js";
import "./chunk-5H4Y5DZS.js";
import "./chunk-S2DA46DO.js";
import "./chunk-XIRQFPY3.js";
import "./chunk-3GTX4TMC.js";
import "./chunk-4BSSVIHF.js";
import "./chunk-VZB2KQCR.js";
import "./chunk-XOSMOWYC.js";
import "./chunk-ZXPJHBLO.js";
import {
  learnFromFiles,
  refresh
} from "./chunk-7EHG4VFP.js";
import "./chunk-YDW66U3H.js";
import {
  describeChanges
} from "./chunk-DD3NSTLH.js";
import "./chunk-OEELECDF.js";
import "./chunk-BGDIVHP7.js";
import "./chunk-XLXVS4HD.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-42EP362F.js";
import "./chunk-BCPURNDR.js";
import "./chunk-JXO6NNPS.js";
import "./chunk-FSCN2NQB.js";
import "./chunk-EKCDY6NM.js";
import "./chunk-AWDBZIRN.js";
import "./chunk-GJSA7KGE.js";
import "./chunk-KKJEM7TQ.js";
import "./chunk-BB64EIWI.js";
import "./chunk-EFZY4FG5.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-YFSIEZNQ.js";
import "./chunk-AKXYMCQU.js";
import "./chunk-3D7PVHWS.js";
import "./chunk-SFCUFVPB.js";
import "./chunk-QBSVRUIP.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-MVWLFD5R.js";
import "./chunk-XWTACTLH.js";
import "./chunk-46SIF4ZK.js";
import "./chunk-LJOYK5Z6.js";
import "./chunk-RVXCGWXA.js";
import {
  EXIT
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";

// src/commands/refresh.ts
import { relative } from "node:path";
async function refreshBaselines(settings, context) {
  const learned = await refresh(settings, context);
  context.print(settings.json ? `${JSON.stringify(learned, null, 2)}
` : describe(learned));
  return EXIT.ok;
}
async function refreshFromFiles({ files, baselines, json }, context) {
  const shards = await readShards(files);
  const learned = await learnFromFiles(shards, baselines);
  context.print(json ? `${JSON.stringify(learned, null, 2)}
` : describe(learned));
  return EXIT.ok;
}
function describe(learned) {
  const lines = learned.flatMap(({ workload, path, exact, noisy, changes }) => [
    `${workload}: ${exact} exact and ${noisy} noisy metrics, in ${relative(".", path)}`,
    ...describeChanges(changes).map((line) => `  ${line}`)
  ]);
  return `${lines.join("\n")}
`;
}
export {
  refreshBaselines,
  refreshFromFiles
};
