import * as core from '@actions/core';
import { decide, type Decision } from '../github/authorize/decide.ts';
import { parseCommentEvent, type WrittenComment } from '../github/events/commentEvent.ts';
import { RequestFailure, remedyOf } from '../github/client/failure.ts';
import { reply } from '../github/comments/reply.ts';
import { actionsLog } from '../platform/log/actionsLog.ts';
import type { Log } from '../platform/log/log.ts';
import type { AuthorizeSettings } from '../settings/actionSettings.ts';
import { readRunner } from '../settings/runner.ts';
import { knownWorkloads } from '../workload/load.ts';
import { act } from './act.ts';
import { connect, type Connected } from './connection.ts';
import { readEvent } from '../github/events/intake.ts';
import { addSummary } from './outputs.ts';

/**
 * `authorize`: whether a comment is a command of somebody who may give it. Runs nothing of the pull
 * request. Fails the step where GitHub cannot be asked, and has granted nothing then.
 */
async function authorizeCommand(settings: AuthorizeSettings): Promise<void> {
  core.setOutput('authorized', false);
  const log = actionsLog(settings);
  const runner = readRunner('authorize');
  const comment = parseCommentEvent(await readEvent(runner.eventPath), runner.eventPath);
  const connected = connect(settings.token, runner, log);
  const decision = await decide(comment, connected.api, await knownWorkloads());
  await answer(decision, comment, connected, log);
  if (decision.kind !== 'granted') return;
  core.setOutput('head-sha', decision.headSha);
  core.setOutput('head-repository', decision.headRepository);
  core.setOutput('base-ref', decision.baseRef);
  core.setOutput('pull-request', decision.pullRequest);
  core.setOutput('workload', decision.workloads.join(','));
  // Last: whoever reads it has all the others.
  core.setOutput('authorized', true);
}

/** Tells who wrote the comment; what GitHub refuses of that is told in the log. */
async function answer(
  decision: Decision,
  { id }: WrittenComment,
  { api, pause }: Connected,
  log: Log,
): Promise<void> {
  if (decision.kind === 'ignored') {
    log.info(`nothing to do: ${decision.because}`);
    return;
  }
  try {
    if (decision.kind === 'granted') {
      log.info(`refresh of pull request ${decision.pullRequest} at ${decision.headSha}`);
      await api.react(id);
      return;
    }
    await addSummary(decision.remedy);
    const message = { about: `comment ${id}`, markdown: decision.remedy };
    await reply(api, decision.pullRequest, message, await api.viewer(), pause);
  } catch (error) {
    if (!(error instanceof RequestFailure)) throw error;
    log.warn(`the comment has no answer: ${error.message}. ${remedyOf(error) ?? ''}`.trim());
  }
}

await act('authorize', authorizeCommand);
