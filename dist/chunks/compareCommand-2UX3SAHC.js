import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  readInput
} from "./chunk-OM6POCBX.js";
import "./chunk-DPXHKXIP.js";
import "./chunk-57UWAAKY.js";
import "./chunk-UJ3KL54K.js";
import "./chunk-UU3TEAN7.js";
import "./chunk-CCOQO3MH.js";
import "./chunk-UJV7G4UM.js";
import "./chunk-ETRGH3OG.js";
import "./chunk-M3Q7KKSK.js";
import "./chunk-WQ56JGXB.js";
import "./chunk-KJLAGA2M.js";
import "./chunk-XKEVDZ7Z.js";
import "./chunk-4O2NTDYN.js";
import "./chunk-J4BYQ2V6.js";
import "./chunk-26TE6ZOB.js";
import "./chunk-WBLOP3OH.js";
import "./chunk-RMPYJAAZ.js";
import "./chunk-DJAUECC4.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-3T3VHYIR.js";
import "./chunk-GB3BGDVR.js";
import "./chunk-24JLUGNP.js";
import "./chunk-DW37GDCC.js";
import "./chunk-5WYHEIGI.js";
import "./chunk-ZQIFQCMM.js";
import "./chunk-F6DOSCOQ.js";
import "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-G2KZW3ZY.js";
import "./chunk-5XWL5JNG.js";
export {
  compare,
  readInput
};
