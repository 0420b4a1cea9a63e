import type { ServedRpc } from '../../src/trace/events/crossCheck.ts';
import type { LoggedCommand } from '../../src/trace/events/ganetiLog.ts';

/**
 * Reads captures of the earlier tracer, which did not number its events, told each `open` and `write` of
 * a file, and no deadlines of sleeps.
 */
export const isEarlier = (lines: readonly string[]): boolean =>
  lines.some((line) => line.includes('"@emitted"'));

type Places = (string | number)[];
const HEAD = 5;

/** The same as the tracer of today would have told it on one processor. */
export function asToday(lines: readonly string[]): string[] {
  const paths = new Map<string, string>();
  const bytes = new Map<string, number>();
  let number = 0;
  const told = (data: Places, ...more: Places): string => {
    const head = [...data.slice(0, HEAD), 0, number++];
    const places = JSON.stringify([...head, ...data.slice(HEAD), ...more]);
    return `{"type": "value", "data": ${places}}`;
  };
  return lines.flatMap((line) => {
    if (line.trim() === '') return [];
    const { type, data } = JSON.parse(line) as { type: string; data: Places };
    if (type === 'map') return [];
    if (type !== 'value') return [line];
    const [kind = '', , , pid, , first, second] = data;
    const descriptor = `${pid} ${first}`;
    switch (kind) {
      case 'open':
        paths.set(descriptor, `${pid} ${second}`);
        bytes.set(`${pid} ${second}`, 0);
        return [];
      case 'write': {
        const path = paths.get(descriptor) ?? '';
        bytes.set(path, (bytes.get(path) ?? 0) + Number(second));
        return [];
      }
      case 'rename': {
        const written = bytes.get(`${pid} ${first}`);
        bytes.delete(`${pid} ${first}`);
        const [folder = '', name = ''] = String(first).split('/').slice(-2);
        const [, at, ...where] = data.slice(0, HEAD);
        const closed = ['file', Number(at) - 1, ...where] as Places;
        const file = written === undefined ? [] : [told(closed, written, name, folder)];
        return [...file, told(data)];
      }
      case 'fsync':
        return [told(data, 0, '', '')];
      case 'sleep':
        return [told(data, 0)];
      default:
        return [told(data)];
    }
  });
}

/** Of what was served it kept the counts, of commands no times. */
export const servedToday = (counts: readonly (readonly [string, number])[]): readonly ServedRpc[] =>
  counts.flatMap(([procedure, count]) =>
    Array.from({ length: count }, () => ({ procedure, from: 0, port: undefined, at: undefined })),
  );

export const commandToday = (command: string): LoggedCommand => ({ command, at: undefined });
