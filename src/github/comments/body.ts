import { MARKDOWN_LIMIT, renderMarkdown } from '../../report/render/markdown/markdown.ts';
import { escapeMarkdown } from '../../text/escapeMarkdown.ts';
import type { Report } from '../../report/model.ts';
import type { MeasuredRun } from '../events/measuredRun.ts';
import { markerOf } from './marker.ts';

/** Where GitHub shows things: made from what the runner and the event say, never from a measurement. */
export interface Links {
  /** The run that measured. */
  readonly measured: string;
  /** The run that compares and tells. */
  readonly told: string;
  pullRequest(number: number): string;
  comment(number: number, id: number): string;
}

/** `server` without a slash at its end; `runId` is the run of this job. */
export function linksOf(run: MeasuredRun, server: string, runId: number): Links {
  const { owner, name } = run.repository;
  const base = `${server}/${owner}/${name}`;
  const pullRequest = (number: number): string => `${base}/pull/${number}`;
  return {
    measured: `${base}/actions/runs/${run.stamp.runId}/attempts/${run.stamp.attempt}`,
    told: `${base}/actions/runs/${runId}`,
    pullRequest,
    comment: (number, id) => `${pullRequest(number)}#issuecomment-${id}`,
  };
}

/** A comment: the marker, the report as far as there is room, and what it rests on. */
export function commentBody(report: Report, run: MeasuredRun, links: Links): string {
  const whole =
    `The whole is in the [summary of the run](${links.told}) that wrote this, ` +
    `its numbers in \`measurement.json\` of [the one that measured](${links.measured}).`;
  const markdown = renderMarkdown(report, MARKDOWN_LIMIT, whole);
  return `${markerOf(run.stamp)}\n\n${markdown}\n${origin(run, links)}\n`;
}

/**
 * What is said where GitHub refuses {@link commentBody}: words of ours alone, so that there is nothing in it
 * to refuse, and no older comment is taken for what this run came to.
 */
export function shortBody({ title }: Report, run: MeasuredRun, links: Links): string {
  return [
    markerOf(run.stamp),
    `### ⚠️ ${escapeMarkdown(title)}`,
    `GitHub did not take the report. It is in the [summary of the run](${links.told}) that wrote this.`,
    `${origin(run, links)}\n`,
  ].join('\n\n');
}

/** What is said of a run that left no measurement: words of ours alone, and what the event says. */
export function unmeasuredBody(run: MeasuredRun, links: Links): string {
  return `${markerOf(run.stamp)}\n\n${unmeasuredText(run, links)}\n`;
}

/** The same for the job's summary, which needs no marker. */
export function unmeasuredText({ stamp, conclusion }: MeasuredRun, { measured }: Links): string {
  const run = `[run ${stamp.runId}](${measured})`;
  if (conclusion === 'success') {
    return `### Not measured\n\nNothing was measured in ${run}, which succeeded: what was said before stays.`;
  }
  const how = ENDED.get(conclusion ?? '') ?? 'the run left no measurement';
  return [
    `### ⚠️ Not measured: ${how}`,
    `There is no measurement of \`${stamp.headSha.slice(0, 12)}\` from it, and what was said before is not of this run. ` +
      `The log of ${run} has the reason, such as a build that failed.`,
  ].join('\n\n');
}

const ENDED: ReadonlyMap<string, string> = new Map([
  ['failure', 'the run failed before it had measured'],
  ['cancelled', 'the run was cancelled'],
  ['timed_out', 'the run took too long'],
  ['startup_failure', 'the run could not start'],
]);

/** The runner takes 1 MiB for a step; a character may have three bytes. */
const SUMMARY_LIMIT = 300_000;

/** The report for the job's summary, which has room for nearly all there is. */
export function summaryBody(report: Report, run: MeasuredRun, links: Links): string {
  const whole = `The numbers are in \`measurement.json\` of [the run that measured](${links.measured}).`;
  return `${renderMarkdown(report, SUMMARY_LIMIT, whole)}\n${origin(run, links)}\n`;
}

const origin = ({ stamp }: MeasuredRun, { measured }: Links): string =>
  `Measured at \`${stamp.headSha.slice(0, 12)}\` by [run ${stamp.runId}](${measured}), in which the code of the pull request ran.`;
