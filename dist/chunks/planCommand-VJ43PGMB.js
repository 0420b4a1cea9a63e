import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plan
} from "./chunk-2QQKNS7G.js";
import "./chunk-FEIU34F3.js";
import "./chunk-N2THIXB5.js";
import "./chunk-Z7XNMM74.js";
import "./chunk-VSTBCIJK.js";
import "./chunk-3CJGGXZ7.js";
import "./chunk-J7D3GFNR.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-IQUKULMR.js";
import "./chunk-VUCNCSIX.js";
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
