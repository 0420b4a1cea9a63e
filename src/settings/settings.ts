import * as z from 'zod';
import { MAX_CONFIG_INSTANCES } from '../model/environment.ts';
import { HARNESS_NAME, MAX_SAMPLES } from '../model/harness.ts';
import { CHANNELS, MAX_CONCURRENCY, MAX_REQUESTS, METHOD_PATTERN } from '../model/probe.ts';
import { PROFILED_DAEMONS } from '../model/profile.ts';
import { usageError } from '../platform/errors.ts';
import { BARE_OF_NONE, configurationShape, isBareOfAny, isBareOfSome } from './configuration.ts';
import { DEFAULTS } from './defaults.ts';
import { ganetiSource, ganetiText } from './ganetiSource.ts';
import {
  flag,
  growthSizes,
  jsonList,
  path,
  sizeList,
  wholeNumber,
  workloadName,
  workloadNames,
} from './values.ts';

export { DEFAULTS };

/** GitHub makes no more jobs of one matrix. */
export const MAX_MATRIX_JOBS = 256;

export const FORMATS = ['markdown', 'html', 'terminal', 'json'] as const;

const verbose = flag.default(false);
const json = flag.default(false);

const clusterShape = {
  ganeti: ganetiSource.prefault(DEFAULTS.ganeti),
  /** Where compiled Haskell programs are kept, besides on this machine. */
  buildCache: path.optional(),
  /** A folder whose content is copied over `/` of every node. */
  overlay: path.optional(),
  nodes: wholeNumber(1, 100).prefault(DEFAULTS.nodes),
  instances: wholeNumber(0, 1000).prefault(DEFAULTS.instances),
  ...configurationShape,
  verbose,
};

const ClusterSettingsSchema = z.object(clusterShape).refine(isBareOfSome, BARE_OF_NONE);

const RunSettingsSchema = z
  .object({
    ...clusterShape,
    workloads: workloadNames.prefault([...DEFAULTS.workloads]),
    /** A second Ganeti, measured alternately with the first and its judge in place of the baselines. */
    against: ganetiSource.optional(),
    /** What the change is made on: what differs from the baselines has to differ from it too. */
    base: ganetiSource.optional(),
    /** How often each workload is measured. */
    repeat: wholeNumber(1, 100).prefault(DEFAULTS.repeat),
    /** Undefined: the `baselines/` of this project. */
    baselines: path.optional(),
    /** Where the files of a run go. */
    out: path.prefault(DEFAULTS.out),
    /** The comparison as JSON on stdout, in place of the text. */
    json,
    /** Leave the cluster running afterwards. */
    keep: flag.default(false),
  })
  .refine(isBareOfSome, BARE_OF_NONE)
  .refine(({ against, baselines }) => against === undefined || baselines === undefined, {
    message: 'is compared with in place of baselines: leave out this one or the other',
    path: ['against'],
  })
  .refine(({ against, base }) => against === undefined || base === undefined, {
    message:
      'confirms what differs from baselines, and has nothing to confirm where another Ganeti stands in for them ' +
      "('against'): leave out this one or the other",
    path: ['base'],
  });

const TraceSettingsSchema = z
  .object({
    ...clusterShape,
    command: z
      .array(z.string().max(2000))
      .min(1)
      .max(100)
      .refine(([program = '']) => /^gnt-[a-z]+$/.test(program), {
        error: ({ input }) =>
          `must be one of Ganeti's commands, gnt-..., got '${String((input as unknown[])[0])}'; ` +
          'e.g. ganeti-perf trace -- gnt-instance reboot inst1',
      }),
    out: path.prefault(DEFAULTS.traceOut),
    json,
  })
  .refine(isBareOfSome, BARE_OF_NONE);

const ProbeSettingsSchema = z
  .object({
    ...clusterShape,
    /** One cluster for each; undefined: one with a usual configuration. */
    configInstances: sizeList(0, MAX_CONFIG_INSTANCES).optional(),
    channel: z.enum(CHANNELS, {
      error: ({ input }) => `must be one of ${CHANNELS.join(', ')}, got '${String(input)}'`,
    }),
    method: z.string().regex(METHOD_PATTERN, {
      error: ({ input }) =>
        `must be the name of a request, e.g. ReadConfig, got '${String(input)}'`,
    }),
    args: jsonList.prefault(DEFAULTS.probeArgs),
    /** A second Ganeti, which the same is sent to in turns with the first. */
    against: ganetiSource.optional(),
    /** Undefined: until it is known how long a request takes. */
    repeat: wholeNumber(1, MAX_REQUESTS).optional(),
    /** How many requests are sent at once. */
    concurrency: wholeNumber(1, MAX_CONCURRENCY).prefault(DEFAULTS.concurrency),
    out: path.prefault(DEFAULTS.probeOut),
    json,
  })
  .refine(isBareOfAny, BARE_OF_NONE);

/** They are linked without -rtsopts. */
const UNPROFILED = {
  message:
    "must be source:DIR (or image:REF of such a build): the programs of Debian's packages refuse to sample their heaps",
};

const ProfileSettingsSchema = z
  .object({
    ...clusterShape,
    daemon: z
      .enum(PROFILED_DAEMONS, {
        error: ({ input }) =>
          `must be one of ${PROFILED_DAEMONS.join(', ')}, got '${String(input)}'`,
      })
      .default(DEFAULTS.daemon),
    workload: workloadName.default(DEFAULTS.profileWorkload),
    /** A second Ganeti, under the same workload. */
    against: ganetiSource.optional(),
    out: path.prefault(DEFAULTS.profileOut),
    json,
  })
  .refine(isBareOfSome, BARE_OF_NONE)
  .refine(({ ganeti }) => ganeti.kind !== 'debian', { ...UNPROFILED, path: ['ganeti'] })
  .refine(({ against }) => against?.kind !== 'debian', { ...UNPROFILED, path: ['against'] });

const checkoutSource = ganetiSource.transform((source, context) => {
  if (source.kind === 'source') return source;
  const message =
    'must be source:DIR, as a harness is linked against the modules of a checkout, ' +
    `got '${ganetiText(source)}'`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const HarnessSettingsSchema = z
  .object({
    ...clusterShape,
    name: z.string().regex(HARNESS_NAME, {
      error: ({ input }) =>
        `must be the name of a harness, e.g. getInstance, got '${String(input)}'`,
    }),
    ganeti: checkoutSource,
    /** A second Ganeti, whose function is called in turns with that of the first. */
    against: checkoutSource.optional(),
    /** How many samples are taken, each of many calls. */
    repeat: wholeNumber(1, MAX_SAMPLES / 2).prefault(DEFAULTS.samples),
    out: path.prefault(DEFAULTS.harnessOut),
    json,
  })
  .refine(isBareOfSome, BARE_OF_NONE);

const ScaleSettingsSchema = z
  .object({
    ganeti: clusterShape.ganeti,
    buildCache: clusterShape.buildCache,
    overlay: clusterShape.overlay,
    /** The sizes of the cluster: each number of nodes with each number of instances. */
    nodes: growthSizes(1, 100).prefault(DEFAULTS.scaleNodes),
    instances: growthSizes(0, 1000).prefault(DEFAULTS.scaleInstances),
    /** And each size of the configuration. */
    configInstances: growthSizes(0, MAX_CONFIG_INSTANCES).optional(),
    configBare: configurationShape.configBare,
    workloads: workloadNames.prefault([...DEFAULTS.workloads]),
    /** A second Ganeti, measured in turns with the first at each size, which its growth is held against. */
    against: ganetiSource.optional(),
    repeat: wholeNumber(1, 100).prefault(DEFAULTS.repeat),
    baselines: path.optional(),
    out: path.prefault(DEFAULTS.scaleOut),
    /** Write the formulas into the baselines. */
    accept: flag.default(false),
    json,
    verbose,
  })
  .refine(isBareOfAny, BARE_OF_NONE)
  .refine(
    ({ nodes, instances, configInstances = [] }) =>
      [nodes, instances, configInstances].some(({ length }) => length > 1),
    {
      message:
        'must be three sizes at least when --instances and --config-instances are one size: growth takes several',
      path: ['nodes'],
    },
  )
  .refine(
    ({ instances, configInstances = [] }) => instances.length === 1 || configInstances.length < 2,
    {
      message:
        'must be one size where --instances are several: what grows with which of the two would take all of both',
      path: ['configInstances'],
    },
  )
  .refine(({ accept, configInstances = [] }) => !accept || configInstances.length < 2, {
    message:
      'must be one size with --accept: baselines are kept for each, and have no formula in it',
    path: ['configInstances'],
  })
  .refine(({ against, baselines, accept }) => against === undefined || !(accept || baselines), {
    message: 'is compared with in place of baselines: leave out --accept and --baselines, or this',
    path: ['against'],
  });

const PlanSettingsSchema = z
  .object({
    ganeti: clusterShape.ganeti,
    /** The sizes of the cluster: each number of nodes with each number of instances. */
    nodes: sizeList(1, 100).prefault(DEFAULTS.nodes),
    instances: sizeList(0, 1000).prefault(DEFAULTS.instances),
    /** The same at each size. */
    ...configurationShape,
    workloads: workloadNames.prefault([...DEFAULTS.workloads]),
    repeat: wholeNumber(1, 100).prefault(DEFAULTS.repeat),
    /** The most legs for each size; undefined: one for each workload. */
    shards: wholeNumber(1, MAX_MATRIX_JOBS).optional(),
    verbose,
  })
  .refine(isBareOfSome, BARE_OF_NONE);

/** Measurement files of one size of cluster. */
const files = z
  .array(path)
  .min(1)
  .max(MAX_MATRIX_JOBS, {
    error: ({ input }) =>
      `must be at most ${String(MAX_MATRIX_JOBS)}, got ${String((input as unknown[]).length)}`,
  });

const LearnSettingsSchema = z.object({
  files,
  /** Undefined: the `baselines/` of this project. */
  baselines: path.optional(),
  json,
  verbose,
});

const MergeSettingsSchema = z.object({
  files,
  /** Undefined: the `baselines/` of this project. */
  baselines: path.optional(),
  out: path.prefault(DEFAULTS.mergeOut),
  /** The comparison as JSON on stdout, in place of the text. */
  json,
  verbose,
});

const CompareSettingsSchema = z.object({
  /** A measurement file, or a folder of baselines. */
  base: path,
  head: path,
  json,
  verbose,
});

const ReportSettingsSchema = z.object({
  file: path,
  format: z
    .enum(FORMATS, {
      error: ({ input }) => `must be one of ${FORMATS.join(', ')}, got '${String(input)}'`,
    })
    .default(DEFAULTS.format),
  verbose,
});

const StatusSettingsSchema = z.object({ json, verbose });
const ShellSettingsSchema = z.object({
  /** Which node, from 1, the master. */
  node: wholeNumber(1, 100).prefault('1'),
  verbose,
});
const DownSettingsSchema = z.object({ verbose });
const CleanSettingsSchema = z.object({ images: flag.default(false), verbose });

export type ClusterSettings = Readonly<z.infer<typeof ClusterSettingsSchema>>;
export type RunSettings = Readonly<z.infer<typeof RunSettingsSchema>>;
export type TraceSettings = Readonly<z.infer<typeof TraceSettingsSchema>>;
export type ProbeSettings = Readonly<z.infer<typeof ProbeSettingsSchema>>;
export type ProfileSettings = Readonly<z.infer<typeof ProfileSettingsSchema>>;
export type HarnessSettings = Readonly<z.infer<typeof HarnessSettingsSchema>>;
export type ScaleSettings = Readonly<z.infer<typeof ScaleSettingsSchema>>;
export type PlanSettings = Readonly<z.infer<typeof PlanSettingsSchema>>;
export type LearnSettings = Readonly<z.infer<typeof LearnSettingsSchema>>;
export type MergeSettings = Readonly<z.infer<typeof MergeSettingsSchema>>;
export type CompareSettings = Readonly<z.infer<typeof CompareSettingsSchema>>;
export type ReportSettings = Readonly<z.infer<typeof ReportSettingsSchema>>;
export type StatusSettings = Readonly<z.infer<typeof StatusSettingsSchema>>;
export type ShellSettings = Readonly<z.infer<typeof ShellSettingsSchema>>;
export type DownSettings = Readonly<z.infer<typeof DownSettingsSchema>>;
export type CleanSettings = Readonly<z.infer<typeof CleanSettingsSchema>>;

/** How a setting is called where it came from, e.g. `--nodes`. */
export type Label = (key: string) => string;

/** Raw texts and flags by setting; what was not given is missing or undefined. */
export type Raw = Readonly<Record<string, unknown>>;

/**
 * Each turns raw texts into frozen settings.
 *
 * @throws PerfError (exit 2) that names the setting, the value seen and what is allowed
 */
export const readSettings = {
  cluster: reader(ClusterSettingsSchema),
  run: reader(RunSettingsSchema),
  trace: reader(TraceSettingsSchema),
  probe: reader(ProbeSettingsSchema),
  profile: reader(ProfileSettingsSchema),
  harness: reader(HarnessSettingsSchema),
  scale: reader(ScaleSettingsSchema),
  plan: reader(PlanSettingsSchema),
  learn: reader(LearnSettingsSchema),
  merge: reader(MergeSettingsSchema),
  compare: reader(CompareSettingsSchema),
  report: reader(ReportSettingsSchema),
  status: reader(StatusSettingsSchema),
  shell: reader(ShellSettingsSchema),
  down: reader(DownSettingsSchema),
  clean: reader(CleanSettingsSchema),
};

/** A reader of settings of one schema; see {@link readSettings}. */
export function reader<T extends object>(schema: z.ZodType<T>) {
  return (raw: Raw, label: Label): Readonly<T> => {
    const result = schema.safeParse(raw);
    if (result.success) return frozen(result.data);
    const [issue] = result.error.issues;
    throw usageError(`${label(String(issue?.path[0] ?? ''))} ${issue?.message ?? 'is not valid'}`);
  };
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}
