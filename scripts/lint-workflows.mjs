// @ts-check
// `node scripts/lint-workflows.mjs`: actionlint, shellcheck and the rules of scripts/workflows over
// every workflow in .github/workflows, and over those that README.md and docs/ show. Needs Debian's
// shellcheck, which it installs where it may.
import { ensureDependencies, ROOT } from './lib/dependencies.mjs';

await ensureDependencies();
const { tsImport } = await import('tsx/esm/api');
const { lintMain } = await tsImport('./workflows/main.ts', import.meta.url);
process.exitCode = await lintMain(ROOT);
