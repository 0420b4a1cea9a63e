import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plan
} from "../chunks/chunk-7SGY2ALP.js";
import "../chunks/chunk-XFB76KZB.js";
import "../chunks/chunk-EI646PWO.js";
import "../chunks/chunk-PT5RK7KB.js";
import {
  act
} from "../chunks/chunk-P2CVZ3M6.js";
import "../chunks/chunk-45JNQA2S.js";
import "../chunks/chunk-VIV74OAY.js";
import "../chunks/chunk-CBF7CDUE.js";
import "../chunks/chunk-K4HRKR64.js";
import "../chunks/chunk-5WYHEIGI.js";
import "../chunks/chunk-R6PBMWWY.js";
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
