import * as core from '@actions/core';
import { isAbsolute } from 'node:path';
import { changesSomething } from '../baseline/baselineChanges.ts';
import { baselineUpdateReport } from '../report/build/baseline/baselineUpdateReport.ts';
import { refuseLinks } from '../platform/links.ts';
import { refresh } from '../usecases/refresh.ts';
import { renderMarkdown } from '../report/render/markdown/markdown.ts';
import { resultFiles } from '../results/results.ts';
import type { RunSettings } from '../settings/settings.ts';
import { act } from './act.ts';
import { addSummary } from './outputs.ts';
import { underRunner } from './underRunner.ts';

/**
 * `refresh`: learns baselines, told to the job. The measurement is what another job may learn the same
 * from, see `propose`.
 */
async function refreshCommand(settings: RunSettings): Promise<void> {
  const { baselines } = settings;
  // In the checkout of a pull request, as a rule.
  if (baselines !== undefined && !isAbsolute(baselines)) await refuseLinks('.', baselines);
  const learned = await underRunner(settings, (context) => refresh(settings, context));
  const { measurement, events } = resultFiles(settings.out);
  const summary = renderMarkdown(baselineUpdateReport(learned));
  core.setOutput('measurement', measurement);
  core.setOutput('events', events);
  core.setOutput(
    'changed',
    learned.some(({ changes }) => changesSomething(changes)),
  );
  core.setOutput('summary', summary);
  await addSummary(summary);
}

await act('refresh', refreshCommand);
