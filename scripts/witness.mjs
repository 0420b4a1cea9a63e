// @ts-check
// `node scripts/witness.mjs [SUITE...]`: what the real LVM and DRBD say, in a virtual machine whose kernel has both;
// see scripts/witness/main.ts. It needs root, mmdebstrap, e2fsprogs and qemu, and installs them.
import { ensureDependencies } from './lib/dependencies.mjs';

await ensureDependencies();
const { tsImport } = await import('tsx/esm/api');
const { witness } = await tsImport('./witness/main.ts', import.meta.url);
process.exitCode = await witness(process.argv.slice(2));
