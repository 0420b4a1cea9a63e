import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plan
} from "../chunks/chunk-MKHLD5NL.js";
import "../chunks/chunk-I53S5TWO.js";
import "../chunks/chunk-3BN5HSGH.js";
import "../chunks/chunk-FG33HFSF.js";
import {
  act
} from "../chunks/chunk-72CUJOAB.js";
import "../chunks/chunk-45JNQA2S.js";
import "../chunks/chunk-VQ6EIVOJ.js";
import "../chunks/chunk-YUUHRTZJ.js";
import "../chunks/chunk-H5B6HATQ.js";
import "../chunks/chunk-5WYHEIGI.js";
import "../chunks/chunk-ZQIFQCMM.js";
import "../chunks/chunk-F6DOSCOQ.js";
import "../chunks/chunk-ULI3DSBC.js";
import "../chunks/chunk-6MX2ZWUR.js";
import "../chunks/chunk-G2KZW3ZY.js";
import "../chunks/chunk-OCSF6W6H.js";
import {
  setOutput
} from "../chunks/chunk-FKADNPDV.js";
import "../chunks/chunk-5XWL5JNG.js";

// src/action/planStep.ts
async function planCommand(settings) {
  setOutput("matrix", JSON.stringify(await plan(settings)));
}
await act("plan", planCommand);
