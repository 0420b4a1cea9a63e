import { isAbsolute, relative, resolve, sep } from 'node:path';

/** A path as one would type it: from the working folder where it lies in it, else from the root. */
export function shortPath(path: string): string {
  const here = relative('.', path);
  return here === '..' || here.startsWith(`..${sep}`) || isAbsolute(here) ? resolve(path) : here;
}
