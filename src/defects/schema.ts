import * as z from 'zod';
import { evaluateFormula, parseFormula, type Size } from '../model/formula.ts';
import { FormulaSchema } from '../model/growth.ts';
import { MAX_CONFIG_INSTANCES, MAX_CONFIG_NODES, DISK_TEMPLATES } from '../model/environment.ts';
import { WorkloadNameSchema } from '../model/measurement.ts';
import { MetricKeySchema } from '../model/metric.ts';

export const DEFECT_SCHEMA = 'ganeti-perf/defect/1';

/** A module of Ganeti's Python, as `ganeti.cmdlib.instance_operation`. */
const ModuleSchema = z.string().regex(/^ganeti(?:\.[a-z_][a-z0-9_]*){1,6}$/, {
  error: "expected a module of Ganeti's, e.g. ganeti.backend",
});

/** A path in a checkout of Ganeti. */
const FileSchema = z
  .string()
  .max(200)
  .regex(/^(?!.*(?:^|\/)\.)[A-Za-z0-9_./-]+$/, { error: 'expected a path in a checkout' });

const Name = z.string().regex(/^[a-z_][A-Za-z0-9_']{0,99}$/, {
  error: 'expected the name of a function',
});

/**
 * An edit of a file of Haskell, in words of our own. `definition`: the equations of this top-level function give
 * way to `put`, its signature stays. `in`: within those equations, `find`, which has to be there exactly once,
 * gives way to `put`; without `in`, within the whole file.
 */
const EditSchema = z.union([
  z.strictObject({ file: FileSchema, definition: Name, put: z.string().min(1).max(10_000) }),
  z.strictObject({
    file: FileSchema,
    in: Name.optional(),
    find: z.string().min(1).max(200),
    put: z.string().max(10_000),
  }),
]);
export type Edit = z.infer<typeof EditSchema>;

const SizeSchema = z.strictObject({
  nodes: z.int().min(1).max(100),
  instances: z.int().min(0).max(1000),
  nodeGroups: z.int().min(2).max(100).optional(),
});

/** What a metric must do: be a regression, by as much, and for the reason that is given. */
const WorseSchema = z.strictObject({
  metric: MetricKeySchema,
  /** Of an exact metric: how many more, in nodes n, node groups g and instances i, e.g. `2 i`. */
  more: FormulaSchema.optional(),
  /** Of what varies: to so many times as much, at least. */
  times: z.number().gt(1).max(1000).optional(),
  /** Words of the steps on the way to where it is counted, in their order: `job OP_CLUSTER_VERIFY_CONFIG`. */
  under: z.array(z.string().min(1).max(200)).min(1).max(20).optional(),
});
export type Worse = z.infer<typeof WorseSchema>;

/** A file of `defects/`: a change of Ganeti for the worse, and what the suite must say of it. */
export const DefectSchema = z
  .strictObject({
    schema: z.literal(DEFECT_SCHEMA),
    name: WorkloadNameSchema,
    title: z.string().min(1).max(100),
    /** What it does to a cluster, and why that hurts. */
    why: z.string().min(1).max(2000),
    /** `talk`: named in the talk; `history`: mended in Ganeti at some time; `like`: of a kind that happens. */
    origin: z.enum(['talk', 'history', 'like', 'none']),
    /** The commits of Ganeti that mended it. */
    mended: z
      .array(z.string().regex(/^[0-9a-f]{7,40}$/))
      .max(10)
      .optional(),
    workload: WorkloadNameSchema,
    cluster: z
      .strictObject({
        ...SizeSchema.shape,
        configInstances: z.int().min(1).max(MAX_CONFIG_INSTANCES).optional(),
        configNodes: z.int().min(1).max(MAX_CONFIG_NODES).optional(),
        diskTemplate: z.enum(DISK_TEMPLATES),
      })
      .partial()
      .optional(),
    /** So often the workload is measured, in turns with the same Ganeti without the defect; 0: baselines judge. */
    turns: z.int().min(0).max(20).default(0),
    change: z
      .strictObject({
        /** Put at the end of a module of Ganeti, as Python is started on a node. */
        python: z.record(ModuleSchema, z.string().min(1).max(20_000)).optional(),
        /** Needs a build. */
        source: z.array(EditSchema).min(1).max(20).optional(),
      })
      .refine((change) => Object.keys(change).length === 1, {
        error: 'expected either python or source',
      }),
    expect: z.union([
      z.strictObject({ silent: z.literal(true) }),
      z.strictObject({
        worse: z.array(WorseSchema).min(1).max(20),
        /** Other sizes of cluster, at which `more` must hold too. */
        sizes: z.array(SizeSchema).min(1).max(5).optional(),
      }),
    ]),
  })
  .refine(({ expect, origin }) => 'silent' in expect === (origin === 'none'), {
    error: 'a change with the origin none, and no other, must be silent',
    path: ['origin'],
  });
export type Defect = z.infer<typeof DefectSchema>;

/** How many more a metric must have at a size; undefined where nothing is said of that. */
export function moreAt({ more }: Worse, size: Size): number | undefined {
  const formula = more === undefined ? undefined : parseFormula(more);
  return formula && evaluateFormula(formula, size);
}
