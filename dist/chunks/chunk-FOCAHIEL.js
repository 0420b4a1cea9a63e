import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/text/plain.ts
function plainLine(text) {
  return text.replace(/[\r\n\t\u2028\u2029]+/g, " ").replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "\uFFFD");
}

export {
  plainLine
};
