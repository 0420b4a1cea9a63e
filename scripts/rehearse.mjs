// @ts-check
// `node scripts/rehearse.mjs [MACHINE]`: the Action on a machine like a hosted runner, which is a virtual one made
// from Debian's packages; see scripts/rehearse/main.ts. It needs root, mmdebstrap, e2fsprogs and qemu, and installs them.
import { ensureDependencies } from './lib/dependencies.mjs';

await ensureDependencies();
const { tsImport } = await import('tsx/esm/api');
const { rehearse } = await tsImport('./rehearse/main.ts', import.meta.url);
process.exitCode = await rehearse(process.argv.slice(2));
