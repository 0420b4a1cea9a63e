import * as core from '@actions/core';
import { judgeMeasurement } from '../usecases/judgeUntrusted.ts';
import { publishToPullRequests } from '../github/comments/publish.ts';
import { actionsLog } from '../platform/log/actionsLog.ts';
import type { CommentSettings } from '../settings/actionSettings.ts';
import { readRunner } from '../settings/runner.ts';
import { act } from './act.ts';
import { addSummary, reportVerdict } from './outputs.ts';

/**
 * `comment`: what another workflow measured, told to its pull request. A regression does not fail this
 * job: it has failed the one that measured. That the pull request may still say something older does.
 * It starts nothing that a post step would have to remove.
 */
async function commentCommand(settings: CommentSettings): Promise<void> {
  core.setSecret(settings.token);
  const log = actionsLog(settings);
  const runner = readRunner('comment');
  const { comparison, summary, refused, ...finding } = await judgeMeasurement(settings, runner);
  if (comparison) reportVerdict(comparison);
  // Before GitHub is asked for anything: whatever it answers, the report can be read.
  await addSummary(summary);
  const { apiUrl } = runner;
  const told = await publishToPullRequests(finding, { apiUrl, token: settings.token, log });
  core.setOutput('comment', told.comments.join(','));
  core.setOutput('pull-request', told.pullRequests.join(','));
  await addSummary(`\n${told.notes.join('\n\n')}`);
  if (told.failed) {
    core.setFailed('What was measured is not on its pull request; the job summary says why.');
  }
  // By now the pull request does not say any more what an older run came to.
  if (refused) throw refused;
}

await act('comment', commentCommand);
