import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/platform/projectRoot.ts
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
function projectRoot(from = import.meta.url) {
  const start = dirname(fileURLToPath(from));
  for (let folder = start; ; folder = dirname(folder)) {
    if (packageName(folder) === "ganeti-perf") return folder;
    if (folder === dirname(folder)) {
      throw new Error(`no package.json named ganeti-perf in '${start}' or any folder above it`);
    }
  }
}
function packageName(folder) {
  try {
    const content = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return content?.name;
  } catch {
    return void 0;
  }
}

export {
  projectRoot
};
