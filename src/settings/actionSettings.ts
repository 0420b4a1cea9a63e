import * as z from 'zod';
import { reader } from './settings.ts';
import { checkNodes, clusterShape } from './clusterShape.ts';
import { BARE_OF_NONE, configurationShape, isBareOfSome } from './configuration.ts';
import { DEFAULTS } from './defaults.ts';
import { flag, path, wholeNumber, workloadNames } from './values.ts';

/** Settings of what only the Action does: it speaks to GitHub. */

const verbose = flag.default(false);

/** Speaks to GitHub; never shown. */
const token = z
  .string()
  .prefault('')
  .refine((text) => text.trim() !== '', {
    message: 'must be a token of the job, got an empty text',
  });

const CommentSettingsSchema = z.object({
  /** The measurement of the pull request's run, which is untrusted. */
  measurement: path,
  token,
  /** Undefined: the `baselines/` of this project. */
  baselines: path.optional(),
  verbose,
});

const AuthorizeSettingsSchema = z.object({ token, verbose });

const ProposeSettingsSchema = z
  .object({
    /** What was measured to learn from, which is untrusted. */
    measurement: path,
    token,
    /** In the checkout and in the repository alike. */
    baselines: path.refine(isPlainPath, {
      error: ({ input }) =>
        `must be a folder within the repository, as baselines or .perf/baselines, got '${String(input)}'`,
    }),
    /** The one that asked for it; undefined where none did. */
    pullRequest: wholeNumber(1, 1e9).optional(),
    /** The commit that was measured. */
    headSha: z
      .string()
      .regex(/^[0-9a-f]{40}$/, {
        error: ({ input }) =>
          `must be a whole commit, 40 hexadecimal digits, got '${String(input)}'`,
      })
      .optional(),
    /** Whether the commit has a `Signed-off-by` of who asked for it. */
    signOff: flag.default(false),
    // What was asked to be measured, and nothing else is taken.
    ganeti: clusterShape.ganeti,
    nodes: clusterShape.nodes,
    instances: clusterShape.instances,
    ...configurationShape,
    diskTemplate: clusterShape.diskTemplate,
    candidatePool: clusterShape.candidatePool,
    nodeGroups: clusterShape.nodeGroups,
    workloads: workloadNames.prefault([...DEFAULTS.workloads]),
    repeat: wholeNumber(1, 100).prefault(DEFAULTS.refreshRepeat),
    /** Of Ganeti; undefined: that of the package, or of the checkout. */
    series: z
      .string()
      .regex(/^\d{1,3}\.\d{1,3}$/, {
        error: ({ input }) => `must be a series of Ganeti, as 3.1, got '${String(input)}'`,
      })
      .optional(),
    verbose,
  })
  .refine(isBareOfSome, BARE_OF_NONE)
  .superRefine(checkNodes)
  .refine(({ pullRequest, headSha }) => pullRequest === undefined || headSha !== undefined, {
    message: "must be given with 'pull-request': the commit that was measured for it",
    path: ['headSha'],
  })
  .refine(({ pullRequest, headSha }) => headSha === undefined || pullRequest !== undefined, {
    message: "must be given with 'head-sha': the number of the pull request that it belongs to",
    path: ['pullRequest'],
  });

/** Words with slashes between, of which a dot may be the first letter: a folder below, and none of git's or GitHub's. */
function isPlainPath(text: string): boolean {
  return text
    .replace(/\/$/, '')
    .split('/')
    .every((part) => /^(?!\.git)\.?\w[\w.-]*$/i.test(part));
}

export type CommentSettings = Readonly<z.infer<typeof CommentSettingsSchema>>;
export type AuthorizeSettings = Readonly<z.infer<typeof AuthorizeSettingsSchema>>;
export type ProposeSettings = Readonly<z.infer<typeof ProposeSettingsSchema>>;

/** As `readSettings`, of what only the Action does. */
export const readActionSettings = {
  comment: reader(CommentSettingsSchema),
  authorize: reader(AuthorizeSettingsSchema),
  propose: reader(ProposeSettingsSchema),
};
