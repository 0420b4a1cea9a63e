#!/usr/bin/env node
import { keepCompiled } from '../platform/compileCache.ts';

// Before all else is loaded.
keepCompiled();
const { main } = await import('./main.ts');
// No process.exit: what is still being written to a pipe must get there.
process.exitCode = await main(process.argv.slice(2));
