#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  projectRoot
} from "./chunks/chunk-6MX2ZWUR.js";
import "./chunks/chunk-5XWL5JNG.js";

// src/platform/compileCache.ts
import module from "node:module";
import { join } from "node:path";
function keepCompiled() {
  const { enableCompileCache } = module;
  enableCompileCache?.(join(projectRoot(), ".cache", "compiled"));
}

// src/cli/cli.ts
keepCompiled();
var { main } = await import("./chunks/main-RPPM6FUJ.js");
process.exitCode = await main(process.argv.slice(2));
