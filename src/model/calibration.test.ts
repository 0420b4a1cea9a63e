import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EnvironmentSchema } from './environment.ts';
import {
  CALIBRATION_FIGURES,
  calibrationFigure,
  isCalibration,
  parseCalibration,
} from './calibration.ts';

/** As `probes/calibrate.py` wrote it on a machine with other work to do. */
const WRITTEN =
  '{"calibration.forkExecUs": 9280.0, "calibration.syscallNs": 315.0, "calibration.fsyncUs": 2960.0, ' +
  '"calibration.tlsHandshakeUs": 2420.0, "calibration.pageFaultNs": 1710.0, "calibration.arithmeticUs": 297.0}';

it('reads what the program writes, which an environment takes as its own entries', () => {
  const calibration = parseCalibration(`${WRITTEN}\n`);
  expect(Object.keys(calibration ?? {})).toEqual([...CALIBRATION_FIGURES]);
  expect(EnvironmentSchema.parse(calibration)).toEqual(calibration);
  expect(Object.keys(calibration ?? {}).every(isCalibration)).toBe(true);
});

it('takes the figures that there are', () => {
  expect(parseCalibration('{"calibration.fsyncUs": 2960.0}')).toEqual({
    'calibration.fsyncUs': 2960,
  });
});

it.each([
  ['nothing', ''],
  ['no JSON', 'bash: python3: command not found'],
  ['a list', '[]'],
  ['another figure', '{"calibration.luck": 7}'],
  ['another entry of an environment', '{"kernel": 7}'],
  ['no time at all', '{"calibration.fsyncUs": 0}'],
  ['words', '{"calibration.fsyncUs": "2 ms"}'],
])('takes nothing from %s', (_, text) => {
  expect(parseCalibration(text)).toBeUndefined();
});

it('names the figures as the program does', () => {
  const program = readFileSync(new URL('../../probes/calibrate.py', import.meta.url), 'utf8');
  const names = [...program.matchAll(/"(calibration\.\w+)":/g)].map(([, name]) => name);
  expect(names).toEqual([...CALIBRATION_FIGURES]);
});

it('takes no figure from an environment that holds something else under its name', () => {
  expect(calibrationFigure({ 'calibration.fsyncUs': 12 }, 'calibration.fsyncUs')).toBe(12);
  for (const value of ['12', 0, -1, Infinity]) {
    const environment = { 'calibration.fsyncUs': value };
    expect(calibrationFigure(environment, 'calibration.fsyncUs')).toBeUndefined();
  }
  expect(calibrationFigure({}, 'calibration.fsyncUs')).toBeUndefined();
});
