import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  code
} from "./chunk-SAMDT5C3.js";

// src/report/build/failure/failureReport.ts
function failureReport({ kind, message, lines }) {
  return {
    status: "invalid",
    title: "Not measured",
    verdict: [WORDS[kind]],
    context: [message],
    sections: lines.length === 0 ? [] : [
      {
        title: "What it said last",
        prominence: "detail",
        blocks: [code(lines.join("\n"))]
      }
    ]
  };
}
var WORDS = {
  build: "the build failed",
  cluster: "a command in the cluster failed",
  environment: "the machine cannot run it",
  invalid: "what was measured is not valid",
  usage: "it was asked for what cannot be done",
  interrupted: "the run was ended",
  defect: "ganeti-perf itself failed"
};

export {
  failureReport
};
