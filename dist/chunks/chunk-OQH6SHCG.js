import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  _enum,
  number,
  partialRecord
} from "./chunk-SHGZJK5N.js";

// src/model/calibration.ts
var PREFIX = "calibration.";
var CALIBRATION_FIGURES = [
  /** To fork, execute the smallest program and wait for its end. */
  "calibration.forkExecUs",
  /** A system call that does nothing, called from Python. */
  "calibration.syscallNs",
  /** To bring a new file of 4 KiB to the disk. */
  "calibration.fsyncUs",
  /** Both ends of a TLS handshake with RSA certificates on both sides. */
  "calibration.tlsHandshakeUs",
  /** To get a page of memory by touching it. */
  "calibration.pageFaultNs",
  /** A modular power of 1024 bits, on one core. */
  "calibration.arithmeticUs"
];
var CalibrationSchema = partialRecord(
  _enum(CALIBRATION_FIGURES),
  number().positive().max(1e12)
);
var isCalibration = (name) => name.startsWith(PREFIX);
function parseCalibration(text) {
  try {
    return CalibrationSchema.parse(JSON.parse(text));
  } catch {
    return void 0;
  }
}
function calibrationFigure(environment, name) {
  const value = environment[name];
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : void 0;
}

export {
  CALIBRATION_FIGURES,
  isCalibration,
  parseCalibration,
  calibrationFigure
};
