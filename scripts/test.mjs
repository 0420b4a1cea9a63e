// @ts-check
// `npm test`: every check there is, one after the other. A step that fails does not stop the next
// one; the last line is always `N passed, N failed`.
//   --static   types, lint, format, workflows and bundle only
//   --unit     the same and the unit tests, without a cluster
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
  { title: 'lint', command: ['node_modules/.bin/eslint', '.'] },
  {
    title: 'format',
    command: ['node_modules/.bin/prettier', '--check', '--log-level', 'warn', '.'],
  },
  { title: 'workflows', command: [process.execPath, 'scripts/lint-workflows.mjs'] },
  { title: 'bundle', command: [process.execPath, 'scripts/build.mjs', '--check'] },
];
const unit = { title: 'unit tests', project: 'unit', args: toVitest };
const cluster = { title: 'adapters and cluster', project: 'cluster', args: toVitest };

const steps = own.includes('--static')
  ? statics
  : own.includes('--unit')
    ? [...statics, unit]
    : [...statics, unit, cluster];
process.exitCode = await runSteps(steps);
