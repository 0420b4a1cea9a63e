import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/platform/log/onSettled.ts
async function onSettled(work, tell) {
  let succeeded = false;
  try {
    const result = await work();
    succeeded = true;
    return result;
  } finally {
    tell(succeeded);
  }
}

// src/platform/log/progress.ts
import { stripVTControlCharacters } from "node:util";
var PROGRESS_INTERVAL = 3e4;
var MOST = 80;
function stepText(step) {
  const plain = stripVTControlCharacters(step).replace(/\s+/g, " ").replace(new RegExp("\\p{C}", "gu"), "").trim();
  const characters = Array.from(plain);
  return characters.length <= MOST ? plain : `${characters.slice(0, MOST - 1).join("")}\u2026`;
}
function sparsely(now, began, tell) {
  let told = began;
  return (step) => {
    const at = now();
    if (at - told < PROGRESS_INTERVAL) return;
    told = at;
    tell(stepText(step), at - began);
  };
}

export {
  onSettled,
  stepText,
  sparsely
};
