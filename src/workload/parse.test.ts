import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { failure } from '../../test/support/failure.ts';
import type { DiskTemplate } from '../model/environment.ts';
import { planCluster } from '../cluster/clusterPlan.ts';
import { CANONICAL } from '../settings/canonical.ts';
import { loadWorkloads } from './load.ts';
import { checkNeeds, givesUp, parseWorkload, planActions } from './parse.ts';

const FOLDER = new URL('../../workloads/', import.meta.url);
const FILES = readdirSync(FOLDER);
const text = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8');

const RESTART = text('instance-restart.yaml');
const MIGRATE = text('mass-migrate.yaml');
const cluster = (
  nodes: number,
  instances: number,
  configInstances?: number,
  diskTemplate: DiskTemplate = 'sharedfile',
) =>
  planCluster('0123abcd', '10.213.101', {
    nodes,
    instances,
    diskTemplate,
    ...(configInstances !== undefined && { configInstances }),
  });

/** The commands that a workload's steps become, as one line each. */
const commands = (yaml: string, nodes = 3, instances = 6) =>
  planActions(parseWorkload(yaml, 'x.yaml'), cluster(nodes, instances)).steps.map((action) =>
    action.kind === 'wait'
      ? `WAIT ${action.until}`
      : `${action.command.join(' ')}${action.background ? ' &' : ''}`,
  );

/** Those of a workload that differ with what disks are made of. */
const commandsWith = (yaml: string, diskTemplate: DiskTemplate) =>
  planActions(parseWorkload(yaml, 'x.yaml'), cluster(2, 1, undefined, diskTemplate)).steps.map(
    (action) => (action.kind === 'wait' ? action.until : action.command.join(' ')),
  );

/** A workload with other steps, which are written as YAML. */
const withSteps = (steps: string) =>
  RESTART.replace(/^steps:[^]*(?=^leaves:)/m, `steps: ${steps}\n`);

describe('the workloads that come along', () => {
  it.each(FILES)('%s is one, named like its file', (file) => {
    expect(file).toMatch(/\.yaml$/);
    expect(`${parseWorkload(text(file), file).name}.yaml`).toBe(file);
  });

  it.each(FILES)('%s can be planned on the smallest cluster that it asks for', (file) => {
    const workload = parseWorkload(text(file), file);
    const { nodes, instances, configInstances } = workload.needs;
    const [diskTemplate = 'sharedfile'] = workload.needs.diskTemplates ?? [];
    checkNeeds(workload, { ...workload.needs, diskTemplate });
    const plan = cluster(nodes, instances, configInstances, diskTemplate);
    expect(planActions(workload, plan).steps.length).toBeGreaterThan(0);
  });

  it('hold the canonical ones', async () => {
    const workloads = await loadWorkloads(CANONICAL);
    expect(workloads.map(({ name }) => name)).toEqual([...CANONICAL]);
  });

  it.each(['no-such', '../package', 'instance-restart.yaml', ''])(
    'do not hold %j, and which there are is told',
    async (name) => {
      const loading = loadWorkloads([name]);
      await expect(loading).rejects.toMatchObject({ exitCode: 2 });
      await expect(loading).rejects.toThrow(`no workload '${name}'`);
      await expect(loading).rejects.toThrow(
        /there are: cluster-upgrade, .*config-reads, .*mass-migrate/,
      );
    },
  );
});

describe('parseWorkload', () => {
  it('reads a command as words, from a line and from a list', () => {
    const { steps } = parseWorkload(
      withSteps(`[{run: "  gnt-node   list "}, {run: [gnt-node, list, -o, 'a b', '']}]`),
      'x.yaml',
    );
    expect(steps).toEqual([
      { run: ['gnt-node', 'list'] },
      { run: ['gnt-node', 'list', '-o', 'a b', ''] },
    ]);
  });

  it.each<[string, string, RegExp]>([
    ['a mapping in a line', 'a: b: c', /not valid YAML: .* at line 1, column 4/],
    ['a key twice', `${RESTART}name: b\n`, /has the key "name" twice in one map: keep one/],
    [
      'three hundred thousand characters',
      `${RESTART}#${'x'.repeat(3e5)}`,
      /at most 262144 are read/,
    ],
    ['two documents', `${RESTART}---\n${RESTART}`, /not valid YAML: .*multiple documents/],
    ['a quote that is not closed', RESTART.replace('title: ', 'title: "'), /not valid YAML/],
    ['a tag', RESTART.replace('title: ', 'title: !!js/function '), /Unresolved tag/],
    ['no end of brackets', '['.repeat(20_000), /not valid YAML/],
    [
      'an alias',
      RESTART.replace('title: ', 'title: &t ').replace(/why: [^]*(?=needs)/, 'why: *t\n'),
      /Alias/,
    ],
    ['an alias of nothing', 'a: *nothing', /Alias/],
    [
      'aliases of aliases',
      'a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]',
      /Alias/,
    ],
    ['nothing', '', /expected object, saw null/],
    ['a list', '- a\n- b', /saw an array of 2/],
    ['an unknown field', `${RESTART}repeat: 3\n`, /unknown key "repeat"/],
    [
      'an unknown field of every object',
      `${RESTART}__proto__: {x: 1}\n`,
      /unknown key "__proto__"/,
    ],
    [
      'an unknown need',
      RESTART.replace('nodes:', 'cores: 1\n  nodes:'),
      /at needs: unknown key "cores"/,
    ],
    ['a merge', `${RESTART}<<: {title: x}\n`, /unknown key "<<"/],
    ['no why', RESTART.replace(/why: [^]*(?=needs)/, ''), /at why: expected string, saw nothing/],
    [
      'a name of several words',
      RESTART.replace('name: ', 'name: My '),
      /at name: lower-case words/,
    ],
    ['a name that leads elsewhere', RESTART.replace('name: ', 'name: ../'), /at name: lower-case/],
    ['no node', RESTART.replace('nodes: 1', 'nodes: 0'), /at needs\.nodes: expected .*saw 0/],
    ['half a node', RESTART.replace('nodes: 1', 'nodes: 1.5'), /at needs\.nodes: .*saw 1\.5/],
    [
      'more nodes than can be',
      RESTART.replace('nodes: 1', 'nodes: 101'),
      /at needs\.nodes: .*saw 101/,
    ],
    ['no steps', withSteps('[]'), /at steps: .*saw an array of 0/],
    [
      'too many steps',
      withSteps(`[${'{wait: jobs}, '.repeat(101)}]`),
      /at steps: .* an array of 101/,
    ],
    ['an unknown step', withSteps('[{sleep: 3}]'), /at steps\[0\]: .*"sleep"/],
    ['a step that is two', withSteps('[{run: x, wait: jobs}]'), /at steps\[0\]: .*"wait"/],
    ['a wait for something else', withSteps('[{wait: nodes}]'), /at steps\[0\].*"jobs"\|"quiet"/],
    ['no times', withSteps('[{run: x, times: 0}]'), /at steps\[0\]\.times: .*saw 0/],
    ['too many times', withSteps('[{run: x, times: 1001}]'), /at steps\[0\]\.times: .*1001/],
    [
      'a method of HTTP that RAPI has not',
      withSteps('[{rapi: HEAD /2}]'),
      /\.rapi: expected a method/,
    ],
    ['a request of two paths', withSteps('[{rapi: GET /2 /3}]'), /\.rapi: expected a method/],
    [
      'a request with a status',
      withSteps('[{rapi: GET /2, status: 1}]'),
      /at steps\[0\]: .*"status"/,
    ],
    ['a request before Ganeti runs', `${RESTART}before: [{rapi: GET /2}]`, /at before\[0\]/],
    ['a status of a signal', withSteps('[{run: x, status: 137}]'), /at steps\[0\]\.status: /],
    ['a foreground', withSteps('[{run: x, background: false}]'), /at steps\[0\]: .*"background"/],
    ['a loop over something else', withSteps('[{run: x, each: disk}]'), /"instance"\|"node"/],
    ['a command of nothing', withSteps('[{run: ""}]'), /at steps\[0\]\.run: expected a command/],
    ['a command of spaces', withSteps('[{run: "  "}]'), /at steps\[0\]\.run: expected a command/],
    [
      'a command without a first word',
      withSteps('[{run: ["", x]}]'),
      /at steps\[0\]\.run: expected a command/,
    ],
    ['a command of no words', withSteps('[{run: []}]'), /at steps\[0\]\.run: .*saw an array of 0/],
    ['a command of too many words', withSteps(`[{run: [${'x, '.repeat(51)}]}]`), /at steps\[0\]: /],
    ['a number for a command', withSteps('[{run: 3}]'), /at steps\[0\]/],
  ])('refuses %s', (_, yaml, message) => {
    const { exitCode, message: said } = failure(() => parseWorkload(yaml, 'my-file.yaml'));
    expect(exitCode).toBe(2);
    expect(said).toContain('workload my-file.yaml');
    expect(said).toMatch(message);
  });

  it('refuses a schema that it does not know, by name', () => {
    const newer = RESTART.replace('workload/1', 'workload/2');
    expect(failure(() => parseWorkload(newer, 'x.yaml')).message).toBe(
      "workload x.yaml has schema 'ganeti-perf/workload/2'; " +
        "this ganeti-perf reads 'ganeti-perf/workload/1'",
    );
    const none = RESTART.replace(/^schema: .*$/m, '');
    expect(failure(() => parseWorkload(none, 'x.yaml')).message).toMatch(
      /at schema: .*saw nothing/,
    );
    const number = RESTART.replace(/^schema: .*$/m, 'schema: 1');
    expect(failure(() => parseWorkload(number, 'x.yaml')).message).toMatch(/at schema: .*saw 1/);
  });
});

describe('planActions', () => {
  it('fills in names', () => {
    expect(commands(RESTART)).toEqual([
      'gnt-instance shutdown inst1',
      'gnt-instance startup inst1',
      'gnt-instance reboot inst1',
    ]);
    expect(commands(MIGRATE, 2, 2)).toEqual([
      'gnt-node migrate --force --target-node=node1.perf.test node2.perf.test',
      'gnt-instance migrate --force --submit --target-node=node2.perf.test inst1',
      'gnt-instance migrate --force --submit --target-node=node2.perf.test inst2',
      'WAIT jobs',
    ]);
  });

  it.each([
    ['a step for each of no instances', '[{run: "x {instance}", each: instance}]', []],
    [
      'two placeholders in a word',
      '[{run: "x {node1}:{inst1},{node1}"}]',
      ['x node1.perf.test:inst1,node1.perf.test'],
    ],
    [
      'braces around something else',
      '[{run: "x {a-b} {} {{ }} {node 1}"}]',
      ['x {a-b} {} {{ }} {node 1}'],
    ],
    ['a placeholder in braces', '[{run: "x {{inst1}}"}]', ['x {inst1}']],
  ])('%s', (_, steps, expected) => {
    expect(commands(withSteps(steps), 3, expected.length)).toEqual(expected);
  });

  it('names stopped instances of the configuration, and has no turn for them in a loop', () => {
    const yaml = withSteps('[{run: "x {c2}"}, {run: "y {instance}", each: instance}]');
    const { steps: actions } = planActions(parseWorkload(yaml, 'x.yaml'), cluster(3, 1, 2));
    expect(actions.map((one) => one.kind === 'run' && one.command)).toEqual([
      ['x', 'c2'],
      ['y', 'inst1'],
    ]);
  });

  it('does a step for each instance, so many times, and in the background', () => {
    const steps = '[{run: "x {instance} {n}", each: instance, times: 2, background: true}]';
    expect(commands(withSteps(steps), 3, 2)).toEqual([
      'x inst1 1 &',
      'x inst1 2 &',
      'x inst2 1 &',
      'x inst2 2 &',
    ]);
  });

  it('does a step for each node', () => {
    expect(commands(withSteps('[{run: "ssh {node} x", each: node}]'), 2, 1)).toEqual([
      'ssh node1.perf.test x',
      'ssh node2.perf.test x',
    ]);
  });

  it('plans requests, and what is done before Ganeti is started', () => {
    const yaml = `${withSteps('[{rapi: "GET /2/instances/{inst1}"}]')}before: [{run: "x {node1}"}]\n`;
    expect(planActions(parseWorkload(yaml, 'x.yaml'), cluster(3, 6))).toEqual({
      before: [{ kind: 'run', command: ['x', 'node1.perf.test'] }],
      steps: [{ kind: 'rapi', command: ['GET', '/2/instances/inst1'] }],
    });
  });

  it('leaves the number of a job to the time when there is one', () => {
    expect(commands(withSteps('[{run: "x {job}"}, {wait: quiet}]'))).toEqual([
      'x {job}',
      'WAIT quiet',
    ]);
  });

  it.each([
    ['a node that is not there', '{node4}'],
    ['a stopped instance that is not there', '{c1}'],
    ['an instance that is not there', '{inst7}'],
    ['a node without a number', '{node}'],
    ['a number with a zero before it', '{node01}'],
    ['the number of a turn outside of turns', '{n}'],
    ["the loop's instance outside the loop", '{instance}'],
    ['a name of objects', '{__proto__}'],
    ['another one', '{toString}'],
  ])('refuses %s', (_, placeholder) => {
    const { exitCode, message } = failure(() => commands(withSteps(`[{run: "x ${placeholder}"}]`)));
    expect(exitCode).toBe(2);
    expect(message).toContain(`'instance-restart' names ${placeholder}`);
    expect(message).toContain('3 nodes and 6 instances');
  });
});

it('does the steps for what disks are made of', () => {
  expect(commandsWith(MIGRATE, 'drbd')).toEqual([
    'gnt-node migrate --force node2.perf.test',
    'gnt-instance migrate --force --submit inst1',
    'jobs',
  ]);
  expect(commandsWith(MIGRATE, 'diskless')).toEqual(commandsWith(MIGRATE, 'sharedfile'));
});

describe('checkNeeds', () => {
  const workload = parseWorkload(MIGRATE, 'mass-migrate.yaml');

  it('refuses disks that it cannot be done with', () => {
    const size = { nodes: 3, instances: 6 };
    const { exitCode, message } = failure(() =>
      checkNeeds(workload, { ...size, diskTemplate: 'plain' }),
    );
    expect(exitCode).toBe(2);
    expect(message).toContain("means nothing with disks of 'plain'");
    expect(message).toContain('--disk-template sharedfile or diskless or drbd');
    checkNeeds(workload, { ...size, diskTemplate: 'drbd' });
  });

  it('refuses stopped instances where all of a node have to run', () => {
    const size = { nodes: 3, instances: 6 };
    const { exitCode, message } = failure(() => {
      checkNeeds(workload, { ...size, configInstances: 10 });
    });
    expect(exitCode).toBe(2);
    expect(message).toContain("'mass-migrate' needs every instance to run");
    checkNeeds(workload, { ...size, configInstances: 0 });
    checkNeeds(parseWorkload(RESTART, 'x.yaml'), { ...size, configInstances: 10 });
  });

  it('refuses a configuration that is smaller than it asks for', () => {
    const large = parseWorkload(text('config-contention.yaml'), 'config-contention.yaml');
    const size = { nodes: 3, instances: 6 };
    const { exitCode, message } = failure(() => checkNeeds(large, size));
    expect(exitCode).toBe(2);
    expect(message).toContain(
      'at least 1000 stopped instances in the configuration, and --config-instances is 0',
    );
    checkNeeds(large, { ...size, configInstances: 1000 });
  });

  it.each([
    [2, 1],
    [80, 300],
  ])('is content with %i nodes and %i instances', (nodes, instances) => {
    expect(() => checkNeeds(workload, { nodes, instances })).not.toThrow();
  });

  it.each([
    [1, 1, 'at least 2 nodes, and --nodes is 1: '],
    [2, 0, 'at least 1 instances, and --instances is 0: '],
    [1, 0, 'at least 2 nodes, and --nodes is 1; at least 1 instances, and --instances is 0: '],
  ])('is not with %i nodes and %i instances', (nodes, instances, lack) => {
    const { exitCode, message } = failure(() => checkNeeds(workload, { nodes, instances }));
    expect(exitCode).toBe(2);
    expect(message).toContain(`'mass-migrate' needs ${lack}`);
  });

  it('looks at the nodes of a group, as Ganeti chooses another one among these', () => {
    const size = { nodes: 5, instances: 6 };
    expect(() => checkNeeds(workload, { ...size, nodeGroups: 2 })).not.toThrow();
    const { message } = failure(() => checkNeeds(workload, { ...size, nodeGroups: 3 }));
    expect(message).toContain('at least 2 nodes in each group, and --nodes is 5 for 3 node groups');
  });
});

it.each([
  ['{rapi: GET /2/os, giveUpAfter: 3}', true],
  ['{rapi: GET /2/os}', false],
  ['{run: gnt-cluster verify GET /2/os 3}', false],
])('a client of %s gives up: %j', (step, expected) => {
  const workload = parseWorkload(withSteps(`[${step}]`), 'x.yaml');
  expect(givesUp(planActions(workload, cluster(3, 6)).steps)).toBe(expected);
});
