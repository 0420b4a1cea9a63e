// @ts-check
// `npm test`: every check there is, those with a cluster beside the others: they wait half of their time.
// A step that fails does not stop the next one; the last line is always `N passed, N failed`.
//   --static   types, lint, format, workflows and bundle only
//   --unit     the same, the unit tests and the page in a browser, without a cluster
//   -- ARGS    ARGS go to vitest
import { ensureDependencies } from './lib/dependencies.mjs';
import { runSteps } from './lib/steps.mjs';

await ensureDependencies();

const separator = process.argv.indexOf('--', 2);
const own = process.argv.slice(2, separator === -1 ? undefined : separator);
const toVitest =
  separator === -1 ? own.filter((word) => !isFlag(word)) : process.argv.slice(separator + 1);

/** @param {string} word */
function isFlag(word) {
  return word === '--static' || word === '--unit';
}

const statics = [
  { title: 'types', command: ['node_modules/.bin/tsc', '--noEmit'] },
  {
    title: 'types of the page',
    command: ['node_modules/.bin/tsc', '--noEmit', '-p', 'src/report/render/html/browser'],
  },
  { title: 'lint', command: ['node_modules/.bin/eslint', '.'] },
  {
    title: 'format',
    command: ['node_modules/.bin/prettier', '--check', '--log-level', 'warn', '.'],
  },
  { title: 'workflows', command: [process.execPath, 'scripts/lint-workflows.mjs'] },
  { title: 'bundle', command: [process.execPath, 'scripts/build.mjs', '--check'] },
];
const unit = { title: 'unit tests', project: 'unit', args: toVitest };
const browser = { title: 'the page in a browser', project: 'browser', args: toVitest };
const cluster = { title: 'adapters and cluster', project: 'cluster', args: toVitest };

const images = { title: 'engine and images', command: [process.execPath, 'scripts/images.mjs'] };

const steps = own.includes('--static') ? statics : [...statics, unit, browser];
// Of tests that were chosen, nobody knows what they need.
const withCluster = toVitest.length === 0 ? [images, cluster] : [cluster];
const beside = own.some(isFlag) ? [] : withCluster;
process.exitCode = await runSteps(steps, { beside });
