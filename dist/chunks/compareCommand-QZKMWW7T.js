import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  readInput
} from "./chunk-JTP266HN.js";
import "./chunk-3G4VEH54.js";
import "./chunk-57UWAAKY.js";
import "./chunk-AXTBP2R7.js";
import "./chunk-Q7FYDLG4.js";
import "./chunk-KGFI7MJ2.js";
import "./chunk-MX2R2CS5.js";
import "./chunk-3KB34YOX.js";
import "./chunk-LDXV6II7.js";
import "./chunk-3HVKHQSJ.js";
import "./chunk-RXQFAPB3.js";
import "./chunk-HPDGMJRY.js";
import "./chunk-F5AL3TV3.js";
import "./chunk-NFGG2ZNG.js";
import "./chunk-J572PHDR.js";
import "./chunk-7WEI2F6Y.js";
import "./chunk-CP4DECDK.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-ETOU3F2Y.js";
import "./chunk-BOB355FT.js";
import "./chunk-EG2AZPHG.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-AAQLV6YL.js";
import "./chunk-RFFX33ZJ.js";
import "./chunk-4FJAYMGD.js";
import "./chunk-HSULD6WJ.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-RZGKQOWJ.js";
import "./chunk-OHF2BV36.js";
import "./chunk-TSNSTRFB.js";
import "./chunk-YKIAVSG6.js";
import "./chunk-5XWL5JNG.js";
export {
  compare,
  readInput
};
