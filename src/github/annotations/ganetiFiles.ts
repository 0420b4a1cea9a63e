import type { CauseStep } from '../../model/cause.ts';

/**
 * What of Ganeti runs where: `cli` a command line, `job` the process of a job, `noded` the node daemon;
 * `tools` what is started over ssh, `htools` the programs that place instances. `opcode` and `command`
 * are a part of their own for each opcode and command line.
 */
type GanetiPart = Python | Haskell | `opcode ${string}` | `command ${string}`;
type Python = (typeof PYTHON)[number];
type Haskell = (typeof HASKELL)[number];

const PYTHON = ['cli', 'job', 'noded', 'rapi', 'tools', 'watcher'] as const;
const HASKELL = ['luxid', 'wconfd', 'confd', 'metad', 'mond', 'htools'] as const;
const ANY = [...PYTHON, ...HASKELL] as const;

/** Daemons by the name they have in the tree of causes. */
const DAEMONS: Readonly<Record<string, GanetiPart>> = {
  'ganeti-noded': 'noded',
  'ganeti-rapi': 'rapi',
  'ganeti-watcher': 'watcher',
  'ganeti-luxid': 'luxid',
  'ganeti-wconfd': 'wconfd',
  'ganeti-confd': 'confd',
  'ganeti-metad': 'metad',
  'ganeti-mond': 'mond',
};

/** The parts that a branch of the tree of causes runs, from its kind and label. */
export function partsOfStep({ kind, label }: Pick<CauseStep, 'kind' | 'label'>): GanetiPart[] {
  const [program = ''] = label.split(' ', 1);
  switch (kind) {
    case 'command':
      return ['cli', `command ${program}`];
    case 'request':
      return [label.startsWith('luxi ') ? 'luxid' : 'wconfd'];
    case 'job':
    case 'opcode':
    case 'attempt':
      return ['job', ...(label.match(/\bOP_[A-Z_]+/g) ?? []).map((id) => `opcode ${id}` as const)];
    case 'rpc':
      return ['noded'];
    case 'ssh':
      return ['tools'];
    case 'daemon':
    case 'background':
      return DAEMONS[program] ? [DAEMONS[program]] : [];
    case 'process':
      return /^(?:h[a-z]+|htools)$/.test(program) ? ['htools'] : [];
    case 'unattributed':
      return [];
  }
}

/** Whether a file of Ganeti's source may run in one of these parts. */
export function runsIn(file: string, parts: ReadonlySet<GanetiPart>): boolean {
  const [, runs] = RULES.find(([pattern]) => pattern.test(file)) ?? [];
  return (runs ?? []).some((part) =>
    part instanceof RegExp ? some(part, parts) : parts.has(part),
  );
}

const some = (pattern: RegExp, parts: ReadonlySet<GanetiPart>): boolean =>
  [...parts].some((part) => pattern.test(part));

type Rule = readonly [file: RegExp, runs: readonly (GanetiPart | RegExp)[]];

const opcodes = (names: string): RegExp => new RegExp(`^opcode OP_(?:${names})`);

/**
 * Read off the imports of Ganeti 3.0 and 3.1; the first that matches counts. What the parts have in
 * common comes last: it runs in each of them.
 */
const RULES: readonly Rule[] = [
  ...clients(),
  [/^lib\/(?:client\/|cli(?:_opts)?\.py$|bootstrap\.py$)/, ['cli']],
  [/^lib\/luxi\.py$/, ['cli', 'rapi', 'watcher']],

  // Logical units of one kind of opcode. What several kinds use is below, with the jobs.
  [/^lib\/cmdlib\/cluster\/verify\.py$/, [opcodes('CLUSTER_VERIFY')]],
  // Asked by LUQuery too, and by the start of every job.
  [/^lib\/cmdlib\/cluster\//, ['job', 'cli']],
  [/^lib\/cmdlib\/backup\.py$/, [opcodes('BACKUP')]],
  [/^lib\/cmdlib\/group\.py$/, [opcodes('GROUP')]],
  [/^lib\/cmdlib\/instance\.py$/, [opcodes('INSTANCE_(?:RENAME|REMOVE|MOVE|MULTI|CHANGE)')]],
  [/^lib\/cmdlib\/instance_create\.py$/, [opcodes('INSTANCE_CREATE')]],
  [/^lib\/cmdlib\/instance_migration\.py$/, [opcodes('INSTANCE_(?:FAILOVER|MIGRATE)')]],
  [
    /^lib\/cmdlib\/instance_operation\.py$/,
    [opcodes('INSTANCE_(?:STARTUP|SHUTDOWN|REINSTALL|REBOOT|CONSOLE)')],
  ],
  [/^lib\/cmdlib\/instance_query\.py$/, [opcodes('INSTANCE_QUERY')]],
  [/^lib\/cmdlib\/instance_set_params\.py$/, [opcodes('INSTANCE_SET_PARAMS')]],
  [/^lib\/cmdlib\/network\.py$/, [opcodes('NETWORK')]],
  [/^lib\/cmdlib\/node\.py$/, [opcodes('NODE|REPAIR_NODE')]],
  [/^lib\/cmdlib\/query\.py$/, [opcodes('QUERY')]],
  [/^lib\/cmdlib\/tags\.py$/, [opcodes('TAGS')]],
  [/^lib\/cmdlib\/test\.py$/, [opcodes('TEST')]],

  [/^lib\/(?:cmdlib|jqueue|masterd|config)\//, ['job']],
  [/^lib\/(?:mcpu|locking|hooksmaster|wconfd)\.py$/, ['job']],
  [/^lib\/server\/masterd\.py$/, ['job']],
  [/^lib\/(?:rpc\/|rpc_defs\.py$)/, ['job', 'cli']],
  [/^lib\/(?:server\/noded|backend)\.py$|^lib\/impexpd\//, ['noded']],
  // Jobs look up in them what a hypervisor or a disk can do.
  [/^lib\/(?:hypervisor|storage)\//, ['noded', 'job', 'watcher']],
  [/^lib\/(?:rapi\/|server\/rapi\.py$)/, ['rapi']],
  [/^lib\/watcher\//, ['watcher']],
  [/^lib\/tools\//, ['tools']],
  [/^lib\/build\//, []],
  [/^lib\/.*\.(?:py|in|in_before|in_after)$/, PYTHON],

  // Python's constants and opcodes are made of these.
  [/^src\/Ganeti\/(?:Constants|ConstantUtils|OpCodes|OpParams|Types)\.hs$/, ANY],
  [/^src\/Ganeti\/Hs2Py\//, PYTHON],
  [/^src\/Ganeti\/(?:Query|JQScheduler|JQueue)\//, ['luxid', 'wconfd']],
  [/^src\/Ganeti\/(?:JQScheduler|JQueue|Jobs|Luxi)\.hs$/, ['luxid', 'wconfd', 'htools']],
  [/^src\/Ganeti\/(?:WConfd|Locking)\//, ['wconfd', 'luxid']],
  [/^src\/Ganeti\/Confd\//, ['confd', 'mond']],
  [/^src\/Ganeti\/Metad\//, ['metad']],
  [/^src\/Ganeti\/Monitoring\//, ['mond']],
  [/^src\/Ganeti\/DataCollectors(?:\/|\.hs$)/, ['mond', 'confd', 'htools']],
  [/^src\/Ganeti\/HTools\//, ['htools', 'luxid', 'wconfd']],
  [/^(?:src|app)\/(?:hluxid|ganeti-luxid)\.hs$/, ['luxid']],
  [/^(?:src|app)\/ganeti-wconfd\.hs$/, ['wconfd']],
  [/^(?:src|app)\/(?:hconfd|ganeti-confd)\.hs$/, ['confd']],
  [/^(?:src|app)\/ganeti-metad\.hs$/, ['metad']],
  [/^(?:src|app)\/(?:ganeti-mond|mon-collector)\.hs$/, ['mond']],
  [/^(?:src|app)\/htools\.hs$/, ['htools']],
  [/^src\/.*\.(?:hs|hsc|in)$/, HASKELL],

  [/^(?:daemons|tools|scripts)\//, ANY],
];

/** `gnt-instance` is lib/client/gnt_instance.py, and no other command line runs that. */
function clients(): Rule[] {
  const names = ['backup', 'cluster', 'debug', 'filter', 'group', 'instance', 'job', 'network'];
  return [...names, 'node', 'os', 'storage'].map((name) => [
    new RegExp(`^lib/client/gnt_${name}\\.py$`),
    [`command gnt-${name}`],
  ]);
}
