import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare,
  readInput
} from "./chunk-4EXHH6Q3.js";
import "./chunk-PGU7FKKT.js";
import "./chunk-57UWAAKY.js";
import "./chunk-FGACXSAX.js";
import "./chunk-YEU7KGYT.js";
import "./chunk-O35SQTFW.js";
import "./chunk-XGD4M6VY.js";
import "./chunk-ZA6P6QDU.js";
import "./chunk-5TUNWMID.js";
import "./chunk-VLO2PPJI.js";
import "./chunk-7G3ZZQUA.js";
import "./chunk-DDU5Q433.js";
import "./chunk-KFIXOD6R.js";
import "./chunk-TAHKJNCT.js";
import "./chunk-GL5E6AMI.js";
import "./chunk-KTZ7JAJU.js";
import "./chunk-VWNRHXPV.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-W7UWJNTH.js";
import "./chunk-UMFG6ZND.js";
import "./chunk-GLOQKCYA.js";
import "./chunk-SAMDT5C3.js";
import "./chunk-VPN5A5YR.js";
import "./chunk-PS4LRULL.js";
import "./chunk-P5PA3TYE.js";
import "./chunk-ULI3DSBC.js";
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
