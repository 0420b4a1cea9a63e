// @ts-check
// `npm run perf -- ...`: the command line, run from its sources. Everything happens in this one
// process: a wrapper between the terminal and it would have to pass on signals. Its heap may grow to 8 GiB (package.json), as an
// event takes some 800 bytes at rest, and a mass migration of hundreds of instances makes millions.
import { ensureDependencies } from './lib/dependencies.mjs';

await ensureDependencies();
const { register } = await import('tsx/esm/api');
register();
// tsc would otherwise check this file's import as a part of this script.
const cli = '../src/cli/cli.ts';
await import(cli);
