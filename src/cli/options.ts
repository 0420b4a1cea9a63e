import { Option as ProgramOption, type Command as Program } from 'commander';
import { DEFAULTS, type Raw } from '../settings/settings.ts';

/** Options that several commands share. */

type Option = readonly [flags: string, description: string];

interface SizeOptions {
  readonly nodes: Option;
  readonly instances: Option;
  readonly configInstances: Option;
  readonly out: string;
}

const CONFIG_INSTANCES = 'stopped ones, only in the configuration, to 20000; --config-nodes: nodes';

const ONE_SIZE: SizeOptions = {
  nodes: ['--nodes <n>', `nodes of the cluster, 1 to 100 (default: ${DEFAULTS.nodes})`],
  instances: ['--instances <n>', `instances on it (default: ${DEFAULTS.instances})`],
  configInstances: ['--config-instances <n>', CONFIG_INSTANCES],
  out: DEFAULTS.out,
};

const sizeLists = (nodes: string, instances: string): Pick<SizeOptions, 'nodes' | 'instances'> => ({
  nodes: ['--nodes <list>', `nodes of each cluster, at most 12 rising numbers (default: ${nodes})`],
  instances: [
    '--instances <list>',
    `instances, each with each number of nodes (default: ${instances})`,
  ],
});

export const SIZE_LISTS: SizeOptions = {
  ...sizeLists(DEFAULTS.scaleNodes, DEFAULTS.scaleInstances),
  configInstances: [
    '--config-instances <list>',
    'stopped ones, only in the configuration; --config-nodes <list>: nodes',
  ],
  out: DEFAULTS.scaleOut,
};

/** One size of a cluster, with configurations of several sizes. */
export const CONFIGURATIONS: SizeOptions = {
  ...ONE_SIZE,
  configInstances: [
    '--config-instances <list>',
    'stopped, only in the configuration; --config-nodes <list>: nodes',
  ],
};

export const GANETI: Option = [
  '--ganeti <source>',
  `${DEFAULTS.ganeti} (default), debian:trixie, source:DIR or image:REF`,
];

export function withRunOptions(command: Program, repeat: string, sizes = ONE_SIZE): Program {
  withWorkloads(withClusterOptions(command, sizes), repeat)
    .optionsGroup('Options:')
    .option('--baselines <dir>', 'baselines to compare with (default: those of this project)')
    .option('--out <dir>', `where results, events and logs go (default: ${sizes.out})`);
  return withVerbose(command);
}

export function withClusterOptions(
  command: Program,
  { nodes, instances, configInstances } = ONE_SIZE,
): Program {
  return (
    command
      .optionsGroup('What is measured:')
      .option(...GANETI)
      .option('--build-cache <dir>', 'of source:DIR: keep its compiled Haskell programs there too')
      .option(
        '--overlay <dir>',
        "copy a folder's content over / of every node: a patched file, no build",
      )
      .option(...nodes)
      .option(...instances)
      .option(...configInstances)
      // No lines for these on a screen that is full: docs/cli.md tells of them.
      .addOption(new ProgramOption('--config-bare').hideHelp())
      .addOption(new ProgramOption('--config-nodes <n>').hideHelp())
      .addOption(new ProgramOption('--disk-template <name>').hideHelp())
      .addOption(new ProgramOption('--storage <kind>').hideHelp())
      .addOption(new ProgramOption('--candidate-pool <n>').hideHelp())
      .addOption(new ProgramOption('--node-groups <n>').hideHelp())
      .optionsGroup('Options:')
  );
}

/** Of `run`, what each job of a matrix differs by from another, or from the Action's defaults. */
export function withPlanOptions(command: Program): Program {
  const { nodes, instances } = sizeLists(DEFAULTS.nodes, DEFAULTS.instances);
  command
    .optionsGroup('What is measured:')
    .option(...GANETI)
    .option(...nodes)
    .option(...instances)
    .option(...ONE_SIZE.configInstances)
    .addOption(new ProgramOption('--config-bare').hideHelp())
    .addOption(new ProgramOption('--config-nodes <n>').hideHelp())
    .addOption(new ProgramOption('--disk-template <name>').hideHelp())
    .addOption(new ProgramOption('--candidate-pool <n>').hideHelp())
    .addOption(new ProgramOption('--node-groups <n>').hideHelp());
  withWorkloads(command, DEFAULTS.repeat)
    .optionsGroup('By how many jobs:')
    .option('--shards <n>', 'at most n for each size (default: one for each workload)')
    .optionsGroup('Options:');
  return withVerbose(command);
}

function withWorkloads(command: Program, repeat: string): Program {
  const several = (value: string, before: readonly string[] = []): string[] => [...before, value];
  return command
    .optionsGroup('How it is measured:')
    .option('--workload <name>', `one or more (default: ${DEFAULTS.workloads.join(', ')})`, several)
    .option('--repeat <k>', `measure each workload k times (default: ${repeat})`);
}

export const withVerbose = (command: Program): Program =>
  command.option('--verbose', 'say more on stderr while working');

/** The option is named for one of them, the setting for all. */
export const renamed = ({ workload, ...options }: Raw): Raw => ({
  ...options,
  workloads: workload,
});

/** How the command line calls a setting. */
export const label = (key: string): string =>
  key === 'workloads'
    ? '--workload'
    : `--${key.replace(/[A-Z]/g, (upper) => `-${upper.toLowerCase()}`)}`;
