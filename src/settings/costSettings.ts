import * as z from 'zod';
import { MAX_CONFIG_INSTANCES, MAX_CONFIG_NODES } from '../model/environment.ts';
import { HARNESS_NAME, MAX_SAMPLES } from '../model/harness.ts';
import { CHANNELS, MAX_CONCURRENCY, MAX_REQUESTS, METHOD_PATTERN } from '../model/probe.ts';
import { PROFILED_DAEMONS } from '../model/profile.ts';
import { checkNodes, clusterShape, json } from './clusterShape.ts';
import { BARE_OF_NONE, isBareOfAny, isBareOfSome } from './configuration.ts';
import { DEFAULTS } from './defaults.ts';
import { ganetiSource, ganetiText } from './ganetiSource.ts';
import { flag, jsonList, path, sizeList, wholeNumber, workloadName } from './values.ts';

// The commands that say what one request, one heap or one function costs.

export const ProbeSettingsSchema = z
  .object({
    ...clusterShape,
    /** One cluster for each of these with each of those; undefined: none. */
    configInstances: sizeList(0, MAX_CONFIG_INSTANCES).optional(),
    configNodes: sizeList(0, MAX_CONFIG_NODES).optional(),
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
  .refine(isBareOfAny, BARE_OF_NONE)
  .superRefine(checkNodes);

/** They are linked without -rtsopts. */
const UNPROFILED = {
  message:
    "must be source:DIR (or image:REF of such a build): the programs of Debian's packages refuse to sample their heaps",
};

/** They are compiled from sources, with other libraries. */
const UNCOMPILED = {
  message:
    'must be source:DIR with --cost-centres: a daemon that counts its costs is compiled for that, and packages and images have no sources',
};

export const ProfileSettingsSchema = z
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
    /** What functions cost, in place of what the heap holds. */
    costCentres: flag.default(false),
    out: path.prefault(DEFAULTS.profileOut),
    json,
  })
  .refine(isBareOfSome, BARE_OF_NONE)
  .refine(({ ganeti, costCentres }) => !costCentres || ganeti.kind === 'source', {
    ...{ ...UNCOMPILED, path: ['ganeti'], abort: true },
  })
  .refine(({ against, costCentres }) => !costCentres || !against || against.kind === 'source', {
    ...{ ...UNCOMPILED, path: ['against'], abort: true },
  })
  .superRefine(checkNodes)
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

export const HarnessSettingsSchema = z
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
  .refine(isBareOfSome, BARE_OF_NONE)
  .superRefine(checkNodes);
