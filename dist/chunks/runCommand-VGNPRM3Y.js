import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  forTerminal,
  renderJson
} from "./chunk-27H4IF4Q.js";
import "./chunk-57UWAAKY.js";
import {
  run
} from "./chunk-ILP7JPBX.js";
import "./chunk-A7BOE6TW.js";
import "./chunk-QHROQPKT.js";
import "./chunk-NMUNEORA.js";
import "./chunk-AVCMD5U4.js";
import "./chunk-XK7X47MN.js";
import "./chunk-O4ESJTTS.js";
import "./chunk-ZKCXORBD.js";
import "./chunk-GLGAEHXX.js";
import "./chunk-7N25NOI4.js";
import "./chunk-EOACDI3I.js";
import "./chunk-324TQAS7.js";
import "./chunk-3TFKVIVG.js";
import "./chunk-7GPNBFQD.js";
import "./chunk-PLPRJCLQ.js";
import "./chunk-NU72AUUW.js";
import "./chunk-WVZEETSD.js";
import "./chunk-NHUIEINT.js";
import "./chunk-T73W2HS3.js";
import "./chunk-WJPKD4ZY.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-V3NDJQFK.js";
import "./chunk-ZW47P2PA.js";
import "./chunk-YW5T4O67.js";
import "./chunk-WSHDVWH6.js";
import "./chunk-QYPAJIXE.js";
import "./chunk-DM6JMSMC.js";
import "./chunk-Y5RXFHFG.js";
import "./chunk-RGJEWX6A.js";
import "./chunk-HP5DRTI5.js";
import "./chunk-3N62MUP3.js";
import "./chunk-TRMHDDGF.js";
import "./chunk-AQ4JT7NT.js";
import "./chunk-FEFQSYCI.js";
import "./chunk-JRCCUOWA.js";
import "./chunk-XWTACTLH.js";
import "./chunk-46SIF4ZK.js";
import "./chunk-3J2XX2DR.js";
import "./chunk-RVXCGWXA.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-5XWL5JNG.js";

// src/cli/runCommand.ts
import { relative } from "node:path";
async function runWorkloads(settings, context) {
  const { exitCode, comparison, report, files } = await run(settings, context);
  context.print(settings.json ? renderJson(comparison) : `
${forTerminal(report)}
`);
  context.log.info(`written: ${relative(".", files.report)}, and beside it all that was measured`);
  return exitCode;
}
export {
  runWorkloads
};
