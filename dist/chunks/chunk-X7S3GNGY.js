import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/report/sequenceModel.ts
function leftOutWords({ left }) {
  if (left === 0) return "";
  return `${left} more ${left === 1 ? "message is" : "messages are"} left out`;
}

export {
  leftOutWords
};
