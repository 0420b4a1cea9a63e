// @ts-check
// The layers of src, and the rule that holds them: a file imports from its own folder and from those
// below it, types as well as values, so that there is no way back up and no cycle. Used by eslint.config.js.
import { relative, resolve, dirname, sep } from 'node:path';

/**
 * Folders of src, the lowest first. Of two, the later may import from the earlier.
 * A loose file counts as what it is named for here.
 */
export const LAYERS = [
  // The machine: processes, locks, the container engine, errors and what is said while working.
  'platform',
  // Documents and their schemas, metrics, formulas, causes: values that all others speak of.
  'model',
  // Values as words: formats, widths, and an escaper for each place that a text may go.
  'text',
  // Texts from outside become values.
  'settings',
  // A cluster in containers; what is run on it; what the kernel saw of that.
  'cluster',
  'workload',
  'trace',
  // Analysis.
  'cause',
  'growth',
  'baseline',
  'compare',
  'plan',
  'defects',
  // What came of it, in words, in files and on GitHub.
  'report',
  'github',
  'results',
  // Measurements in a testbed, and the stories that are told of them.
  'measure',
  'usecases',
  'run.ts',
  // Entries.
  'action',
  'cli',
];

/**
 * @param {string} path of a file, from the project's folder
 * @returns {string | undefined} its folder or file directly below src; undefined outside of it
 */
export function layerOf(path) {
  const [top, layer] = path.split(sep);
  return top === 'src' ? layer : undefined;
}

/**
 * @param {string} from the path of the file that imports
 * @param {string} to the path of the file that is imported
 * @returns {string | undefined} what is wrong with it
 */
export function climb(from, to) {
  const [here, there] = [layerOf(from), layerOf(to)];
  if (here === undefined) return undefined;
  if (there === undefined) return `src imports nothing from outside of it, here '${to}'.`;
  for (const layer of [here, there]) {
    if (!LAYERS.includes(layer)) {
      return `'src/${layer}' has no place among the layers: give it one in scripts/lib/layers.mjs.`;
    }
  }
  if (LAYERS.indexOf(there) <= LAYERS.indexOf(here)) return undefined;
  return (
    `'src/${here}' lies below 'src/${there}' and may not import from it: move what both need down, ` +
    'or take it as an argument.'
  );
}

/** @type {import('eslint').Rule.RuleModule} */
const noClimb = {
  create(context) {
    const file = relative(context.cwd, context.filename);
    /** @param {{ source?: unknown }} node */
    const check = ({ source }) => {
      const literal = /** @type {import('estree').Literal | null | undefined} */ (source);
      if (typeof literal?.value !== 'string' || !literal.value.startsWith('.')) return;
      const target = relative(context.cwd, resolve(dirname(context.filename), literal.value));
      const message = climb(file, target);
      if (message !== undefined) context.report({ node: literal, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

/** A plugin for eslint: `layers/no-climb`. */
export const layers = { rules: { 'no-climb': noClimb } };
