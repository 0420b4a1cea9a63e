import {
  CALIBRATION_FIGURES,
  calibrationFigure,
  type CalibrationFigure,
} from '../model/calibration.ts';
import type { Environment } from '../model/environment.ts';

/** Below this factor, two calibrations of the same machine may differ, too. */
const MATTERS = 1.5;

/** How one machine differs from another in a thing that both did. */
export interface MachineFactor {
  readonly figure: CalibrationFigure;
  /** How many times as long it takes now: above 1 is slower. */
  readonly factor: number;
}

/** In what the second machine is another one, by half or more, most first; nothing where a side is not known. */
export function machineFactors(before: Environment, after: Environment): MachineFactor[] {
  return CALIBRATION_FIGURES.flatMap((figure) => {
    const [old, now] = [calibrationFigure(before, figure), calibrationFigure(after, figure)];
    if (old === undefined || now === undefined) return [];
    const factor = now / old;
    return sizeOf(factor) >= MATTERS ? [{ figure, factor }] : [];
  }).sort((a, b) => sizeOf(b.factor) - sizeOf(a.factor));
}

/** Of a change, whichever its direction. */
const sizeOf = (factor: number): number => Math.max(factor, 1 / factor);
