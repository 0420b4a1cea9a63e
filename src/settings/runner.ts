import * as z from 'zod';
import { usageError } from '../platform/errors.ts';
import { actionName, type ActionCommand } from './actionCommand.ts';

/** What the runner says of a job; none of it comes from a pull request. */
export interface Runner {
  /** What started the workflow, e.g. `workflow_run`. */
  readonly eventName: string;
  /** The path of the event, as JSON. */
  readonly eventPath: string;
  /** Without a slash at their ends. */
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** The repository whose workflow this is. */
  readonly repository: { readonly owner: string; readonly name: string };
  /** The run that this job belongs to. */
  readonly runId: number;
  /** The branch that the workflow runs on; undefined where that is none. */
  readonly branch: string | undefined;
  /** The folder of the job, where the repository is checked out. */
  readonly workspace: string;
}

/** The commands that speak to GitHub, and the event that one of them is for. */
const EVENTS = {
  comment: { event: 'workflow_run', see: 'On pull requests' },
  authorize: { event: 'issue_comment', see: 'Refreshing baselines' },
  propose: undefined,
} as const satisfies Partial<Record<ActionCommand, unknown>>;

const address = z
  .url({ protocol: /^https?$/, error: 'must be the address of GitHub' })
  .transform((text) => text.replace(/\/+$/, ''));

const RunnerSchema = z.object({
  GITHUB_EVENT_NAME: z.string().default(''),
  GITHUB_EVENT_PATH: z.string({ error: 'must name the file of the event' }).min(1),
  GITHUB_API_URL: address.default('https://api.github.com'),
  GITHUB_SERVER_URL: address.default('https://github.com'),
  GITHUB_REPOSITORY: z
    .string({ error: 'must name the repository' })
    .regex(/^[\w-]+\/(?!\.{1,2}$)[\w.-]+$/, 'must name the repository'),
  GITHUB_RUN_ID: z
    .string({ error: 'must be the number of this run' })
    .regex(/^\d{1,15}$/, 'must be the number of this run')
    .transform(Number),
  GITHUB_REF: z.string().max(1000).default(''),
  GITHUB_WORKSPACE: z.string({ error: 'must name the folder of the job' }).min(1),
});

/**
 * @throws PerfError (exit 2) where the job was started by an event that the command is not for, or
 * says too little
 */
export function readRunner(
  command: keyof typeof EVENTS,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Runner {
  const wanted = EVENTS[command];
  const event = env['GITHUB_EVENT_NAME'] ?? '';
  if (wanted && event !== wanted.event) {
    throw usageError(
      `${actionName(command)} is for a workflow that starts on ${wanted.event}, and this one started on ` +
        `'${event}': see docs/pull-requests.md, ${wanted.see}`,
    );
  }
  const result = RunnerSchema.safeParse(env);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw usageError(`${String(issue?.path[0])} ${issue?.message ?? 'is not valid'}`);
  }
  const { data } = result;
  const [owner = '', name = ''] = data.GITHUB_REPOSITORY.split('/');
  return {
    eventName: data.GITHUB_EVENT_NAME,
    eventPath: data.GITHUB_EVENT_PATH,
    apiUrl: data.GITHUB_API_URL,
    serverUrl: data.GITHUB_SERVER_URL,
    repository: { owner, name },
    runId: data.GITHUB_RUN_ID,
    branch: /^refs\/heads\/(.+)$/.exec(data.GITHUB_REF)?.[1],
    workspace: data.GITHUB_WORKSPACE,
  };
}
