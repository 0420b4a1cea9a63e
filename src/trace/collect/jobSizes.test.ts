import { expect, it } from 'vitest';
import { parseSizes } from './jobSizes.ts';

const [one, two] = ['/proc/31/root/var/lib/ganeti/queue', '/proc/32/root/var/lib/ganeti/queue'];

it('tells the sizes of job files by node and job, and passes other files over', () => {
  const listed = `${one} job-7 1204\n${one} job-12 99\n${two} job-7 1204\n${one} job-x 1\n`;
  expect(
    parseSizes(
      listed,
      new Map([
        [one, 1],
        [two, 2],
      ]),
    ),
  ).toEqual(
    new Map([
      [
        1,
        new Map([
          [7, 1204],
          [12, 99],
        ]),
      ],
      [2, new Map([[7, 1204]])],
    ]),
  );
});

it('knows a node that has none', () => {
  expect(parseSizes('', new Map([[two, 2]]))).toEqual(new Map([[2, new Map()]]));
});
