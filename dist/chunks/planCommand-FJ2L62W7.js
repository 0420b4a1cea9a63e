import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plan
} from "./chunk-GBU6HWAX.js";
import "./chunk-W5TVG2QI.js";
import "./chunk-ABJXPRBV.js";
import "./chunk-DCKNOIEP.js";
import "./chunk-VA6BJ3OP.js";
import "./chunk-CPG3LJ2A.js";
import "./chunk-OZULCYXH.js";
import "./chunk-RFFX33ZJ.js";
import "./chunk-4FJAYMGD.js";
import {
  EXIT
} from "./chunk-HSULD6WJ.js";
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
