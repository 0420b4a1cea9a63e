// @ts-check
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PIECE = 65_536;

/** What is written now and shown later: a file, as processes write to it that outlive who started them. */
export function createSpool() {
  const folder = mkdtempSync(join(tmpdir(), 'ganeti-perf-step-'));
  const file = join(folder, 'output');
  const output = openSync(file, 'a');
  const source = openSync(file, 'r');
  return {
    /** The descriptor to write to. */
    output,

    /** @param {string} line */
    say(line) {
      writeSync(output, `${line}\n`);
    },

    /** Shows what was written since the last time. */
    show() {
      const piece = Buffer.alloc(PIECE);
      for (;;) {
        const size = readSync(source, piece, 0, PIECE, null);
        if (size === 0) return;
        process.stdout.write(Uint8Array.prototype.slice.call(piece, 0, size));
      }
    },

    remove() {
      closeSync(output);
      closeSync(source);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
