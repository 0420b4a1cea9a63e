// @ts-check
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { layers } from './scripts/lib/layers.mjs';
import { EDGES, PROCESS_RUNNER, PURE, READS_ENVIRONMENT, rules } from './scripts/lib/purity.mjs';

const TESTS = ['**/*.test.ts', 'test/**'];

export default defineConfig(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'perf-results/',
      '.cache/',
      'test/fixtures/',
      'test/golden/*/',
      'src/report/render/html/generated/',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Numbers in sentences are what most of our templates are for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => stack.push(x)` as a callback is readable, and the compiler checks what matters.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // A discriminated union that grows must break where it is taken apart.
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Our objects are made of closures: their methods may be taken off them.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: TESTS,
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: TESTS,
    rules: {
      // A test reads what it asserts on, and says more by failing than by narrowing.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  // Who may import whom.
  {
    files: ['src/**/*.ts'],
    ignores: TESTS,
    plugins: { layers },
    rules: { 'layers/no-climb': 'error' },
  },
  // Where effects may be, from the widest rule to the narrowest: the last that matches counts.
  { files: ['src/**/*.ts', 'test/**/*.ts'], ignores: [PROCESS_RUNNER], rules: rules.anywhere },
  { files: ['src/**/*.ts'], ignores: TESTS, rules: rules.shipped },
  {
    files: ['src/**/*.ts'],
    ignores: [...TESTS, ...READS_ENVIRONMENT],
    rules: rules.outsideSettings,
  },
  { files: PURE, ignores: [...TESTS, ...EDGES], rules: rules.pure },
);
