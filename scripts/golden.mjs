// @ts-check
// `npm run golden`: writes the reports of `test/golden` anew, as they are rendered now. `git diff test/golden` then
// shows what a change of wording or layout does to readers.
import { ensureDependencies } from './lib/dependencies.mjs';

await ensureDependencies();
const { startVitest } = await import('vitest/node');
const vitest = await startVitest('test', ['test/golden'], {
  project: 'unit',
  run: true,
  update: true,
});
await vitest.close();
