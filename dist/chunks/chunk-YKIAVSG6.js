import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/platform/invisible.ts
var INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\u{16FE4}\u{1D159}]/gu;
var visible = (text) => text.replace(INVISIBLE, "\uFFFD");
var visibleLines = (text) => text.replace(INVISIBLE, (character) => /[\n\t]/.test(character) ? character : "\uFFFD");

export {
  visible,
  visibleLines
};
