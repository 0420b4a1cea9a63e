import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plan
} from "./chunk-MKHLD5NL.js";
import "./chunk-I53S5TWO.js";
import "./chunk-3BN5HSGH.js";
import "./chunk-FG33HFSF.js";
import "./chunk-VQ6EIVOJ.js";
import "./chunk-YUUHRTZJ.js";
import "./chunk-H5B6HATQ.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-ZQIFQCMM.js";
import "./chunk-F6DOSCOQ.js";
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
