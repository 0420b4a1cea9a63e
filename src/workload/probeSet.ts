import * as z from 'zod';
import { WorkloadNameSchema } from '../model/measurement.ts';
import { CHANNELS, METHOD_PATTERN } from '../model/probe.ts';
import { parseFile } from './parseFile.ts';

export const PROBE_SET_SCHEMA = 'ganeti-perf/probes/1';

/** One request, which is sent again and again. */
export const ProbeSchema = z.strictObject({
  channel: z.enum(CHANNELS),
  method: z.string().regex(METHOD_PATTERN),
  args: z.array(z.json()).max(1000).default([]),
  /** How its metrics call it; its method, unless another probe has that too. */
  name: z
    .string()
    .regex(/^[A-Za-z0-9_.+:@=-]{1,80}$/, 'expected a name without spaces and slashes')
    .optional(),
});

/** How metrics call a probe. */
export const probeName = ({ name, method }: Pick<Probe, 'name' | 'method'>): string =>
  name ?? method;

/** A file of `probes/`: requests that are sent one after the other to a cluster at rest. */
export const ProbeSetSchema = z.strictObject({
  schema: z.literal(PROBE_SET_SCHEMA),
  name: WorkloadNameSchema,
  /** One line, for reports. */
  title: z.string().min(1).max(100),
  /** What regressions it catches. */
  why: z.string().min(1).max(3000),
  /** The smallest cluster on which it means something. */
  needs: z.strictObject({
    nodes: z.int().min(1).max(100),
    instances: z.int().min(0).max(1000),
  }),
  probes: z
    .array(ProbeSchema)
    .min(1)
    .max(20)
    .refine(namesAreApart, 'two probes of one channel have the same name: give them a `name` each'),
});

type Probe = z.infer<typeof ProbeSchema>;
export type ProbeSet = z.infer<typeof ProbeSetSchema>;

function namesAreApart(probes: readonly Probe[]): boolean {
  const names = probes.map((probe) => `${probe.channel}/${probeName(probe)}`);
  return new Set(names).size === names.length;
}

export const isProbeSet = (work: { readonly schema: string }): work is ProbeSet =>
  work.schema === PROBE_SET_SCHEMA;

/**
 * Reads a set of probes.
 *
 * @param file its name, for messages
 * @throws PerfError (exit 2) that names the file, the place in it and what is expected there
 */
export const parseProbeSet = (text: string, file: string): ProbeSet =>
  parseFile(text, `set of probes ${file}`, {
    id: PROBE_SET_SCHEMA,
    schema: ProbeSetSchema,
    published: 'probes',
  });
