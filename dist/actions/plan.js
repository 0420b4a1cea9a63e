import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plan
} from "../chunks/chunk-MROBUR6M.js";
import "../chunks/chunk-7JBQ3LT3.js";
import "../chunks/chunk-RXPND74W.js";
import "../chunks/chunk-NLPLDUTU.js";
import {
  act
} from "../chunks/chunk-SBJEKN7F.js";
import "../chunks/chunk-RCRVUZUP.js";
import "../chunks/chunk-3KH6EGV4.js";
import "../chunks/chunk-L3PENX4O.js";
import "../chunks/chunk-4XPSXIGN.js";
import "../chunks/chunk-LAUIYLMP.js";
import "../chunks/chunk-SOFWC5QX.js";
import "../chunks/chunk-SHGZJK5N.js";
import "../chunks/chunk-RZGKQOWJ.js";
import "../chunks/chunk-OHF2BV36.js";
import "../chunks/chunk-TSNSTRFB.js";
import "../chunks/chunk-HSULD6WJ.js";
import "../chunks/chunk-6MX2ZWUR.js";
import "../chunks/chunk-YKIAVSG6.js";
import {
  setOutput
} from "../chunks/chunk-FKADNPDV.js";
import "../chunks/chunk-5XWL5JNG.js";

// src/action/planStep.ts
async function planCommand(settings) {
  setOutput("matrix", JSON.stringify(await plan(settings)));
}
await act("plan", planCommand);
