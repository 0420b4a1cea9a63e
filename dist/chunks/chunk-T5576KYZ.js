import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  assembleWorkload
} from "./chunk-V3NDJQFK.js";
import {
  changedEnvironment
} from "./chunk-DODY6POW.js";
import {
  serialize
} from "./chunk-XW5CLFQN.js";
import {
  explainIssue,
  seen,
  validated
} from "./chunk-LAUIYLMP.js";
import {
  MeasurementSchema,
  addCoverages
} from "./chunk-SOFWC5QX.js";
import {
  topologyName
} from "./chunk-SHGZJK5N.js";
import {
  usageError
} from "./chunk-HSULD6WJ.js";

// src/model/mergeWorkload.ts
function joinParts(name, parts) {
  const [first, ...others] = parts.map(({ workload }) => workload);
  if (first && others.length === 0) return first;
  refuseCopies(name, parts);
  refuseOtherUnits(name, parts);
  const all = parts.map(({ workload }) => workload);
  const shares = all.flatMap(({ share }) => share ? [share] : []);
  return {
    ...assembleWorkload(name, all.flatMap(readingsOf)),
    ...first?.causes && { causes: first.causes },
    ...first?.heap && { heap: first.heap },
    // Of all repeats, or not at all: where one does not tell, the sum would be of fewer.
    ...shares.length === all.length && { share: addCoverages(shares) }
  };
}
function refuseCopies(name, parts) {
  const files = /* @__PURE__ */ new Map();
  for (const { file, workload } of parts) {
    const text = serialize(workload);
    const other = files.get(text);
    if (other !== void 0) {
      throw usageError(
        `${other} and ${file} hold the very same repeats of ${name}: name one of them`
      );
    }
    files.set(text, file);
  }
}
function refuseOtherUnits(name, parts) {
  const known = /* @__PURE__ */ new Map();
  for (const { file, workload } of parts) {
    for (const [key, { unit }] of Object.entries(workload.metrics)) {
      const other = known.get(key) ?? { file, unit };
      if (other.unit !== unit) {
        throw usageError(
          `${other.file} and ${file} do not belong together: ${seen(key)} of ${name} is in ${other.unit} in the first, and in ${unit} in the second; measure both with the same ganeti-perf`
        );
      }
      known.set(key, other);
    }
  }
}
function readingsOf({ repeat, metrics }) {
  const entries = Object.entries(metrics);
  return Array.from(
    { length: repeat },
    (_, i) => new Map(
      entries.map(([key, { unit, values }]) => [
        key,
        { unit, value: values[i] ?? 0 }
      ])
    )
  );
}

// src/model/mergeMeasurements.ts
function mergeMeasurements(shards) {
  const [first, ...others] = shards;
  if (!first)
    throw usageError("there is nothing to merge: name the measurement.json of each matrix job");
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
      ...base && { base }
    }),
    differences: others.flatMap(
      ({ file, measurement }) => changedEnvironment(first.measurement.environment, measurement.environment).map(
        ({ key, before, after }) => ({ file, name: key, value: after, kept: before })
      )
    )
  };
}
function mergedBase(shards) {
  const bases = shards.flatMap(
    ({ file, measurement: { base, ...about } }) => base ? [{ file: `the base in ${file}`, measurement: { ...about, ...base } }] : []
  );
  if (bases.length === 0) return void 0;
  const { ganeti, environment, workloads } = mergeMeasurements(bases).measurement;
  return { ganeti, environment, workloads };
}
var ONE_GANETI = "all that is merged must be of one Ganeti; to set two side by side, use compare";
var GROUND = ["overlay", "image", "python", "haskell", "storage"];
var FACTS = [
  { name: "Ganeti's version", of: ({ ganeti }) => ganeti.version, remedy: ONE_GANETI },
  { name: "Ganeti's source", of: ({ ganeti }) => ganeti.source, remedy: ONE_GANETI },
  { name: "Ganeti's revision", of: ({ ganeti }) => ganeti.revision, remedy: ONE_GANETI },
  {
    name: "the cluster",
    of: ({ cluster }) => topologyName(cluster),
    remedy: "merge the files of each size by themselves, each time with another --out"
  },
  ...GROUND.map((name) => ({
    name,
    of: ({ environment }) => environment[name] ?? null,
    remedy: "counts may differ for that reason; measure all of it with the same"
  }))
];
function requireSame(first, other) {
  for (const { name, of, remedy } of FACTS) {
    const [wanted, value] = [of(first.measurement), of(other.measurement)];
    if (value === wanted) continue;
    throw usageError(
      `${first.file} and ${other.file} do not belong together: ${name} is ${shown(wanted)} in the first, and ${shown(value)} in the second; ${remedy}`
    );
  }
}
var shown = (value) => value === null ? "none" : seen(value);
var partsOf = (name, shards) => shards.flatMap(
  ({ file, measurement }) => measurement.workloads.flatMap(
    (workload) => workload.name === name ? [{ file, workload }] : []
  )
);
function readable(measurement) {
  const result = validated(MeasurementSchema, measurement);
  if (result.success) return measurement;
  const [issue] = result.error.issues;
  const reason = issue ? explainIssue(issue, measurement) : "not valid";
  throw usageError(`these files make no measurement together: ${reason}. Merge fewer of them`);
}

export {
  mergeMeasurements
};
