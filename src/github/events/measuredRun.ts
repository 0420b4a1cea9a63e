import * as z from 'zod';
import { parseJson } from '../../model/json.ts';
import { explainIssue } from '../../model/readIssue.ts';
import { usageError } from '../../platform/errors.ts';
import type { Stamp } from '../comments/marker.ts';

/** A run of another workflow, as GitHub's own event tells it. */
export interface MeasuredRun {
  readonly repository: Repository;
  readonly stamp: Stamp;
  /** What started it: `pull_request` for those that are told of. */
  readonly event: string;
  /** Whether it has ended; else it was only asked for, or has begun. */
  readonly ended: boolean;
  /** How it ended, in GitHub's word: `success`, `failure`, `cancelled`, `timed_out`; null where it has not. */
  readonly conclusion: string | null;
  /** Where its code is from; an untrusted name. null: a branch or a fork that is gone. */
  readonly headBranch: string | null;
  readonly headRepository: { readonly id: number; readonly owner: string } | null;
  /** Numbers of this repository's pull requests; GitHub names none that comes from a fork. */
  readonly pullRequests: readonly number[];
}

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
}

const Id = z.int().positive();

/** `owner/name`, as GitHub has it. */
export const FullName = z.string().regex(/^[\w-]+\/(?!\.{1,2}$)[\w.-]+$/);

const EventSchema = z.object({
  action: z.enum(['requested', 'in_progress', 'completed']),
  repository: z.object({ id: Id, full_name: FullName }),
  workflow_run: z.object({
    id: Id,
    run_attempt: Id,
    created_at: z.iso.datetime(),
    event: z.string().max(100),
    conclusion: z.string().max(100).nullable(),
    head_sha: z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/),
    head_branch: z.string().max(1000).nullable(),
    head_repository: z.object({ id: Id, owner: z.object({ login: z.string() }) }).nullable(),
    pull_requests: z
      .array(z.object({ number: Id, base: z.object({ repo: z.object({ id: Id }) }) }))
      .max(1000),
  }),
});

/**
 * The text of a `workflow_run` event -> the run that it tells of.
 * Throws a usage error that names the file and the place in it.
 */
export function parseEvent(text: string, fileName: string): MeasuredRun {
  const content = parseJson(text, fileName);
  const result = EventSchema.safeParse(content);
  if (!result.success) {
    const [issue] = result.error.issues;
    const reason = issue ? explainIssue(issue, content) : 'not an event';
    throw usageError(`${fileName} is no event of a workflow run: ${reason}`);
  }
  const { action, repository, workflow_run: run } = result.data;
  const ended = action === 'completed';
  const [owner = '', name = ''] = repository.full_name.split('/');
  return {
    repository: { id: repository.id, owner, name },
    stamp: {
      runId: run.id,
      attempt: run.run_attempt,
      createdAt: run.created_at,
      headSha: run.head_sha,
    },
    event: run.event,
    ended,
    conclusion: ended ? run.conclusion : null,
    headBranch: run.head_branch,
    headRepository: run.head_repository && {
      id: run.head_repository.id,
      owner: run.head_repository.owner.login,
    },
    // A fork's run may name pull requests of another repository.
    pullRequests: run.pull_requests
      .filter(({ base }) => base.repo.id === repository.id)
      .map(({ number }) => number),
  };
}
