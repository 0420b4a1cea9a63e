import { expect, it } from 'vitest';
import { legsOf } from './legs.ts';

const FILES = ['measurement.json', 'failure.json'];
const at = (folder: string, file = 'measurement.json') => `jobs/artifact/${folder}/${file}`;

it.each<[string, string[], string[], string[]]>([
  [
    'all of the first attempt',
    [at('a-attempt-1'), at('b-attempt-1')],
    [at('a-attempt-1'), at('b-attempt-1')],
    [],
  ],
  [
    'one was started again, the other need not be',
    [at('a-attempt-1'), at('b-attempt-1'), at('b-attempt-2')],
    [at('a-attempt-1'), at('b-attempt-2')],
    [],
  ],
  [
    'one that was started again and failed: what it measured before is not taken',
    [at('a-attempt-1'), at('b-attempt-1'), at('b-attempt-2', 'failure.json')],
    [at('a-attempt-1')],
    [at('b-attempt-2', 'failure.json')],
  ],
  [
    'one that failed and was started again',
    [at('b-attempt-1', 'failure.json'), at('b-attempt-2')],
    [at('b-attempt-2')],
    [],
  ],
  [
    'a part of a measurement, and why it is one',
    FILES.map((file) => at('b-attempt-3', file)),
    [at('b-attempt-3')],
    [at('b-attempt-3', 'failure.json')],
  ],
  [
    'attempts are numbers, not texts',
    [at('a-attempt-10'), at('a-attempt-9')],
    [at('a-attempt-10')],
    [],
  ],
  [
    'without an attempt each file is one',
    ['jobs/a/measurement.json', 'jobs/b/measurement.json', 'x.json'],
    ['jobs/a/measurement.json', 'jobs/b/measurement.json', 'x.json'],
    [],
  ],
  [
    'what is no attempt',
    [at('a-attempt-0'), at('a-attempt-x')],
    [at('a-attempt-0'), at('a-attempt-x')],
    [],
  ],
])('of each matrix job the newest attempt counts: %s', (_, paths, measurements, failures) => {
  for (const order of [paths, paths.toReversed()]) {
    const legs = legsOf(order);
    expect(legs.flatMap((leg) => leg.measurements).sort()).toEqual(measurements.sort());
    expect(legs.flatMap((leg) => leg.failures)).toEqual(failures);
  }
});
