import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plan
} from "../chunks/chunk-6G2ZZ7G4.js";
import "../chunks/chunk-FEIU34F3.js";
import "../chunks/chunk-NPJHJBF7.js";
import "../chunks/chunk-5RKWOOQI.js";
import {
  act
} from "../chunks/chunk-KUDYVFGF.js";
import "../chunks/chunk-45JNQA2S.js";
import "../chunks/chunk-HEXVOPBL.js";
import "../chunks/chunk-3CJGGXZ7.js";
import "../chunks/chunk-UOLCFZP2.js";
import "../chunks/chunk-5WYHEIGI.js";
import "../chunks/chunk-DTGSO662.js";
import "../chunks/chunk-D5SREWDV.js";
import "../chunks/chunk-ULI3DSBC.js";
import "../chunks/chunk-6MX2ZWUR.js";
import "../chunks/chunk-FOCAHIEL.js";
import "../chunks/chunk-OHF2BV36.js";
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
