import type { Calls } from '../../src/model/probe.ts';

/** A line of `strace -ff -ttt -y`: when, which call, on what its first descriptor is, and what it returned. */
const CALL = /^(\d+\.\d+) (\w+)\((?:\d+<([^>]*)>)?.*\) += (-?\d+)/;

/**
 * Calls on sockets between the first two `getppid`, which probes/request.py calls around the requests that are counted.
 *
 * @param lines of all processes, of each in the order of time
 */
export function callsOf(lines: string, names: readonly string[]): Calls {
  const read = lines.split('\n').flatMap((line) => {
    const [, at, name = '', target = '', result] = CALL.exec(line) ?? [];
    return at === undefined ? [] : [{ at: Number(at), name, target, result: Number(result) }];
  });
  const marks = read.filter(({ name }) => name === 'getppid').map(({ at }) => at);
  const [begin, end] = marks.toSorted((a, b) => a - b);
  if (begin === undefined || end === undefined || marks.length !== 2) {
    throw new Error(`strace saw ${marks.length} marks, not 2`);
  }
  const own = read.filter(
    ({ at, name, target }) =>
      at > begin && at < end && names.includes(name) && /^(?:socket|UNIX)/.test(target),
  );
  return {
    calls: own.length,
    failed: own.filter(({ result }) => result < 0).length,
    bytes: own.reduce((total, { result }) => total + Math.max(0, result), 0),
  };
}
