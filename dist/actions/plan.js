import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plan
} from "../chunks/chunk-GX4OTXAU.js";
import "../chunks/chunk-XFB76KZB.js";
import "../chunks/chunk-AYJCC6NW.js";
import "../chunks/chunk-URRM4JQ2.js";
import {
  act
} from "../chunks/chunk-3H3NRBB2.js";
import "../chunks/chunk-45JNQA2S.js";
import "../chunks/chunk-EWWS67YZ.js";
import "../chunks/chunk-H5B6HATQ.js";
import "../chunks/chunk-5WYHEIGI.js";
import "../chunks/chunk-FCEA6E3H.js";
import "../chunks/chunk-F6DOSCOQ.js";
import "../chunks/chunk-ULI3DSBC.js";
import "../chunks/chunk-6MX2ZWUR.js";
import "../chunks/chunk-G2KZW3ZY.js";
import {
  setOutput
} from "../chunks/chunk-FKADNPDV.js";
import "../chunks/chunk-5XWL5JNG.js";

// src/action/planStep.ts
async function planCommand(settings) {
  setOutput("matrix", JSON.stringify(await plan(settings)));
}
await act("plan", planCommand);
