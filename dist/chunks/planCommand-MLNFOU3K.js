import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plan
} from "./chunk-7SGY2ALP.js";
import "./chunk-XFB76KZB.js";
import "./chunk-EI646PWO.js";
import "./chunk-PT5RK7KB.js";
import "./chunk-CBF7CDUE.js";
import "./chunk-K4HRKR64.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-R6PBMWWY.js";
import "./chunk-RVXCGWXA.js";
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
