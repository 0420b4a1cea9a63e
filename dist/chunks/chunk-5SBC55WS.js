import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/platform/shortPath.ts
import { isAbsolute, relative, resolve, sep } from "node:path";
function shortPath(path) {
  const here = relative(".", path);
  return here === ".." || here.startsWith(`..${sep}`) || isAbsolute(here) ? resolve(path) : here;
}

export {
  shortPath
};
