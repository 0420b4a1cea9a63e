import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createDisposal,
  takeDown
} from "./chunk-O4ESJTTS.js";

// src/measure/testbed.ts
async function withTestbed(testbeds, settings, context, work) {
  const disposal = createDisposal(context.log);
  try {
    return await work(await testbeds.open(settings, { ...context, disposal }));
  } finally {
    await takeDown(disposal, context.log);
  }
}

export {
  withTestbed
};
