import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readMeasurementFiles
} from "./chunk-733UDJNH.js";
import "./chunk-7UHOEFZU.js";
import "./chunk-27H4IF4Q.js";
import "./chunk-57UWAAKY.js";
import {
  refresh,
  updateFromFiles
} from "./chunk-TG7T7KP5.js";
import {
  baselineUpdateLines
} from "./chunk-455J6TGI.js";
import "./chunk-QHROQPKT.js";
import "./chunk-NMUNEORA.js";
import "./chunk-AVCMD5U4.js";
import "./chunk-XK7X47MN.js";
import "./chunk-O4ESJTTS.js";
import "./chunk-ZKCXORBD.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-7N25NOI4.js";
import "./chunk-324TQAS7.js";
import "./chunk-3TFKVIVG.js";
import "./chunk-7GPNBFQD.js";
import "./chunk-PLPRJCLQ.js";
import "./chunk-NU72AUUW.js";
import "./chunk-WVZEETSD.js";
import "./chunk-ENCR327N.js";
import "./chunk-T73W2HS3.js";
import "./chunk-WJPKD4ZY.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-ZW47P2PA.js";
import "./chunk-YW5T4O67.js";
import "./chunk-QYPAJIXE.js";
import "./chunk-DM6JMSMC.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-RGJEWX6A.js";
import "./chunk-3N62MUP3.js";
import "./chunk-TRMHDDGF.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-JRCCUOWA.js";
import "./chunk-XWTACTLH.js";
import "./chunk-46SIF4ZK.js";
import "./chunk-3J2XX2DR.js";
import "./chunk-RVXCGWXA.js";
import {
  EXIT
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";

// src/cli/refreshCommand.ts
import { relative } from "node:path";
async function refreshBaselines(settings, context) {
  const learned = await refresh(settings, context);
  context.print(settings.json ? `${JSON.stringify(learned, null, 2)}
` : describe(learned));
  return EXIT.ok;
}
async function refreshFromFiles({ files, baselines, json }, context) {
  const shards = await readMeasurementFiles(files);
  const learned = await updateFromFiles(shards, baselines);
  context.print(json ? `${JSON.stringify(learned, null, 2)}
` : describe(learned));
  return EXIT.ok;
}
var describe = (learned) => baselineUpdateLines(learned.map((one) => ({ ...one, path: relative(".", one.path) })));
export {
  refreshBaselines,
  refreshFromFiles
};
