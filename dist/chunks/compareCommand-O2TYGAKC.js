import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  readInput
} from "./chunk-JRQNIQNR.js";
import "./chunk-DPXHKXIP.js";
import "./chunk-57UWAAKY.js";
import "./chunk-52SZRDML.js";
import "./chunk-HUAVST32.js";
import "./chunk-CCOQO3MH.js";
import "./chunk-UJV7G4UM.js";
import "./chunk-PT6IDR7E.js";
import "./chunk-XYZIRDX3.js";
import "./chunk-WQ56JGXB.js";
import "./chunk-KJLAGA2M.js";
import "./chunk-RH76S456.js";
import "./chunk-4O2NTDYN.js";
import "./chunk-J4BYQ2V6.js";
import "./chunk-26TE6ZOB.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-FDQ44ORG.js";
import "./chunk-EIF4E76W.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-GB3BGDVR.js";
import "./chunk-24JLUGNP.js";
import "./chunk-YUUHRTZJ.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-ZQIFQCMM.js";
import "./chunk-F6DOSCOQ.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-G2KZW3ZY.js";
import "./chunk-OCSF6W6H.js";
import "./chunk-5XWL5JNG.js";
export {
  compare,
  readInput
};
