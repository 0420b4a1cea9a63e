import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  readInput
} from "./chunk-MP2JS7XZ.js";
import "./chunk-RBDH62AP.js";
import "./chunk-57UWAAKY.js";
import "./chunk-DEXD5CSY.js";
import "./chunk-UFZXIIT3.js";
import "./chunk-KGFI7MJ2.js";
import "./chunk-MX2R2CS5.js";
import "./chunk-HK2GLGWB.js";
import "./chunk-VOLIMG45.js";
import "./chunk-3HVKHQSJ.js";
import "./chunk-RXQFAPB3.js";
import "./chunk-WDDUMCTS.js";
import "./chunk-PB3XUASO.js";
import "./chunk-NFGG2ZNG.js";
import "./chunk-J572PHDR.js";
import "./chunk-ENIUUCJC.js";
import "./chunk-UM64CFUL.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-ETOU3F2Y.js";
import "./chunk-4PNOJ3E4.js";
import "./chunk-EG2AZPHG.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-OZULCYXH.js";
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
