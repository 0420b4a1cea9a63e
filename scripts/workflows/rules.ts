import type { Problem } from './documents.ts';
import type { Job, ParsedWorkflow, Section } from './parsed.ts';
import { PINS } from './pins.ts';
import { grantsOf, ownAction, type OwnAction, type Project, type Reusable } from './project.ts';

type Found = Omit<Problem, 'path'>;
type Rule = (workflow: ParsedWorkflow, project: Project) => readonly Found[];

/** What this project asks of a workflow, and neither actionlint nor shellcheck looks at. */
export function checkRules(workflow: ParsedWorkflow, project: Project): readonly Problem[] {
  return RULES.flatMap((rule) => rule(workflow, project)).map((found) => ({
    path: workflow.path,
    ...found,
  }));
}

/** Where the workflows of this project are, as its own files and as those of its users name them. */
const OWN_WORKFLOW =
  /^(?:\.|OWNER\/ganeti-perf)\/\.github\/workflows\/(?<file>[\w-]+\.ya?ml)(?:@COMMIT)?$/;

const events: Rule = ({ top }) => {
  const on = top.section('on');
  const bad = on?.keys.get('pull_request_target');
  return bad
    ? [at(bad.line, 'events', 'pull_request_target gives code of a fork rights: use pull_request')]
    : [];
};

const permissions: Rule = (workflow) => {
  const { top, jobs } = workflow;
  const levels = [top, ...jobs.map(({ section }) => section)];
  const absent = top.section('permissions')
    ? []
    : [at(top.line, 'permissions', 'name the permissions at the top, {} if its jobs name theirs')];
  return [...absent, ...levels.flatMap((level) => grantsWithReason(level, workflow))];
};

/** Of an example, the page around it says why. */
function grantsWithReason(level: Section, { text, firstLine, example }: ParsedWorkflow): Found[] {
  const entry = level.keys.get('permissions');
  const section = level.section('permissions');
  if (entry && !section) {
    return [at(entry.line, 'permissions', 'name each permission: this grants all there are')];
  }
  if (example) return [];
  const lines = text.split('\n');
  return [...(section?.keys ?? [])].flatMap(([name, { line }]) => {
    const index = line - firstLine;
    const reasoned = [lines[index], lines[index - 1]].some((text) => /(?:^|\s)# /.test(text ?? ''));
    return reasoned ? [] : [at(line, 'permissions', `say in a comment why it needs ${name}`)];
  });
}

const limits: Rule = ({ top, jobs, example }) => {
  const running = jobs.filter(({ section }) => !section.keys.has('uses'));
  const timeouts = running
    .filter(({ section }) => !section.keys.has('timeout-minutes'))
    .map(({ id, section }) => at(section.line, 'limits', `job ${id} has no timeout-minutes`));
  const levels = [top, ...running.map(({ section }) => section)];
  const bounded = example || levels.some(({ keys }) => keys.has('concurrency'));
  return bounded
    ? timeouts
    : [at(top.line, 'limits', 'nothing in it has a concurrency'), ...timeouts];
};

const CACHE_MODES = ['read', 'write', 'write-only', 'none'];

const caches: Rule = ({ jobs }) =>
  jobs.flatMap(({ section }) => {
    const mode = section.keys.get('cache-mode');
    if (!mode || CACHE_MODES.includes(String(mode.value))) return [];
    return [at(mode.line, 'caches', `cache-mode must be one of ${CACHE_MODES.join(', ')}`)];
  });

const scripts: Rule = (workflow) =>
  workflow.scripts
    .filter(({ text }) => text.includes('${{'))
    .map(({ line }) =>
      at(line, 'scripts', 'an expression becomes part of the script: hand it over by env'),
    );

const uses: Rule = ({ text, firstLine, jobs }, project) => {
  const lines = text.split('\n');
  return [...jobs.map(({ section }) => section), ...jobs.flatMap(({ steps }) => steps)].flatMap(
    (user) => {
      const entry = user.keys.get('uses');
      if (!entry) return [];
      const name = String(entry.value);
      const { line } = entry;
      const own = ownAction(user);
      if (own !== undefined) return checkOwn(user, name, line, project.actions.get(own));
      const file = OWN_WORKFLOW.exec(name)?.groups?.['file'];
      if (file !== undefined) return checkCall(user, file, line, project.reusable.get(file));
      return checkPin(user, name, line, lines[line - firstLine] ?? '');
    },
  );
};

function checkPin(step: Section, name: string, line: number, written: string): Found[] {
  const [action = '', commit = ''] = name.split('@');
  const pin = PINS[action];
  if (!pin) return [at(line, 'pins', `${name} is not among those of scripts/workflows/pins.ts`)];
  const wanted = `${action}@${pin.commit} # ${pin.version}`;
  const pinned = commit === pin.commit && written.trimEnd().endsWith(wanted);
  const credentials = step.section('with')?.get('persist-credentials');
  return [
    ...(pinned ? [] : [at(line, 'pins', `pin it: ${wanted}`)]),
    ...checkInputs(step, action, new Set(pin.inputs)),
    ...(action === 'actions/checkout' && credentials !== false
      ? [at(line, 'credentials', 'persist-credentials: false keeps the token out of .git')]
      : []),
  ];
}

function checkOwn(step: Section, name: string, line: number, used: OwnAction | undefined): Found[] {
  if (!used) return [at(line, 'inputs', `there is no Action ${name}`)];
  return [
    ...checkInputs(step, name, used.inputs),
    ...checkRequired(step, name, line, used.required),
  ];
}

function checkRequired(
  user: Section,
  name: string,
  line: number,
  required: readonly string[],
): Found[] {
  const given = user.section('with')?.keys;
  return required
    .filter((input) => given?.has(input) !== true)
    .map((input) => at(line, 'inputs', `${name} needs the input ${input}`));
}

function checkInputs(user: Section, name: string, known: ReadonlySet<string>): Found[] {
  const given = [...(user.section('with')?.keys ?? [])];
  return given
    .filter(([input]) => !known.has(input))
    .map(([input, { line }]) => at(line, 'inputs', `${name} has no input ${input}`));
}

function checkCall(
  job: Section,
  file: string,
  line: number,
  called: Reusable | undefined,
): Found[] {
  if (!called) return [at(line, 'inputs', `there is no reusable workflow ${file}`)];
  return [
    ...checkInputs(job, file, called.inputs),
    ...checkRequired(job, file, line, called.required),
  ];
}

/** GitHub starts no job that asks for more than its caller was granted; and more than that is too much. */
const calls: Rule = ({ top, jobs }, project) =>
  jobs.flatMap(({ id, section }) => {
    const file = OWN_WORKFLOW.exec(String(section.get('uses')))?.groups?.['file'];
    const called = file === undefined ? undefined : project.reusable.get(file);
    if (!called) return [];
    const granted = grantsOf(section.section('permissions') ?? top.section('permissions'));
    const wanted = textOf(called.permissions);
    if (textOf(granted) === wanted) return [];
    return [
      at(section.line, 'permissions', `job ${id} must grant ${wanted}, what ${file ?? ''} uses`),
    ];
  });

const textOf = (grants: ReadonlyMap<string, string>): string =>
  [...grants]
    .map(([name, level]) => `${name}: ${level}`)
    .sort()
    .join(', ') || 'nothing';

const outputs: Rule = ({ text, firstLine, jobs }, project) =>
  jobs.flatMap(actionSteps).flatMap(({ id, action }) => {
    const used = project.actions.get(action);
    if (!used) return [];
    const mentions = [...text.matchAll(new RegExp(`\\bsteps\\.${id}\\.outputs\\.([\\w-]+)`, 'g'))];
    return mentions
      .filter(([, name = '']) => !used.outputs.has(name))
      .map(({ index, 1: name = '' }) => {
        const line = firstLine + text.slice(0, index).split('\n').length - 1;
        return at(line, 'outputs', `the Action ${action} has no output ${name}`);
      });
  });

/** The steps with a name that run an Action of ours, and which. */
const actionSteps = ({ steps }: Job): readonly { readonly id: string; readonly action: string }[] =>
  steps.flatMap((step) => {
    const action = ownAction(step);
    return action === undefined || !step.keys.has('id')
      ? []
      : [{ id: String(step.get('id')), action }];
  });

const at = (line: number, rule: string, message: string): Found => ({ line, rule, message });

const RULES: readonly Rule[] = [events, permissions, limits, caches, scripts, uses, calls, outputs];
