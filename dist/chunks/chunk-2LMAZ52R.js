import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  wordsOf
} from "./chunk-SAMDT5C3.js";
import {
  plainLine
} from "./chunk-FOCAHIEL.js";

// src/text/workflowCommands.ts
var withoutCommands = (line, gap = " ") => line.replace(/:(?=:)|#(?=#\[)/g, `$&${gap}`);

// src/text/escapeTerminal.ts
var terminalText = (text) => withoutCommands(plainLine(wordsOf(text)));

export {
  withoutCommands,
  terminalText
};
