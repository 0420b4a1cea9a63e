import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PerfError } from '../platform/errors.ts';
import { parseArgv } from './argv.ts';
import type { PlanSettings, RunSettings, ScaleSettings } from '../settings/settings.ts';
import { VERSION } from '../settings/version.ts';

const RUN: RunSettings = {
  ganeti: { kind: 'debian', suite: 'bookworm' },
  nodes: 3,
  instances: 6,
  verbose: false,
  workloads: ['instance-restart', 'cluster-verify', 'mass-migrate'],
  repeat: 1,
  out: 'perf-results',
  json: false,
  keep: false,
};

const SCALE: ScaleSettings = {
  ganeti: { kind: 'debian', suite: 'bookworm' },
  nodes: [3, 4, 5, 6],
  instances: [6],
  workloads: ['instance-restart', 'cluster-verify', 'mass-migrate'],
  repeat: 1,
  out: 'perf-results/scale',
  accept: false,
  json: false,
  verbose: false,
};

const PLAN: PlanSettings = {
  ganeti: { kind: 'debian', suite: 'bookworm' },
  nodes: [3],
  instances: [6],
  workloads: ['instance-restart', 'cluster-verify', 'mass-migrate'],
  repeat: 1,
  verbose: false,
};

const words = (line: string): string[] => line.split(' ').filter((word) => word !== '');

describe('what is understood', () => {
  it.each<[line: string, settings: Partial<RunSettings>]>([
    ['', {}],
    ['run', {}],
    ['--nodes 5', { nodes: 5 }],
    ['run --nodes=100 --instances 0', { nodes: 100, instances: 0 }],
    ['--ganeti debian:trixie', { ganeti: { kind: 'debian', suite: 'trixie' } }],
    [
      '--ganeti image:host:5000/ganeti:3.1',
      { ganeti: { kind: 'image', reference: 'host:5000/ganeti:3.1' } },
    ],
    [
      '--overlay ./patched --out x --baselines b',
      { overlay: './patched', out: 'x', baselines: 'b' },
    ],
    ['--config-instances 20000', { configInstances: 20_000 }],
    ['--config-instances 1 --config-bare', { configInstances: 1, configBare: true }],
    ['--config-nodes 500', { configNodes: 500 }],
    ['--disk-template drbd', { diskTemplate: 'drbd' }],
    ['--disk-template plain --nodes 1', { diskTemplate: 'plain', nodes: 1 }],
    ['--disk-template plain --storage real', { diskTemplate: 'plain', storage: 'real' }],
    ['--disk-template drbd --storage emulated', { diskTemplate: 'drbd', storage: 'emulated' }],
    ['--config-instances 0', { configInstances: 0 }],
    ['--workload a --workload b --repeat 3', { workloads: ['a', 'b'], repeat: 3 }],
    ['--workload b,a,b', { workloads: ['b', 'a'] }],
    ['--json --keep --verbose', { json: true, keep: true, verbose: true }],
  ])("'%s' runs", (line, settings) => {
    expect(parseArgv(words(line))).toEqual({ name: 'run', settings: { ...RUN, ...settings } });
  });

  it.each([
    ['refresh', { name: 'refresh', settings: { ...RUN, repeat: 5 } }],
    [
      'refresh a b --baselines c',
      {
        name: 'learn',
        settings: { files: ['a', 'b'], baselines: 'c', json: false, verbose: false },
      },
    ],
    [
      'probe wconfd ReadConfig',
      {
        name: 'probe',
        settings: {
          ...{ ganeti: { kind: 'debian', suite: 'bookworm' }, nodes: 3, instances: 6 },
          ...{ channel: 'wconfd', method: 'ReadConfig', args: [], concurrency: 1 },
          ...{ out: 'perf-results/probe', json: false, verbose: false },
        },
      },
    ],
    [
      'probe luxi QueryNodes [[],["name"],false] --repeat 50 --concurrency 4 --against debian:trixie',
      {
        name: 'probe',
        settings: {
          ...{ ganeti: { kind: 'debian', suite: 'bookworm' }, nodes: 3, instances: 6 },
          ...{ channel: 'luxi', method: 'QueryNodes', args: [[], ['name'], false] },
          ...{ repeat: 50, concurrency: 4, against: { kind: 'debian', suite: 'trixie' } },
          ...{ out: 'perf-results/probe', json: false, verbose: false },
        },
      },
    ],
    [
      'probe luxi QueryNodes --config-nodes 0,20 --config-instances 100,200',
      {
        name: 'probe',
        settings: {
          ...{ ganeti: { kind: 'debian', suite: 'bookworm' }, nodes: 3, instances: 6 },
          ...{ configNodes: [0, 20], configInstances: [100, 200] },
          ...{ channel: 'luxi', method: 'QueryNodes', args: [], concurrency: 1 },
          ...{ out: 'perf-results/probe', json: false, verbose: false },
        },
      },
    ],
    ['refresh --repeat 2', { name: 'refresh', settings: { ...RUN, repeat: 2 } }],
    [
      'compare a b --json',
      { name: 'compare', settings: { base: 'a', head: 'b', json: true, verbose: false } },
    ],
    ['report f', { name: 'report', settings: { file: 'f', format: 'terminal', verbose: false } }],
    [
      'report f --format html',
      { name: 'report', settings: { file: 'f', format: 'html', verbose: false } },
    ],
    [
      'cluster up --nodes 1',
      {
        name: 'cluster up',
        settings: { ganeti: RUN.ganeti, nodes: 1, instances: 6, verbose: false },
      },
    ],
    [
      'merge a',
      {
        name: 'merge',
        settings: { files: ['a'], out: 'perf-results/merged', json: false, verbose: false },
      },
    ],
    [
      'merge a b --baselines x --out o --json',
      {
        name: 'merge',
        settings: { files: ['a', 'b'], baselines: 'x', out: 'o', json: true, verbose: false },
      },
    ],
    ['cluster down', { name: 'cluster down', settings: { verbose: false } }],
    ['cluster status --json', { name: 'cluster status', settings: { json: true, verbose: false } }],
    ['cluster shell', { name: 'cluster shell', settings: { node: 1, verbose: false } }],
    ['cluster shell 2', { name: 'cluster shell', settings: { node: 2, verbose: false } }],
    ['clean', { name: 'clean', settings: { images: false, allUsers: false, verbose: false } }],
    [
      'clean --images --all-users',
      { name: 'clean', settings: { images: true, allUsers: true, verbose: false } },
    ],
  ])("'%s'", (line, command) => {
    expect(parseArgv(words(line))).toEqual(command);
  });

  it.each<[line: string, settings: Partial<ScaleSettings>]>([
    ['scale', {}],
    ['scale --nodes 3,5,8', { nodes: [3, 5, 8] }],
    ['scale --nodes 3 --instances=0,6,12', { nodes: [3], instances: [0, 6, 12] }],
    ['scale --accept --json --repeat 2', { accept: true, json: true, repeat: 2 }],
    ['scale --overlay x --baselines b --out o', { overlay: 'x', baselines: 'b', out: 'o' }],
    ['scale --workload cluster-verify', { workloads: ['cluster-verify'] }],
    [
      'scale --nodes 3 --config-instances 0,500,1000,2000 --config-bare',
      { nodes: [3], configInstances: [0, 500, 1000, 2000], configBare: true },
    ],
    [
      'scale --nodes 3 --config-nodes 0,20,40 --config-instances 0,300,600',
      { nodes: [3], configNodes: [0, 20, 40], configInstances: [0, 300, 600] },
    ],
    ['scale --candidate-pool 2,3,10', { candidatePool: [2, 3, 10] }],
    ['scale --node-groups 1,3', { nodeGroups: [1, 3] }],
    ['scale --nodes 4 --node-groups 1,2,4', { nodes: [4], nodeGroups: [1, 2, 4] }],
    ['scale --nodes 6 --candidate-pool 2,3', { nodes: [6], candidatePool: [2, 3] }],
    [
      'scale --totals 10x150,20x300,40x600',
      { nodes: [3], configNodes: [7, 17, 37], configInstances: [144, 294, 594], together: true },
    ],
    [
      'scale --totals 5x5,10x10,20x20 --nodes 5 --instances 0 --config-bare',
      {
        ...{ nodes: [5], instances: [0], configBare: true, together: true },
        ...{ configNodes: [0, 5, 15], configInstances: [5, 10, 20] },
      },
    ],
    ['scale --against debian:trixie', { against: { kind: 'debian', suite: 'trixie' } }],
  ])("'%s' scales", (line, settings) => {
    expect(parseArgv(words(line))).toEqual({ name: 'scale', settings: { ...SCALE, ...settings } });
  });

  it('profile counts costs of checkouts', () => {
    const line = 'profile --cost-centres --ganeti source:a --against source:b --daemon confd';
    expect(parseArgv(words(line))).toMatchObject({
      name: 'profile',
      settings: { costCentres: true, ganeti: { folder: 'a' }, against: { folder: 'b' } },
    });
  });

  it('harness names a function, and checkouts', () => {
    const line =
      'harness getInstance --ganeti source:a --against source:b --repeat 5 --config-instances 9';
    expect(parseArgv(words(line))).toMatchObject({
      name: 'harness',
      settings: {
        name: 'getInstance',
        ganeti: { kind: 'source', folder: 'a' },
        against: { kind: 'source', folder: 'b' },
        repeat: 5,
        configInstances: 9,
        out: 'perf-results/harness',
      },
    });
  });

  it.each<[line: string, settings: Partial<PlanSettings>]>([
    ['plan', {}],
    // Two sizes, of which a growth would not be known.
    ['plan --nodes 3,5 --instances 0,6,12', { nodes: [3, 5], instances: [0, 6, 12] }],
    ['plan --shards 256 --repeat 2', { shards: 256, repeat: 2 }],
    [
      'plan --workload a --workload b,c --ganeti debian:trixie',
      { workloads: ['a', 'b', 'c'], ganeti: { kind: 'debian', suite: 'trixie' } },
    ],
  ])("'%s' plans", (line, settings) => {
    expect(parseArgv(words(line))).toEqual({ name: 'plan', settings: { ...PLAN, ...settings } });
  });

  it('settings are frozen through and through', () => {
    const command = parseArgv(['run']);
    if (command.name !== 'run') throw new Error(command.name);
    expect(Object.isFrozen(command.settings)).toBe(true);
    expect(Object.isFrozen(command.settings.workloads)).toBe(true);
    expect(Object.isFrozen(command.settings.ganeti)).toBe(true);
  });

  it('one parse leaves nothing behind for the next', () => {
    parseArgv(['--workload', 'a', '--nodes', '7']);
    expect(parseArgv([])).toEqual({ name: 'run', settings: RUN });
  });
});

describe('what is refused, with exit status 2', () => {
  it.each([
    ['--nodes 0', '--nodes must be between 1 and 100, got 0\nsee: ganeti-perf run --help'],
    ['--nodes 101', '--nodes must be between 1 and 100, got 101'],
    ['--nodes -1', '--nodes must be between 1 and 100, got -1'],
    ['--nodes 1e2', "--nodes must be a whole number between 1 and 100, got '1e2'"],
    ['--nodes', "option '--nodes <n>' argument missing"],
    ['--instances 1001', '--instances must be between 0 and 1000, got 1001'],
    ['--config-instances 20001', '--config-instances must be between 0 and 20000, got 20001'],
    ['--config-bare', '--config-bare is about the instances that --config-instances adds'],
    ['trace --config-bare -- gnt-node list', '--config-bare is about the instances'],
    ['--repeat 0', '--repeat must be between 1 and 100, got 0'],
    ['--out=', '--out must name a path, got an empty text'],
    ['--workload=', '--workload must name a workload, got an empty text'],
    [
      '--workload ../x',
      "--workload must be a name as in workloads/ (lower-case words joined by hyphens), got '../x'",
    ],
    [
      '--against debian:bookworm --baselines there',
      '--against is compared with in place of baselines',
    ],
    [
      '--against debian:bookworm --base debian:trixie',
      "--base confirms what differs from baselines, and has nothing to confirm where another Ganeti stands in for them ('against'): leave out this one or the other",
    ],
    [
      '--base ../ganeti',
      "--base must be debian:bookworm, debian:trixie, source:DIR or image:REF, got '../ganeti'",
    ],
    [
      '--ganeti source:',
      "--ganeti 'source:' names no folder; name a checkout of Ganeti, as source:../ganeti",
    ],
    [
      '--ganeti debian:sid',
      "--ganeti must be debian:bookworm, debian:trixie, source:DIR or image:REF, got 'debian:sid'",
    ],
    ['--ganeti ../ganeti', "got '../ganeti'; a checkout is 'source:../ganeti'"],
    ['--ganeti image:--privileged', '--ganeti must be debian:bookworm'],
    ['--node 3', "unknown option '--node' (Did you mean --nodes?)"],
    ['run more', "too many arguments for 'run'"],
    ['rnu', "unknown command 'rnu' (Did you mean run?)\nsee: ganeti-perf --help"],
    ['trace', "missing required argument 'command'"],
    ['compare a', "missing required argument 'head'\nsee: ganeti-perf compare --help"],
    [
      'refresh f --nodes 3',
      '--nodes is for measuring, and with files nothing is measured: leave it out',
    ],
    ['report f --format pdf', "--format must be one of markdown, html, terminal, json, got 'pdf'"],
    ['report', "missing required argument 'file'"],
    ['cluster', 'cluster needs one of up, down, status, shell\nsee: ganeti-perf cluster --help'],
    ['defects', 'defects needs one of list, run\nsee: ganeti-perf defects --help'],
    ['defects run --nodes 3', 'see: ganeti-perf defects run --help'],
    ['profile --nodes 0', 'see: ganeti-perf profile --help'],
    ['cluster shel', "unknown command 'shel' (Did you mean shell?)"],
    [
      'cluster shell 0',
      'node must be between 1 and 100, got 0\nsee: ganeti-perf cluster shell --help',
    ],
    [
      'scale --nodes 3,x',
      "--nodes must be whole numbers between 1 and 100 with commas, got 'x'\nsee: ganeti-perf scale",
    ],
    ['scale --nodes 3,', "--nodes must be whole numbers between 1 and 100 with commas, got ''"],
    ['scale --nodes 0,3,4', "--nodes must be whole numbers between 1 and 100 with commas, got '0'"],
    ['scale --nodes 3,5,4', "--nodes must rise, got '3,5,4'"],
    ['scale --nodes 3,3,4', "--nodes must rise, got '3,3,4'"],
    ['scale --nodes 3,4', '--nodes must be one size, or three at least'],
    [
      'scale --nodes 3',
      '--nodes must be three sizes at least when --instances and --config-instances are one size',
    ],
    [
      'scale --nodes 3,4,5 --candidate-pool 2,5',
      '--candidate-pool must be fewer than the nodes and than 10, or 10 for the usual pool',
    ],
    ['scale --candidate-pool 0', '--candidate-pool must be whole numbers between 1 and 100'],
    [
      'scale --nodes 3 --config-nodes 0,3,4 --candidate-pool 2',
      '--candidate-pool must be left out where the configuration has several sizes',
    ],
    ['run --node-groups 0', '--node-groups must be between 1 and 100, got 0'],
    [
      'run --node-groups 4',
      '--node-groups must be at most the nodes, as each group has one, got 4 for 3',
    ],
    [
      'run --node-groups 2 --disk-template drbd',
      '--disk-template must not be drbd where a node group has one node: each disk is on two',
    ],
    ['plan --nodes 2,4 --node-groups 3', '--node-groups must be at most the nodes'],
    [
      'scale --nodes 3,4,5 --node-groups 1,6',
      '--node-groups must divide a number of nodes, as all groups have as many, got 6 for 3,4,5',
    ],
    [
      'scale --nodes 2,4,6 --node-groups 1,2 --disk-template drbd',
      '--disk-template must not be drbd where a node group has one node',
    ],
    [
      'scale --nodes 4,6,8 --instances 3,6,9 --node-groups 1,2',
      '--node-groups must be one number where anything but the nodes has several sizes',
    ],
    [
      'scale --nodes 4,6,8 --candidate-pool 2,3 --node-groups 1,2',
      '--node-groups must be one number where anything but the nodes has several sizes',
    ],
    [
      'scale --nodes 4,6,8 --node-groups 1,2 --accept',
      '--node-groups must be several in each cluster with --accept',
    ],
    ['run --candidate-pool 0', '--candidate-pool must be between 1 and 100, got 0'],
    [
      'scale --totals 20x300',
      "--totals must be three sizes at least, and 12 at most, got '20x300'",
    ],
    [
      'scale --totals 20,40,80',
      "--totals must be sizes as 20x300, nodes by instances, with commas, got '20,40,80'",
    ],
    ['scale --totals 20x300,40x600,30x450', '--totals must rise'],
    [
      'scale --totals 20x300,40x600,80x900',
      '--totals must have as many instances for each node everywhere, got 20x300 and 80x900',
    ],
    [
      'scale --totals 2x30,4x60,8x120',
      '--totals must hold the 3 nodes and 6 instances that are driven, got 2x30',
    ],
    [
      'scale --totals 20x300,40x600,80x1200 --config-nodes 3',
      '--totals say how large the configuration is in all',
    ],
    [
      'scale --totals 20x300,40x600,800x12000',
      '--totals must be at most 500 nodes and 20000 instances more',
    ],
    [
      'scale --nodes 3,4,5 --config-nodes 3,4,5',
      '--config-nodes must be one size where --nodes are several',
    ],
    [
      'scale --nodes 3 --config-nodes 3,4,5 --accept',
      '--config-instances must be one size with --accept',
    ],
    ['run --disk-template rbd', '--disk-template must be one of sharedfile, plain, drbd, diskless'],
    ['run --disk-template drbd --nodes 1', '--disk-template must not be drbd'],
    ['run --storage tape', '--storage must be one of emulated, real'],
    ['run --storage real', '--storage must not be real but with disks of plain'],
    [
      'scale --disk-template diskless --storage real',
      '--storage must not be real but with disks of plain',
    ],
    [
      'run --disk-template drbd --storage real',
      "--storage must not be real with disks of drbd: all nodes share this machine's kernel",
    ],
    ['scale --disk-template drbd --nodes 1,2,3', '--disk-template must not be drbd'],
    [
      'scale --nodes 3 --config-nodes 501',
      '--config-nodes must be whole numbers between 0 and 500',
    ],
    [
      'scale --instances 1,2,3 --config-instances 1,2,3',
      '--config-instances must be one size where --instances are several',
    ],
    [
      'scale --config-instances 1,2,3 --accept',
      '--config-instances must be one size with --accept',
    ],
    ['scale --config-bare', '--config-bare is about the instances that --config-instances adds'],
    ['scale --against debian:trixie --accept', '--against is compared with in place of baselines'],
    ['scale --instances 1,2,3,4,5,6,7,8,9,10,11,12,13', '--instances must be at most 12 sizes'],
    ['scale --keep', "unknown option '--keep'"],
    [
      'probe rapi GET',
      "channel must be one of luxi, wconfd, config, node, confd, metad, got 'rapi'",
    ],
    ['probe luxi Query --config-instances 9,5', "--config-instances must rise, got '9,5'"],
    ['probe luxi Query --config-nodes 9,5', "--config-nodes must rise, got '9,5'"],
    [
      'probe luxi Query --config-instances 0 --config-bare',
      '--config-bare is about the instances that --config-instances adds',
    ],
    ['probe luxi Query.', "method must be the name of a request, e.g. ReadConfig, got 'Query.'"],
    ['probe luxi Query {}', "args must be a list as JSON, e.g. '[[],[\"name\"],false]', got '{}'"],
    ['probe luxi Query [', "got '['"],
    ['probe luxi', "missing required argument 'method'"],
    ['harness', "missing required argument 'name'"],
    ['harness a-b --ganeti source:x', 'name must be the name of a harness, e.g. getInstance, got'],
    [
      'harness getInstance',
      '--ganeti must be source:DIR, as a harness is linked against the modules of a checkout, got ' +
        "'debian:bookworm'",
    ],
    ['profile --cost-centres', '--ganeti must be source:DIR with --cost-centres: a daemon that'],
    ['profile --cost-centres --ganeti image:x', '--ganeti must be source:DIR with --cost-centres'],
    [
      'profile --cost-centres --ganeti source:x --against debian:trixie',
      '--against must be source:DIR with --cost-centres',
    ],
    ['harness x --ganeti source:x --against debian:trixie', '--against must be source:DIR'],
    ['plan --shards 0', '--shards must be between 1 and 256, got 0\nsee: ganeti-perf plan --help'],
    ['plan --nodes 5,3', "--nodes must rise, got '5,3'"],
    ['plan --overlay x', "unknown option '--overlay'"],
    ['merge', "missing required argument 'file'\nsee: ganeti-perf merge --help"],
    ['merge --out=o a --out=', '--out must name a path, got an empty text'],
    [`merge${' a'.repeat(257)}`, 'the files to merge must be at most 256, got 257'],
    ['clean --keep', "unknown option '--keep'"],
  ])("'%s'", (line, message) => {
    const refused = ((): unknown => {
      try {
        return parseArgv(words(line));
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(PerfError);
    expect((refused as PerfError).exitCode).toBe(2);
    expect((refused as PerfError).message).toContain(message);
    expect((refused as PerfError).message.split('\n').at(-1)).toMatch(
      /^see: ganeti-perf.* --help$/,
    );
  });
});

describe('help', () => {
  it.each([
    ['--help', ['Examples:', 'Exit status:', 'refresh', 'cluster']],
    ['help', ['Examples:', 'Exit status:']],
    [
      'run --help',
      ['--ganeti <source>', '--keep', '--against <source>', 'instance-restart, cluster'],
    ],
    ['help refresh', ['measure each workload k times (default: 5)']],
    ['--nodes 3 --help', ['Usage: ganeti-perf run']],
    ['scale --help', ['--nodes <list>', '--accept', '(default: 3,4,5,6)', 'growth.json']],
    ['harness --help', ['<name>', '--against <source>', 'parseConfig', 'Exit status']],
    ['probe --help', ['<channel> <method> [args]', '--concurrency <c>', 'Exit status']],
    ['plan --help', ['--shards <n>', '(default: 3)', 'strategy.matrix', '256']],
    ['merge --help', ['<file...>', '(default: perf-results/merged)', 'Exit status']],
    ['compare --help', ['<base> <head>', 'Exit status']],
    ['report --help', ['--format <format>']],
    ['cluster --help', ['up', 'down', 'status', 'shell']],
    ['cluster shell --help', ['[node]']],
    ['clean --help', ['--images', '--all-users']],
  ])("'%s'", (line, parts) => {
    const command = parseArgv(words(line));
    if (command.name !== 'help') throw new Error(command.name);
    for (const part of parts) expect(command.text).toContain(part);
    expect(command.text).toMatch(/[^\n]\n$/);
  });

  it.each([
    ...['', 'run', 'refresh', 'trace', 'probe', 'scale', 'plan', 'merge', 'compare', 'report'],
    'clean',
    ...['cluster', 'cluster up', 'cluster down', 'cluster status', 'cluster shell'],
  ])("'%s --help' fits on a screen of 30 lines and 100 columns, and has an example", (line) => {
    const command = parseArgv(words(`${line} --help`));
    if (command.name !== 'help') throw new Error(command.name);
    const lines = command.text.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(30);
    expect(lines.filter((text) => text.length > 100)).toEqual([]);
    expect(command.text).toMatch(/^Examples?:\n {2}ganeti-perf/m);
  });

  it('each command has a line of its own, with its arguments', () => {
    const command = parseArgv(['--help']);
    if (command.name !== 'help') throw new Error(command.name);
    expect(command.text).toMatch(/^ {2}refresh \[file\.\.\.\] {2,}accept/m);
    expect(command.text).toMatch(/^ {2}compare <base> <head> {2,}compare two/m);
  });

  it("the version is package.json's", () => {
    const url = new URL('../../package.json', import.meta.url);
    expect(JSON.parse(readFileSync(url, 'utf8'))).toMatchObject({ version: VERSION });
    expect(parseArgv(['--version'])).toEqual({ name: 'help', text: `${VERSION}\n` });
  });
});
