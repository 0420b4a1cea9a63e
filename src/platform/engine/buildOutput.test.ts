import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tellingLines } from './buildOutput.ts';

// The end of what Docker's classic builder wrote of a Ganeti whose src/Ganeti/Query/Node.hs lacks a bracket: the
// compiler went on for 150 lines with what does not depend on it.
const OUTPUT = readFileSync(
  new URL('../../../test/fixtures/builds/haskell-error.txt', import.meta.url),
  'utf8',
);

it('of a compiler that went on, the error and the end', () => {
  const lines = tellingLines(OUTPUT, 25);
  expect(lines).toHaveLength(25);
  expect(lines.slice(0, 3)).toEqual([
    'src/Ganeti/Query/Node.hs:88:3: error: [GHC-58481]',
    "    parse error on input `]'",
    '   |',
  ]);
  expect(lines.slice(-5)).toEqual([
    '…',
    expect.stringMatching(/^\[184 of 186\] Compiling Ganeti\.WConfd\.Client /),
    'make: *** [Makefile:4417: dist/app.stamp] Error 1',
    expect.stringMatching(/^Removing intermediate container /),
    expect.stringMatching(/returned a non-zero code: 2$/),
  ]);
});

it('where the error is among the last lines, or there is none, these', () => {
  const head = OUTPUT.slice(0, OUTPUT.indexOf("    parse error on input `]'"));
  expect(tellingLines(head, 2).at(-1)).toBe('src/Ganeti/Query/Node.hs:88:3: error: [GHC-58481]');
  const before = OUTPUT.slice(0, OUTPUT.indexOf('src/Ganeti/Query/Node.hs:88:3'));
  expect(tellingLines(before, 3)).toEqual(before.split('\n').map(plain).filter(Boolean).slice(-3));
  expect(tellingLines('', 3)).toEqual([]);
});

it('of an interpreter, the place that it names before its error', () => {
  const traceback = [
    'Traceback (most recent call last):',
    '  File "/usr/share/ganeti/3.2/ganeti/backend.py", line 136',
    '    def _GetInstReasonFilename(instance_name)',
    '                                             ^',
    "SyntaxError: expected ':'",
  ];
  const said = [...Array.from({ length: 50 }, (_, n) => `line ${n}`), ...traceback];
  const after = Array.from({ length: 50 }, (_, n) => `later ${n}`);
  const lines = tellingLines([...said, ...after].join('\n'), 20);
  for (const line of traceback) expect(lines).toContain(line);
  expect(lines.slice(-5)).toEqual(['…', 'later 46', 'later 47', 'later 48', 'later 49']);
});

it("BuildKit's numbers and times are left out", () => {
  // As github.com/moby/moby/issues/45453 has them.
  expect(tellingLines('#5 [2/2] RUN env\n#0 0.106 HTTPS_PROXY=x\n#5 DONE 0.1s', 9)).toEqual([
    '[2/2] RUN env',
    'HTTPS_PROXY=x',
    'DONE 0.1s',
  ]);
});

const plain = (line: string): string => line.replace(/\u001B\[\d*m/g, '').trimEnd();
