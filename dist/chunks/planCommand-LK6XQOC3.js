import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plan
} from "./chunk-6G2ZZ7G4.js";
import "./chunk-FEIU34F3.js";
import "./chunk-NPJHJBF7.js";
import "./chunk-5RKWOOQI.js";
import "./chunk-HEXVOPBL.js";
import "./chunk-3CJGGXZ7.js";
import "./chunk-UOLCFZP2.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-DTGSO662.js";
import "./chunk-D5SREWDV.js";
import {
  EXIT
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-OCSF6W6H.js";
import "./chunk-5XWL5JNG.js";

// src/cli/planCommand.ts
async function planCommand(settings, { print }) {
  print(`${JSON.stringify(await plan(settings))}
`);
  return EXIT.ok;
}
export {
  planCommand
};
