import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plan
} from "../chunks/chunk-GBU6HWAX.js";
import "../chunks/chunk-W5TVG2QI.js";
import "../chunks/chunk-ABJXPRBV.js";
import "../chunks/chunk-DCKNOIEP.js";
import {
  act
} from "../chunks/chunk-JED3G5YE.js";
import "../chunks/chunk-RCRVUZUP.js";
import "../chunks/chunk-VA6BJ3OP.js";
import "../chunks/chunk-4XPSXIGN.js";
import "../chunks/chunk-CPG3LJ2A.js";
import "../chunks/chunk-OZULCYXH.js";
import "../chunks/chunk-RFFX33ZJ.js";
import "../chunks/chunk-4FJAYMGD.js";
import "../chunks/chunk-HSULD6WJ.js";
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
