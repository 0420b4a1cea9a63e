import { describe, expect, it } from 'vitest';
import { fixture } from '../../test/support/traces.ts';
import { splitLogs } from './logs.ts';

const FENCE = '--- 00112233aabbccdd ';
const NODED = fixture('logs/verify-node-daemon.txt');
const LUXID = fixture('traces/bookworm-luxi-daemon.log');

/** As the script on the node prints it. */
const printed = (files: readonly (readonly [string, string])[]): string =>
  files.map(([name, content]) => `${FENCE}${name}\n${content}\n`).join('');

describe('splitLogs', () => {
  it.each<[string, [string, string][]]>([
    ['no file', []],
    ['one', [['node-daemon.log', NODED]]],
    [
      'two',
      [
        ['node-daemon.log', NODED],
        ['luxi-daemon.log', LUXID],
      ],
    ],
    [
      'an empty one',
      [
        ['commands.log', ''],
        ['luxi-daemon.log', LUXID],
      ],
    ],
    [
      'one that ends in the middle of a line',
      [
        ['a.log', LUXID.slice(0, 1000)],
        ['b.log', NODED],
      ],
    ],
    [
      'one that ends in empty lines',
      [
        ['a.log', `${NODED}\n\n`],
        ['b.log', NODED],
      ],
    ],
    [
      'one with lines like the fence',
      [
        ['a.log', '--- a\n--- 00112233aabbccde b.log\n'],
        ['b.log', NODED],
      ],
    ],
    ['one with the name of an object', [['__proto__', NODED]]],
  ])('gives back %s', (_, files) => {
    expect([...splitLogs(printed(files), FENCE)]).toEqual(files);
  });

  it('takes nothing from before the first file', () => {
    const text = `sh: warning\n${printed([['a.log', NODED]])}`;
    expect([...splitLogs(text, FENCE)]).toEqual([['a.log', NODED]]);
  });
});
