import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plan
} from "../chunks/chunk-647H7SHH.js";
import "../chunks/chunk-EPUXCURR.js";
import "../chunks/chunk-52EYA2V3.js";
import "../chunks/chunk-MKUT46HH.js";
import {
  act
} from "../chunks/chunk-ZB5WTJNO.js";
import "../chunks/chunk-RCRVUZUP.js";
import "../chunks/chunk-MILX7PLV.js";
import "../chunks/chunk-GQREVMZT.js";
import "../chunks/chunk-VPN5A5YR.js";
import "../chunks/chunk-PS4LRULL.js";
import "../chunks/chunk-P5PA3TYE.js";
import "../chunks/chunk-ULI3DSBC.js";
import "../chunks/chunk-6MX2ZWUR.js";
import "../chunks/chunk-RZGKQOWJ.js";
import "../chunks/chunk-OHF2BV36.js";
import "../chunks/chunk-TSNSTRFB.js";
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
