import * as core from '@actions/core';
import type { PullRequest } from '../github/client/api.ts';
import { parseCommentEvent } from '../github/events/commentEvent.ts';
import { gitDataOf } from '../github/client/gitData.ts';
import { RequestFailure, remedyOf } from '../github/client/failure.ts';
import { readEvent } from '../github/events/intake.ts';
import { parseSender } from '../github/events/sender.ts';
import { NOTHING_TO_ACCEPT, proposalNote } from '../github/proposals/proposalNotes.ts';
import {
  commitToHead,
  proposeBranch,
  refuseTooLong,
  type Proposal,
  type Proposed,
} from '../github/proposals/proposals.ts';
import {
  commitMessage,
  proposalBody,
  type ProposalOrigin,
} from '../github/proposals/proposalText.ts';
import { reply } from '../github/comments/reply.ts';
import { ACTIONS_BOT } from '../github/client/api.ts';
import { actionsLog } from '../platform/log/actionsLog.ts';
import { usageError } from '../platform/errors.ts';
import type { Log } from '../platform/log/log.ts';
import { proposeBaselines, type BaselineProposal } from '../usecases/proposeBaselines.ts';
import { renderMarkdown } from '../report/render/markdown/markdown.ts';
import type { ProposeSettings } from '../settings/actionSettings.ts';
import { readRunner, type Runner } from '../settings/runner.ts';
import { act } from './act.ts';
import { connect, type Connected } from './connection.ts';
import { addSummary } from './outputs.ts';

/**
 * `propose`: what another job measured, learned by trusted code, as a commit or a pull request. Fails the
 * step where nobody could be told what became of it.
 */
async function proposeCommand(settings: ProposeSettings): Promise<void> {
  const log = actionsLog(settings);
  const runner = readRunner('propose');
  const connected = connect(settings.token, runner, log);
  const lesson = await proposeBaselines(settings, runner.workspace);
  core.setOutput('changed', lesson.changed);
  // Before GitHub is asked for anything: whatever it answers, what was learned can be read.
  await addSummary(renderMarkdown(lesson.report));
  const job: ProposeJob = { settings, runner, connected, lesson, log };
  const asker =
    settings.pullRequest === undefined
      ? undefined
      : await connected.api.pullRequest(settings.pullRequest);
  const base = asker?.base.ref ?? runner.branch;
  if (base === undefined) {
    throw usageError(
      "actions/propose needs the input 'pull-request', or a workflow that runs on a branch",
    );
  }
  if (!lesson.changed) {
    await tell(NOTHING_TO_ACCEPT, job, false);
    return;
  }
  const proposed = await propose(job, asker, base);
  if ('commit' in proposed) core.setOutput('commit', proposed.commit);
  const number = proposed.kind === 'proposed' ? proposed.pullRequest : settings.pullRequest;
  if (number !== undefined) core.setOutput('pull-request', number);
  const note = await noteOf(proposed, job, base);
  await tell(note, job, proposed.kind === 'refused');
}

interface ProposeJob {
  readonly settings: ProposeSettings;
  readonly runner: Runner;
  readonly connected: Connected;
  readonly lesson: BaselineProposal;
  readonly log: Log;
}

async function propose(
  { settings, runner, connected, lesson }: ProposeJob,
  asker: PullRequest | undefined,
  base: string,
): Promise<Proposed> {
  const { pullRequest, headSha, token } = settings;
  const { owner } = runner.repository;
  const git = gitDataOf(connected.client, runner.repository, token);
  const speaker = { ...connected, git, owner };
  const origin = await originOf(settings, runner);
  const message = commitMessage(lesson.learned, lesson.measurement, origin);
  const proposal: Proposal = {
    files: lesson.files,
    message,
    body: proposalBody(lesson.report, origin),
  };
  refuseTooLong(proposal);
  if (!asker || headSha === undefined) {
    return proposeBranch(proposal, { base, branch: `ganeti-perf/refresh-${base}` }, speaker);
  }
  if (isOwnBranch(asker)) return commitToHead(proposal, asker, headSha, speaker);
  if (asker.state !== 'open' || asker.head.sha !== headSha) return { kind: 'moved' };
  const branch = `ganeti-perf/refresh-${pullRequest ?? ''}-${headSha.slice(0, 7)}`;
  return proposeBranch(proposal, { base, branch }, speaker);
}

/** A branch that is there for its pull request; what is on the default one is never written directly. */
const isOwnBranch = ({ head, base }: PullRequest): boolean =>
  head.repo?.id === base.repo.id && head.ref !== base.repo.default_branch;

async function originOf(
  { pullRequest, headSha, signOff }: ProposeSettings,
  { serverUrl, repository, runId, eventName, eventPath }: Runner,
): Promise<ProposalOrigin> {
  const home = `${serverUrl}/${repository.owner}/${repository.name}`;
  const signer = signOff ? parseSender(await readEvent(eventPath), eventPath) : undefined;
  const origin = { headSha, pullRequest, run: `${home}/actions/runs/${runId}`, signer };
  if (eventName !== 'issue_comment') return { ...origin, request: undefined };
  const asked = parseCommentEvent(await readEvent(eventPath), eventPath);
  const isIt = asked.pullRequest !== undefined && asked.pullRequest === pullRequest;
  const request = `${home}/pull/${pullRequest ?? ''}#issuecomment-${asked.id}`;
  return { ...origin, request: isIt ? request : undefined };
}

async function noteOf(
  proposed: Proposed,
  { settings, runner, connected, lesson }: ProposeJob,
  base: string,
): Promise<string> {
  const { api } = connected;
  const { cluster, ganeti, environment } = lesson.measurement;
  // As it is now: it may have moved on while this was at work.
  const now =
    settings.pullRequest === undefined || proposed.kind !== 'moved'
      ? undefined
      : await api.pullRequest(settings.pullRequest);
  const isAsked = settings.pullRequest !== undefined;
  return proposalNote(proposed, {
    workloads: lesson.learned.map(({ workload }) => workload),
    measured: { cluster, ganeti, overlaid: Object.hasOwn(environment, 'overlay') },
    asker: isAsked ? { headSha: now?.head.sha ?? '', open: now?.state !== 'closed' } : undefined,
    ownToken: (await api.viewer()).login === ACTIONS_BOT,
    home: `${runner.serverUrl}/${runner.repository.owner}/${runner.repository.name}`,
    base,
  });
}

/** Into the summary, and to the pull request that asked. `failed`: somebody has to hear of it. */
async function tell(
  note: string,
  { settings, connected, log }: ProposeJob,
  failed: boolean,
): Promise<void> {
  await addSummary(`\n${note}`);
  const { pullRequest, headSha } = settings;
  const { api, pause } = connected;
  try {
    if (pullRequest !== undefined) {
      const message = { about: `refresh ${headSha ?? ''}`, markdown: note };
      await reply(api, pullRequest, message, await api.viewer(), pause);
      return;
    }
  } catch (error) {
    if (!(error instanceof RequestFailure)) throw error;
    log.warn(`nothing could be posted: ${error.message}. ${remedyOf(error) ?? ''}`.trim());
  }
  if (failed) core.setFailed('The new baselines could not be proposed; the job summary says why.');
}

await act('propose', proposeCommand);
