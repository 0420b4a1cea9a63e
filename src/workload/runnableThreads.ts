/**
 * The names of the threads that run, that could, or that wait for a disk, from lines as /proc/PID/stat has
 * them (proc(5)): a number, a name in parentheses that may hold anything, a letter.
 */
export const runnable = (stats: string): string[] =>
  [...stats.matchAll(/^\d+ \((.*)\) [RD] [^)\n]*$/gm)].map(([, name = '']) => name);
