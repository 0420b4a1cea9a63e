import * as z from 'zod';
import type { Environment } from './environment.ts';

/** Before the names of all figures that say how fast a machine is. */
const PREFIX = 'calibration.';

/**
 * How fast the machine did, just before it measured, what Ganeti does all the time; in microseconds or
 * nanoseconds, as the end of a name says. `probes/calibrate.py` takes them in a container of the node image.
 */
export const CALIBRATION_FIGURES = [
  /** To fork, execute the smallest program and wait for its end. */
  'calibration.forkExecUs',
  /** A system call that does nothing, called from Python. */
  'calibration.syscallNs',
  /** To bring a new file of 4 KiB to the disk. */
  'calibration.fsyncUs',
  /** Both ends of a TLS handshake with RSA certificates on both sides. */
  'calibration.tlsHandshakeUs',
  /** To get a page of memory by touching it. */
  'calibration.pageFaultNs',
  /** A modular power of 1024 bits, on one core. */
  'calibration.arithmeticUs',
] as const;
export type CalibrationFigure = (typeof CALIBRATION_FIGURES)[number];

/**
 * Entries of the environment of a measurement. A figure that could not be taken is left out, and
 * documents from before there were any have none.
 */
const CalibrationSchema = z.partialRecord(
  z.enum(CALIBRATION_FIGURES),
  z.number().positive().max(1e12),
);
export type Calibration = z.infer<typeof CalibrationSchema>;

/** Whether an entry of the environment is such a figure: never twice the same, so no difference by itself. */
export const isCalibration = (name: string): boolean => name.startsWith(PREFIX);

/** What the program wrote, which ran in an untrusted image; undefined where that is something else. */
export function parseCalibration(text: string): Calibration | undefined {
  try {
    return CalibrationSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A figure of an environment; undefined where there is none, or none that can be a duration. */
export function calibrationFigure(
  environment: Environment,
  name: CalibrationFigure,
): number | undefined {
  const value = environment[name];
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}
