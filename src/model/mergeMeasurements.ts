import { usageError } from '../platform/errors.ts';
import { topologyName, type Environment } from './environment.ts';
import { changedEnvironment } from './changedEnvironment.ts';
import { seen } from './json.ts';
import { MeasurementSchema, type MeasuredBase, type Measurement } from './measurement.ts';
import { joinParts, type MeasuredPart } from './mergeWorkload.ts';
import { explainIssue } from './readIssue.ts';
import { validated } from './validated.ts';

/** A part of a measurement, and the file that it is in. */
export interface MeasurementFile {
  readonly file: string;
  readonly measurement: Measurement;
}

/** An entry of the environment in which a shard is not as the first one; null where it has none. */
export interface FileDifference {
  readonly file: string;
  readonly name: string;
  readonly value: Environment[string] | null;
  /** Of the first shard, and of what was merged. */
  readonly kept: Environment[string] | null;
}

export interface Merged {
  readonly measurement: Measurement;
  readonly differences: readonly FileDifference[];
}

/**
 * Shards of one measurement as a whole: different workloads side by side, in the order in which they
 * come; the repeats of the same workload one after the other, with the causes of the first. Shards are
 * of one schema, as no other can be read. Where their environments differ and that is no reason to
 * refuse them, the first one's is kept.
 *
 * Throws a usage error that names the files and the values: on another Ganeti, size of cluster, overlay,
 * image, Python or Haskell, of the change or of its base; on a metric with another unit; on a workload that
 * is there twice over.
 */
export function mergeMeasurements(shards: readonly MeasurementFile[]): Merged {
  const [first, ...others] = shards;
  if (!first)
    throw usageError('there is nothing to merge: name the measurement.json of each matrix job');
  for (const other of others) requireSame(first, other);
  const names = new Set(shards.flatMap((shard) => shard.measurement.workloads.map((w) => w.name)));
  const workloads = [...names].map((name) => joinParts(name, partsOf(name, shards)));
  const base = mergedBase(shards);
  const { schema, ganeti, environment, cluster } = first.measurement;
  return {
    measurement: readable({
      schema,
      ganeti,
      environment,
      cluster,
      workloads,
      ...(base && { base }),
    }),
    differences: others.flatMap(({ file, measurement }) =>
      changedEnvironment(first.measurement.environment, measurement.environment).map(
        ({ key, before, after }) => ({ file, name: key, value: after, kept: before }),
      ),
    ),
  };
}

/** What the shards measured of the Ganeti that the change is made on, which must be one, too. */
function mergedBase(shards: readonly MeasurementFile[]): MeasuredBase | undefined {
  const bases = shards.flatMap(({ file, measurement: { base, ...about } }) =>
    base ? [{ file: `the base in ${file}`, measurement: { ...about, ...base } }] : [],
  );
  if (bases.length === 0) return undefined;
  const { ganeti, environment, workloads } = mergeMeasurements(bases).measurement;
  return { ganeti, environment, workloads };
}

interface Fact {
  readonly name: string;
  readonly of: (measurement: Measurement) => Environment[string] | null;
  readonly remedy: string;
}

const ONE_GANETI = 'all that is merged must be of one Ganeti; to set two side by side, use compare';

/** What of an environment changes what Ganeti does, and not only how fast. */
const GROUND = ['overlay', 'image', 'python', 'haskell', 'storage'] as const;

/** In all of these, shards must agree. */
const FACTS: readonly Fact[] = [
  { name: "Ganeti's version", of: ({ ganeti }) => ganeti.version, remedy: ONE_GANETI },
  { name: "Ganeti's source", of: ({ ganeti }) => ganeti.source, remedy: ONE_GANETI },
  { name: "Ganeti's revision", of: ({ ganeti }) => ganeti.revision, remedy: ONE_GANETI },
  {
    name: 'the cluster',
    of: ({ cluster }) => topologyName(cluster),
    remedy: 'merge the files of each size by themselves, each time with another --out',
  },
  ...GROUND.map((name) => ({
    name,
    of: ({ environment }: Measurement) => environment[name] ?? null,
    remedy: 'counts may differ for that reason; measure all of it with the same',
  })),
];

function requireSame(first: MeasurementFile, other: MeasurementFile): void {
  for (const { name, of, remedy } of FACTS) {
    const [wanted, value] = [of(first.measurement), of(other.measurement)];
    if (value === wanted) continue;
    throw usageError(
      `${first.file} and ${other.file} do not belong together: ${name} is ${shown(wanted)} in the ` +
        `first, and ${shown(value)} in the second; ${remedy}`,
    );
  }
}

const shown = (value: Environment[string] | null): string =>
  value === null ? 'none' : seen(value);

const partsOf = (name: string, shards: readonly MeasurementFile[]): MeasuredPart[] =>
  shards.flatMap(({ file, measurement }) =>
    measurement.workloads.flatMap((workload) =>
      workload.name === name ? [{ file, workload }] : [],
    ),
  );

/** Each file may be at a limit of its own: what they are together must be read again. */
function readable(measurement: Measurement): Measurement {
  const result = validated(MeasurementSchema, measurement);
  if (result.success) return measurement;
  const [issue] = result.error.issues;
  const reason = issue ? explainIssue(issue, measurement) : 'not valid';
  throw usageError(`these files make no measurement together: ${reason}. Merge fewer of them`);
}
