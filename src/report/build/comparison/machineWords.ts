import { machineFactors, type MachineFactor } from '../../../compare/machineFactors.ts';
import type { CalibrationFigure } from '../../../model/calibration.ts';
import type { Comparison } from '../../../model/comparison.ts';
import { enumeration } from '../../../text/format.ts';

/** What a machine does while a figure is taken. */
const DOES: Readonly<Record<CalibrationFigure, string>> = {
  'calibration.forkExecUs': 'starts processes',
  'calibration.syscallNs': 'makes system calls',
  'calibration.fsyncUs': 'syncs files to its disk',
  'calibration.tlsHandshakeUs': 'makes TLS connections',
  'calibration.pageFaultNs': 'hands out memory',
  'calibration.arithmeticUs': 'computes',
};

/**
 * `this machine starts processes 4.1 times slower than the baseline's`, largest difference first; undefined
 * where nothing differs that much, or one of the two was not calibrated.
 */
export function machineWords({
  before,
  after,
}: Pick<Comparison, 'before' | 'after'>): string | undefined {
  const factors = before ? machineFactors(before.environment, after.environment) : [];
  if (factors.length === 0) return undefined;
  return `this machine ${enumeration(factors.map(words), factors.length)} than the baseline's`;
}

/** A clause as a sentence of its own. */
export const sentence = (clause: string): string =>
  `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;

function words({ figure, factor }: MachineFactor): string {
  const slower = factor > 1;
  return `${DOES[figure]} ${times(slower ? factor : 1 / factor)} times ${slower ? 'slower' : 'faster'}`;
}

/** `4.1`, `12`. */
const times = (factor: number): string =>
  factor < 9.95 ? String(Number(factor.toFixed(1))) : String(Math.round(factor));
