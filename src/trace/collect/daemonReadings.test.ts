import { describe, expect, it } from 'vitest';
import { parseProcesses } from './daemonReadings.ts';

/** Of real processes; the second one is a copy of sleep(1) called `a (b) c) d`. */
const BASH =
  '24351|VmHWM:\t    4140 kB|24351 (bash) S 24350 24351 24351 0 -1 4194560 6621 400072 0 140 3 3 952 485 20 0 1 0 443028 5246976 972 18446744073709551615 94498727309312 94498728098717 140728588396784 0 0 0 65536 4 1132560123 1 0 0 17 0 0 0 0 0 0 94498728332016 94498728380260 94499657543680 140728588401531 140728588401546 140728588401546 140728588402666 0';
const SLEEP =
  '31127|VmHWM:\t    1816 kB|31127 (a (b) c) d) S 31126 31121 24351 0 -1 4194304 132 0 0 0 0 0 0 0 20 0 1 0 481034 2990080 411 18446744073709551615 94092452851712 94092452869641 140732765446960 0 0 0 0 6 0 1 0 0 17 0 0 0 0 0 0 94092452883728 94092452884992 94092723154944 140732765448923 140732765448941 140732765448941 140732765450217 0';

const bash = { peakRss: 4140 * 1024, cpuSeconds: 0.06 };

describe('parseProcesses', () => {
  it('reads peaks in bytes and times in seconds', () => {
    expect(parseProcesses(`${BASH}\n${SLEEP}\n`)).toEqual(
      new Map([
        [24351, bash],
        [31127, { peakRss: 1816 * 1024, cpuSeconds: 0 }],
      ]),
    );
  });

  it.each([
    ['a name with spaces and parentheses', 'my (own) daemon)'],
    ['a name that looks like what follows it', ') S 1 1 1 1 1 1 1 1 1 1 9 9 9'],
    ['a name with a bar', 'x|VmHWM: 9 kB|'],
    ['no name', ''],
  ])('is not misled by %s', (_, name) => {
    const renamed = BASH.replace('(bash)', `(${name})`);
    expect(parseProcesses(renamed)).toEqual(new Map([[24351, bash]]));
  });

  it.each([
    ['a name with a newline', BASH.replace('(bash)', '(ba\nsh)')],
    ['a process that has ended in between', BASH.slice(0, BASH.indexOf('(bash)'))],
    ['a line that is cut short', BASH.slice(0, BASH.indexOf(' 400072'))],
    ['the line of another process', BASH.replace('|24351 (', '|24352 (')],
    ['no line', ''],
  ])('passes over %s, and reads the next', (_, line) => {
    expect(parseProcesses(`${line}\n${SLEEP}`)).toEqual(
      new Map([[31127, { peakRss: 1816 * 1024, cpuSeconds: 0 }]]),
    );
  });
});
