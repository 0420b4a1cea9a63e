import { describe, expect, it } from 'vitest';
import { failure } from '../../test/support/failure.ts';
import { editSource } from './editSource.ts';

const TEXT = `module Shape where

-- | How large it is.
area :: Shape -> Double
area (Square a) = a * a
area (Circle r) =
  pi * r * r

  where pi = 3

-- | Another one, whose name begins alike.
areaOf :: [Shape] -> Double
areaOf = sum . map area
`;
const file = 'src/Shape.hs';

describe('editSource', () => {
  it('replaces the equations of a function, all of them, and neither its signature nor what is below', () => {
    const edited = editSource(TEXT, { file, definition: 'area', put: 'area _ = 0\n\n' });
    expect(edited).toBe(`module Shape where

-- | How large it is.
area :: Shape -> Double
area _ = 0

-- | Another one, whose name begins alike.
areaOf :: [Shape] -> Double
areaOf = sum . map area
`);
  });

  it('replaces the last definition of a file', () => {
    expect(editSource(TEXT, { file, definition: 'areaOf', put: 'areaOf _ = 1' })).toMatch(
      /areaOf :: \[Shape\] -> Double\nareaOf _ = 1\n$/,
    );
  });

  it('replaces a piece of one function, though others have it too', () => {
    const edited = editSource(TEXT, { file, in: 'areaOf', find: 'area', put: 'size' });
    expect(edited).toBe(TEXT.replace('map area', 'map size'));
  });

  it.each([
    [{ file, definition: 'volume', put: 'x' }, 'no function volume is defined in src/Shape.hs'],
    [{ file, in: 'area', find: 'cube', put: '' }, "'cube' is not in area of src/Shape.hs"],
    [{ file, in: 'area', find: 'r', put: '' }, "'r' is 3 times in area of src/Shape.hs"],
    [{ file, find: 'Shape', put: '' }, "'Shape' is 3 times in src/Shape.hs"],
  ])('refuses what is not found once: %j', (edit, message) => {
    const error = failure(() => editSource(TEXT, edit));
    expect(error.message).toContain(message);
    expect(error.exitCode).toBe(2);
  });
});
