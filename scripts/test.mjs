// @ts-check
// `npm test`: every check there is, one after the other; what the last one needs is prepared beside the others.
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

/** Takes a minute on a machine that has none of it, most of which the checks leave to a second processor. */
const images = { title: 'engine and images', command: [process.execPath, 'scripts/images.mjs'] };

const steps = own.includes('--static')
  ? statics
  : own.includes('--unit')
    ? [...statics, unit, browser]
    : [...statics, unit, browser, cluster];
// Of tests that were chosen, nobody knows what they need.
const beside = steps.includes(cluster) && toVitest.length === 0 ? [images] : [];
process.exitCode = await runSteps(steps, { beside });
