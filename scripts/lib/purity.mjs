// @ts-check
// Where effects may be: the rule that keeps the core of the program a function of its inputs, so
// that everything which decides a verdict can be tested with tables. Used by eslint.config.js.

/** Pure folders: no file, no process, no clock of the machine, no toolkit of the runner. */
export const PURE = [
  'src/model/**',
  'src/compare/**',
  'src/text/**',
  'src/report/**',
  'src/baseline/**',
  'src/cause/**',
  'src/growth/**',
  'src/github/**',
  'src/cluster/config/**',
  'src/trace/program/**',
  'src/trace/events/**',
  // What a workflow is told to do.
  'src/plan/**',
];

/** The files in those folders which are edges on purpose. */
export const EDGES = [
  // The file that a pull request's run left, and GitHub. Everything else in src/github takes the text of
  // the one, and the client of the other.
  'src/github/client/client.ts',
  'src/github/events/intake.ts',
];

/** The only file that starts processes. */
export const PROCESS_RUNNER = 'src/platform/process/process.ts';

/** Where strings from outside become values, and the roots that hand them over. */
export const READS_ENVIRONMENT = [
  'src/settings/**',
  'src/platform/**',
  'src/action/cleanup.ts',
  'src/action/inputs.ts',
  'src/cli/cli.ts',
];

const EFFECTS =
  '(?:fs|fs/promises|child_process|os|net|http|https|dgram|dns|tls|process|worker_threads)';

const execa = {
  regex: '^execa$',
  message: `Only ${PROCESS_RUNNER} starts processes: use its run() or spawn(), which have deadlines.`,
};

/** A bundler cannot take a namespace apart that is a value: all languages of zod's messages would come along. */
const zod = {
  selector:
    "ImportDeclaration[source.value='zod'][importKind!='type'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
  message: "import * as z from 'zod': the bundle then holds what is used of it, and starts sooner.",
};

/** Types have no effects, so importing one from anywhere is fine. */
const effects = {
  regex: `^(?:(?:node:)?${EFFECTS}|@actions/.*|(?:\\.\\./)+platform/(?!(?:errors|invisible)\\.ts$).*|(?:\\.\\./)+cluster/.*)$`,
  message: 'This folder is pure: take the value as an argument, and do the effect at the edge.',
  allowTypeImports: true,
};

const environment = {
  selector: "MemberExpression[object.name='process'][property.name=/^(env|argv)$/]",
  message:
    'The environment and the arguments are read in src/settings only: take the value from Settings.',
};

/**
 * What is passed as arguments has to fit on the stack, some hundred thousand values: files from outside hold more.
 * Of calls by other names, which take few by their nature, this says nothing.
 */
const spread = [
  {
    selector: "CallExpression[callee.object.name='Math'] > SpreadElement",
    message: 'Any number of values: maxOf() and minOf() of src/model/numbers.ts.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(?:push|unshift|splice|append|prepend|replaceChildren|fromCharCode|fromCodePoint)$/] > SpreadElement',
    message: 'A loop takes any number of items; as arguments they overflow the stack.',
  },
  {
    selector:
      "CallExpression[callee.property.name='set'] > ArrayExpression > SpreadElement:first-child",
    message: 'Of many items this takes their square: grouped() of src/model/grouped.ts.',
  },
  {
    selector: "CallExpression[callee.property.name='apply']",
    message: 'A loop takes any number of items; as arguments they overflow the stack.',
  },
];

/** What depends on the user's language or on the place of the machine: a report is the same for everybody. */
const surroundings = [
  "CallExpression[callee.property.name='localeCompare'][arguments.length<2]",
  'CallExpression[callee.property.name=/^toLocale/][arguments.length=0]',
  "NewExpression[callee.object.name='Intl'][arguments.length=0]",
  'CallExpression[callee.property.name=/^(?:[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes)|getTimezoneOffset|to(?:Date|Time)String)$/]',
].map((selector) => ({
  selector,
  message: "Name the language, as 'en', and take times as UTC: a report is the same for everybody.",
}));

const dynamicImport = {
  selector: 'ImportExpression',
  message: 'This folder is pure: a dynamic import would get round the rule that says so.',
};

export const rules = {
  anywhere: {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns: [execa] }],
    'no-restricted-syntax': ['error', zod],
  },
  shipped: { 'no-restricted-syntax': ['error', zod, ...spread, ...surroundings] },
  outsideSettings: {
    'no-restricted-syntax': ['error', environment, zod, ...spread, ...surroundings],
  },
  pure: {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns: [execa, effects] }],
    'no-restricted-syntax': ['error', environment, zod, ...spread, ...surroundings, dynamicImport],
  },
};
