import { visible } from '../invisible.ts';
import { stripVTControlCharacters } from 'node:util';

/** How a process ended, when it did not simply exit. */
export interface ProcessEnd {
  /** The exit status; undefined when it never started or a signal ended it. */
  readonly exitCode: number | undefined;
  /** e.g. `SIGKILL`. */
  readonly signal: string | undefined;
  /** Its deadline in milliseconds, if that is what ended it. */
  readonly timedOutAfter: number | undefined;
  /** The caller's AbortSignal ended it. */
  readonly aborted: boolean;
  /** Why it could not be started or read, e.g. `spawn dcoker ENOENT`. */
  readonly failure: string | undefined;
}

/**
 * A process that did not do what was asked. The message has three layers: one sentence made from
 * the last lines it wrote, the command, and how it ended; `stderr` and `stdout` hold everything
 * that was kept.
 */
export class ProcessError extends Error {
  /** The first layer alone, for a caller that wraps it into a sentence of its own. */
  readonly short: string;
  /** The command as one would type it, cut to a readable length. */
  readonly command: string;
  readonly end: ProcessEnd;
  readonly stdout: string;
  readonly stderr: string;

  constructor(
    argv: readonly string[],
    end: ProcessEnd,
    output: { readonly stdout: string; readonly stderr: string },
    options?: ErrorOptions,
  ) {
    const command = displayCommand(argv);
    const status = describeEnd(end);
    const said = lastWords(output.stderr) || lastWords(output.stdout);
    const short = `${argv[0] ?? 'process'}: ${said || status}`;
    super(`${short}\n  command: ${command}\n  ended: ${status}`, options);
    this.name = 'ProcessError';
    this.short = short;
    this.command = command;
    this.end = end;
    this.stdout = output.stdout;
    this.stderr = output.stderr;
  }
}

/** e.g. `exit status 3`, `timed out after 60 s`. */
export function describeEnd(end: ProcessEnd): string {
  if (end.timedOutAfter !== undefined) return `timed out after ${end.timedOutAfter / 1000} s`;
  if (end.aborted) return 'stopped because the run was interrupted';
  if (end.failure !== undefined) return end.failure;
  if (end.signal !== undefined) return `ended by ${end.signal}`;
  return `exit status ${end.exitCode ?? 'unknown'}`;
}

const MAX_SENTENCE = 400;
const MAX_COMMAND = 300;

/** Hints that say nothing about this failure, and the deprecation notice of the classic builder. */
const NOISE =
  /^(?:See '.* --help'\.|Run '.* --help' for more|DEPRECATED: |\s*Install the buildx|\s*https:)/;

/** The last three lines that say something, as one sentence without control characters. */
export function lastWords(output: string): string {
  const lines = readableLines(output).filter((line) => !NOISE.test(line));
  const sentence = lines.slice(-3).join('; ');
  return sentence.length > MAX_SENTENCE ? `…${sentence.slice(-MAX_SENTENCE)}` : sentence;
}

/** The last `count` non-empty lines, safe to print: what a process wrote is not ours to trust. */
export function tailLines(output: string, count: number): string[] {
  return readableLines(output).slice(-count);
}

function readableLines(output: string): string[] {
  return stripVTControlCharacters(output)
    .split(/[\r\n]+/)
    .map((line) => visible(line.replace(/\p{Cc}/gu, ' ')).trimEnd())
    .filter((line) => line !== '');
}

function displayCommand(argv: readonly string[]): string {
  const line = argv.map(quote).join(' ');
  return line.length > MAX_COMMAND ? `${line.slice(0, MAX_COMMAND)}…` : line;
}

function quote(word: string): string {
  const printable = visible(word.replace(/\p{Cc}/gu, ' '));
  return /^[\w@%+=:,./-]+$/.test(printable) ? printable : `'${printable.replaceAll("'", "'\\''")}'`;
}
