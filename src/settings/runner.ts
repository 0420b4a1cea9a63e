import { z } from 'zod';
import { usageError } from '../platform/errors.ts';

/** What the runner of a `workflow_run` event says about itself; none of it comes from a pull request. */
export interface Runner {
  /** The path of the event, as JSON. */
  readonly eventPath: string;
  /** Without a slash at their ends. */
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** The run that this job belongs to. */
  readonly runId: number;
}

const address = z
  .url({ protocol: /^https?$/, error: 'must be the address of GitHub' })
  .transform((text) => text.replace(/\/+$/, ''));

const RunnerSchema = z.object({
  GITHUB_EVENT_PATH: z.string({ error: 'must name the file of the event' }).min(1),
  GITHUB_API_URL: address.default('https://api.github.com'),
  GITHUB_SERVER_URL: address.default('https://github.com'),
  GITHUB_RUN_ID: z
    .string({ error: 'must be the number of this run' })
    .regex(/^\d{1,15}$/, 'must be the number of this run')
    .transform(Number),
});

/**
 * @throws PerfError (exit 2) where this is no job of a `workflow_run` event, or says too little
 */
export function readRunner(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Runner {
  const event = env['GITHUB_EVENT_NAME'] ?? '';
  if (event !== 'workflow_run') {
    throw usageError(
      `command 'comment' is for a workflow that starts on workflow_run, and this one started on '${event}': ` +
        'see README.md, On pull requests',
    );
  }
  const result = RunnerSchema.safeParse(env);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw usageError(`${String(issue?.path[0])} ${issue?.message ?? 'is not valid'}`);
  }
  const { data } = result;
  return {
    eventPath: data.GITHUB_EVENT_PATH,
    apiUrl: data.GITHUB_API_URL,
    serverUrl: data.GITHUB_SERVER_URL,
    runId: data.GITHUB_RUN_ID,
  };
}
