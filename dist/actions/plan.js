import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plan
} from "../chunks/chunk-2QQKNS7G.js";
import "../chunks/chunk-FEIU34F3.js";
import "../chunks/chunk-N2THIXB5.js";
import "../chunks/chunk-Z7XNMM74.js";
import {
  act
} from "../chunks/chunk-6ON2YY52.js";
import "../chunks/chunk-45JNQA2S.js";
import "../chunks/chunk-VSTBCIJK.js";
import "../chunks/chunk-3CJGGXZ7.js";
import "../chunks/chunk-J7D3GFNR.js";
import "../chunks/chunk-5WYHEIGI.js";
import "../chunks/chunk-IQUKULMR.js";
import "../chunks/chunk-VUCNCSIX.js";
import "../chunks/chunk-ULI3DSBC.js";
import "../chunks/chunk-6MX2ZWUR.js";
import "../chunks/chunk-FOCAHIEL.js";
import "../chunks/chunk-OCSF6W6H.js";
import "../chunks/chunk-OHF2BV36.js";
import {
  setOutput
} from "../chunks/chunk-FKADNPDV.js";
import "../chunks/chunk-5XWL5JNG.js";

// src/action/planStep.ts
async function planCommand(settings) {
  setOutput("matrix", JSON.stringify(await plan(settings)));
}
await act("plan", planCommand);
