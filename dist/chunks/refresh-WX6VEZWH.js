import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readInput
} from "./chunk-CKRKSFZ6.js";
import "./chunk-SEIEX4TD.js";
import "./chunk-S2DA46DO.js";
import "./chunk-YKEWYDEJ.js";
import "./chunk-3GTX4TMC.js";
import "./chunk-W6H7MZTD.js";
import "./chunk-HGXI7TXK.js";
import "./chunk-A25VJXBQ.js";
import "./chunk-ZXPJHBLO.js";
import {
  learnFromFiles,
  refresh
} from "./chunk-JKKMHWT4.js";
import "./chunk-6F7RQS2N.js";
import {
  describeChanges
} from "./chunk-CXBVSW23.js";
import "./chunk-OEELECDF.js";
import "./chunk-C4TFUFN6.js";
import "./chunk-XLXVS4HD.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-42EP362F.js";
import {
  parseMeasurement
} from "./chunk-5GUDD2GL.js";
import "./chunk-QTOL5LOY.js";
import "./chunk-A67V46GX.js";
import "./chunk-3QUUI7VL.js";
import "./chunk-AWDBZIRN.js";
import "./chunk-GJSA7KGE.js";
import "./chunk-KKJEM7TQ.js";
import "./chunk-XSIIYW3E.js";
import "./chunk-IKNESDXZ.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-YFSIEZNQ.js";
import "./chunk-C343UVPV.js";
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
  const shards = [];
  for (const file of files) {
    shards.push({ file, measurement: parseMeasurement(await readInput(file), file) });
  }
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
