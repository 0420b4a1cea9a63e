// @ts-check
// Makes sure that a container engine answers, and that it has the images of nodes and of the tracer: what tests on
// a cluster begin with.
import { register } from 'tsx/esm/api';

register();
// tsc would otherwise check these files as parts of this script.
const load = (/** @type {string} */ file) =>
  import(new URL(`../src/${file}`, import.meta.url).href);
const { ensureEngine } = await load('platform/engine/engine.ts');
const { terminalLog } = await load('platform/log/terminalLog.ts');
const { withSignals } = await load('platform/process/signals.ts');
const { nodeImage, tracerImage } = await load('cluster/nodeImage.ts');
const log = terminalLog({ verbose: false });

await withSignals(async (/** @type {AbortSignal} */ signal) => {
  const context = { log, signal };
  await ensureEngine(context);
  await Promise.all([
    nodeImage({ kind: 'debian', suite: 'bookworm' }, undefined, context),
    tracerImage(context),
  ]);
  await nodeImage({ kind: 'debian', suite: 'trixie' }, undefined, context);
}, log).catch((/** @type {Error} */ error) => {
  log.error(error.message);
  process.exitCode = 1;
});
