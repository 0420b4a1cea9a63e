import * as z from 'zod';
import { usageError } from '../platform/errors.ts';
import { checkNodes, clusterShape, json, verbose } from './clusterShape.ts';
import { BARE_OF_NONE, configurationShape, isBareOfSome } from './configuration.ts';
import {
  HarnessSettingsSchema,
  ProbeSettingsSchema,
  ProfileSettingsSchema,
} from './costSettings.ts';
import { DEFAULTS } from './defaults.ts';
import { DefectsListSettingsSchema, DefectsSettingsSchema } from './defectsSettings.ts';
import {
  CompareSettingsSchema,
  FORMATS,
  LearnSettingsSchema,
  MAX_MATRIX_JOBS,
  MergeSettingsSchema,
  ReportSettingsSchema,
} from './fileSettings.ts';
import { ganetiSource } from './ganetiSource.ts';
import { ScaleSettingsSchema } from './scaleSettings.ts';
import { flag, path, sizeList, wholeNumber, workloadNames } from './values.ts';

export { DEFAULTS, FORMATS, MAX_MATRIX_JOBS };

const ClusterSettingsSchema = z
  .object(clusterShape)
  .refine(isBareOfSome, BARE_OF_NONE)
  .superRefine(checkNodes);

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
  .superRefine(checkNodes)
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
  .refine(isBareOfSome, BARE_OF_NONE)
  .superRefine(checkNodes);

const PlanSettingsSchema = z
  .object({
    ganeti: clusterShape.ganeti,
    /** The sizes of the cluster: each number of nodes with each number of instances. */
    nodes: sizeList(1, 100).prefault(DEFAULTS.nodes),
    instances: sizeList(0, 1000).prefault(DEFAULTS.instances),
    /** The same at each size. */
    ...configurationShape,
    diskTemplate: clusterShape.diskTemplate,
    candidatePool: clusterShape.candidatePool,
    nodeGroups: clusterShape.nodeGroups,
    workloads: workloadNames.prefault([...DEFAULTS.workloads]),
    repeat: wholeNumber(1, 100).prefault(DEFAULTS.repeat),
    /** The most legs for each size; undefined: one for each workload. */
    shards: wholeNumber(1, MAX_MATRIX_JOBS).optional(),
    verbose,
  })
  .refine(isBareOfSome, BARE_OF_NONE)
  .superRefine(checkNodes);

const StatusSettingsSchema = z.object({ json, verbose });
const ShellSettingsSchema = z.object({
  /** Which node, from 1, the master. */
  node: wholeNumber(1, 100).prefault('1'),
  verbose,
});
const DownSettingsSchema = z.object({ verbose });
const CleanSettingsSchema = z.object({
  images: flag.default(false),
  allUsers: flag.default(false),
  verbose,
});

export type ClusterSettings = Readonly<z.infer<typeof ClusterSettingsSchema>>;
export type RunSettings = Readonly<z.infer<typeof RunSettingsSchema>>;
export type TraceSettings = Readonly<z.infer<typeof TraceSettingsSchema>>;
export type ProbeSettings = Readonly<z.infer<typeof ProbeSettingsSchema>>;
export type ProfileSettings = Readonly<z.infer<typeof ProfileSettingsSchema>>;
export type HarnessSettings = Readonly<z.infer<typeof HarnessSettingsSchema>>;
export type DefectsSettings = Readonly<z.infer<typeof DefectsSettingsSchema>>;
export type DefectsListSettings = Readonly<z.infer<typeof DefectsListSettingsSchema>>;
export type { ScaleSettings } from './scaleSettings.ts';
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
  defects: reader(DefectsSettingsSchema),
  defectsList: reader(DefectsListSettingsSchema),
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
