import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plan
} from "../chunks/chunk-IUVP7GHC.js";
import "../chunks/chunk-XFB76KZB.js";
import "../chunks/chunk-PGRH27FY.js";
import "../chunks/chunk-3YFLM4R2.js";
import {
  act
} from "../chunks/chunk-XYOXEZDA.js";
import "../chunks/chunk-45JNQA2S.js";
import "../chunks/chunk-VIV74OAY.js";
import "../chunks/chunk-BTASFLMI.js";
import "../chunks/chunk-K4HRKR64.js";
import "../chunks/chunk-5WYHEIGI.js";
import "../chunks/chunk-UEK6BQMA.js";
import "../chunks/chunk-RVXCGWXA.js";
import "../chunks/chunk-ULI3DSBC.js";
import "../chunks/chunk-6MX2ZWUR.js";
import {
  setOutput
} from "../chunks/chunk-FKADNPDV.js";
import "../chunks/chunk-5XWL5JNG.js";

// src/action/planStep.ts
async function planCommand(settings) {
  setOutput("matrix", JSON.stringify(await plan(settings)));
}
await act("plan", planCommand);
