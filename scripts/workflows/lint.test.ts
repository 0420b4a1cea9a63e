import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordingLog } from '../../test/support/recordingLog.ts';
import { ROOT } from '../lib/dependencies.mjs';
import { examplesOf, type WorkflowText } from './documents.ts';
import { lintRepository, lintWorkflow, problemText } from './lint.ts';
import { lintMain } from './main.ts';
import type { Project } from './project.ts';

const PROJECT: Project = {
  actions: new Map([
    [
      'run',
      { inputs: new Set(['ganeti']), required: [], outputs: new Set(['verdict', 'metrics']) },
    ],
    [
      'merge',
      { inputs: new Set(['files', 'ganeti']), required: ['files'], outputs: new Set(['verdict']) },
    ],
  ]),
  reusable: new Map([
    [
      'measure.yml',
      {
        inputs: new Set(['ganeti', 'baselines']),
        required: ['baselines'],
        permissions: new Map([['contents', 'read']]),
      },
    ],
  ]),
};

const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';

const GOOD = `name: Good
on:
  pull_request:
  workflow_call:
    inputs:
      size:
        type: number
permissions:
  contents: read # to check the code out
concurrency:
  group: good-\${{ github.ref }}
jobs:
  own:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    cache-mode: read
    steps:
      - uses: ${CHECKOUT}
        with:
          repository: \${{ job.workflow_repository }}
          ref: \${{ job.workflow_sha }}
          persist-credentials: false
      - id: measure
        uses: ./.ganeti-perf
        with:
          ganeti: debian:bookworm
      - env:
          VERDICT: \${{ steps.measure.outputs.verdict }}
        run: |
          echo "one"
          echo "$VERDICT"
  called:
    uses: OWNER/ganeti-perf/.github/workflows/measure.yml@COMMIT
    with:
      baselines: perf
`;

const lint = async (text: string, more: Partial<WorkflowText> = {}): Promise<string[]> => {
  const workflow = { path: 'x.yml', firstLine: 1, text, example: false, ...more };
  return (await lintWorkflow(workflow, PROJECT)).map(problemText);
};

it('a good workflow has no problems, with what actionlint does not know yet', async () => {
  expect(await lint(GOOD)).toEqual([]);
});

/** What is planted, in place of what, and what is said of it: the line, a part of the message, who says it. */
const PLANTED: readonly (readonly [from: string, to: string, says: RegExp])[] = [
  // actionlint
  ['    runs-on: ubuntu-latest\n', '', /^x\.yml:13: .*runs-on.* \[actionlint\]$/],
  [
    'ubuntu-latest',
    'ubuntu-lates',
    /^x\.yml:14: label "ubuntu-lates" is unknown.* \[actionlint\]$/,
  ],
  [
    'github.ref }}',
    'github.reff }}',
    /^x\.yml:11: property "reff" is not defined.* \[actionlint\]$/,
  ],
  ['  group: good', '  groop: good', /^x\.yml:11: unexpected key "groop".* \[actionlint\]$/],
  [
    '    cache-mode: read',
    '    cash-mode: read',
    /^x\.yml:16: unexpected key "cash-mode".* \[actionlint\]$/,
  ],
  [
    'job.workflow_sha',
    'job.workflow_shaa',
    /^x\.yml:21: property "workflow_shaa".* \[actionlint\]$/,
  ],
  ['steps.measure.', 'steps.measured.', /^x\.yml:28: property "measured" is not.* \[actionlint\]$/],
  [
    '$VERDICT"',
    '${{ github.head_ref }}"',
    /^x\.yml:29: "github\.head_ref" is potentially untrusted.* \[actionlint\]$/,
  ],
  ['jobs:', 'jobs: [', /^x\.yml:\d+: could not parse as YAML.* \[actionlint\]$/],
  // shellcheck
  ['echo "$VERDICT"', 'echo $VERDICT', /^x\.yml:31: Double quote .* \[SC2086\]$/],
  ['echo "one"', 'if true; then', /^x\.yml:30: .* \[SC1\d+\]$/],
  ['run: |', 'shell: sh\n        run: |', /^$/],
  [
    'run: |\n          echo "one"\n',
    'shell: sh\n        run: |\n          [[ a = b ]]\n',
    /^x\.yml:31: .* \[SC3010\]$/,
  ],
  // ours
  ['  pull_request:', '  pull_request_target:', /^x\.yml:3: .*use pull_request \[events\]$/],
  [
    'permissions:\n  contents: read # to check the code out\n',
    '',
    /^x\.yml:1: name the permissions.* \[permissions\]$/,
  ],
  [
    '\n  contents: read # to check the code out',
    ' write-all',
    /^x\.yml:8: name each permission.* \[permissions\]$/,
  ],
  [
    'read # to check the code out',
    'read',
    /^x\.yml:9: say in a comment why it needs contents \[permissions\]$/,
  ],
  [
    'concurrency:\n  group: good-${{ github.ref }}\n',
    '',
    /^x\.yml:1: nothing in it has a concurrency \[limits\]$/,
  ],
  ['    timeout-minutes: 5\n', '', /^x\.yml:14: job own has no timeout-minutes \[limits\]$/],
  ['cache-mode: read', 'cache-mode: reed', /^x\.yml:16: cache-mode must be one of.* \[caches\]$/],
  ['$VERDICT"', '${{ inputs.size }}"', /^x\.yml:30: an expression becomes part.* \[scripts\]$/],
  [
    '          persist-credentials: false\n',
    '',
    /^x\.yml:18: persist-credentials: false.* \[credentials\]$/,
  ],
  [
    '          ref:',
    '          reff:',
    /^x\.yml:21: actions\/checkout has no input reff \[inputs\]$/,
  ],
  [
    CHECKOUT,
    'actions/checkout@v7 # v7.0.1',
    /^x\.yml:18: pin it: actions\/checkout@3d3c.* \[pins\]$/,
  ],
  ['# v7.0.1', '# v7', /^x\.yml:18: pin it: .* # v7\.0\.1 \[pins\]$/],
  [
    CHECKOUT,
    'someone/else@3d3c42e5aac5ba805825da76410c181273ba90b1',
    /^x\.yml:18: someone\/else.* is not among.* \[pins\]$/,
  ],
  [
    '          ganeti: debian',
    '          ganety: debian',
    /^x\.yml:26: \.\/\.ganeti-perf has no input ganety \[inputs\]$/,
  ],
  [
    'outputs.verdict',
    'outputs.verdicts',
    /^x\.yml:28: the Action run has no output verdicts \[outputs\]$/,
  ],
  [
    './.ganeti-perf\n',
    './.ganeti-perf/actions/merges\n',
    /^x\.yml:24: there is no Action \.\/\.ganeti-perf\/actions\/merges \[inputs\]$/,
  ],
  [
    './.ganeti-perf\n',
    'OWNER/ganeti-perf/actions/merge@COMMIT\n',
    /^x\.yml:24: OWNER\/ganeti-perf\/actions\/merge@COMMIT needs the input files \[inputs\]$/,
  ],
  [
    './.ganeti-perf\n        with:\n          ganeti:',
    './actions/merge\n        with:\n          command:',
    /^x\.yml:26: \.\/actions\/merge has no input command \[inputs\]$/,
  ],
  [
    'measure.yml@',
    'measures.yml@',
    /^x\.yml:33: there is no reusable workflow measures\.yml \[inputs\]$/,
  ],
  [
    'baselines: perf',
    'baseline: perf',
    /^x\.yml:35: measure\.yml has no input baseline \[inputs\]$/,
  ],
  [
    'baselines: perf',
    'ganeti: source:ganeti',
    /^x\.yml:33: measure\.yml needs the input baselines \[inputs\]$/,
  ],
  [
    '  called:\n',
    '  called:\n    permissions: {}\n',
    /^x\.yml:33: job called must grant contents: read, .* \[permissions\]$/,
  ],
  [
    'read # to',
    'write # to',
    /^x\.yml:33: job called must grant contents: read, .* \[permissions\]$/,
  ],
];

describe('what is planted is found', () => {
  it.each(PLANTED)('%j -> %j', async (from, to, says) => {
    expect(GOOD).toContain(from);
    const problems = await lint(GOOD.replace(from, to));
    if (says.source === '^$') expect(problems).toEqual([]);
    else expect(problems).toContainEqual(expect.stringMatching(says));
  });
});

describe('examples', () => {
  const page = [
    '# Page',
    '```yaml',
    'name: no jobs',
    '```',
    'text',
    '```yaml',
    'on: push',
    'permissions: {}',
    'jobs:',
    '  a:',
    '    runs-on: ubuntu-latest',
    '    timeout-minutes: 1',
    '    steps:',
    '      - run: echo $HOME',
    '```',
    '',
  ].join('\n');

  it('are the blocks of a page that have jobs, with the lines of the page', async () => {
    const examples = examplesOf('README.md', page);
    expect(examples).toMatchObject([{ path: 'README.md', firstLine: 7, example: true }]);
    const problems = await Promise.all(examples.map((example) => lintWorkflow(example, PROJECT)));
    expect(problems.flat().map(problemText)).toEqual([
      expect.stringMatching(/^README\.md:14: Double quote .* \[SC2086\]$/),
    ]);
  });
});

it('the workflows and examples of this repository have no problems', async () => {
  const { workflows, problems } = await lintRepository(ROOT, { log: recordingLog() });
  expect(problems.map(problemText)).toEqual([]);
  expect(workflows.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['.github/workflows/measure.yml', 'README.md']),
  );
});

it('the script fails on a problem in a file, and says where', async () => {
  const root = await mkdtemp(join(tmpdir(), 'ganeti-perf-lint-'));
  try {
    for (const path of ['.github', 'docs', 'README.md', 'action.yml', 'actions']) {
      await cp(join(ROOT, path), join(root, path), { recursive: true });
    }
    await writeFile(join(root, '.github/workflows/bad.yml'), GOOD.replace('ubuntu-l', 'ubuntu_l'));
    const lines: string[] = [];
    expect(await lintMain(root, (text) => lines.push(text))).toBe(1);
    expect(lines).toContainEqual(
      expect.stringMatching(/^\.github\/workflows\/bad\.yml:14: label "ubuntu_latest" is unknown/),
    );
    expect(lines.at(-1)).toMatch(/^\d+ workflows and \d+ examples: [1-9]\d* problems\n$/);
  } finally {
    await rm(root, { recursive: true });
  }
});
