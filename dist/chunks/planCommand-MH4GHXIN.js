import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plan
} from "./chunk-GX4OTXAU.js";
import "./chunk-XFB76KZB.js";
import "./chunk-AYJCC6NW.js";
import "./chunk-URRM4JQ2.js";
import "./chunk-EWWS67YZ.js";
import "./chunk-H5B6HATQ.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-FCEA6E3H.js";
import "./chunk-F6DOSCOQ.js";
import {
  EXIT
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
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
