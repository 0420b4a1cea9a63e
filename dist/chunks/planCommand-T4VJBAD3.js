import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plan
} from "./chunk-647H7SHH.js";
import "./chunk-EPUXCURR.js";
import "./chunk-52EYA2V3.js";
import "./chunk-MKUT46HH.js";
import "./chunk-MILX7PLV.js";
import "./chunk-GQREVMZT.js";
import "./chunk-VPN5A5YR.js";
import "./chunk-PS4LRULL.js";
import "./chunk-P5PA3TYE.js";
import {
  EXIT
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-TSNSTRFB.js";
import "./chunk-YKIAVSG6.js";
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
