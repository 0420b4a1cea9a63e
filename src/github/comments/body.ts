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

/** What is said of a run, and where it can be read. */
export interface Statement {
  readonly run: MeasuredRun;
  readonly links: Links;
  readonly report: Report;
  /** Whether it is of a measurement; else it says why there is none. */
  readonly measured: boolean;
}

/** A comment: the marker, the report as far as there is room, and what it rests on. */
export function commentBody(statement: Statement): string {
  const { report, run, links } = statement;
  const whole =
    `The whole is in the [summary of the run](${links.told}) that wrote this, ` +
    `its numbers in \`measurement.json\` of [the one that measured](${links.measured}).`;
  const markdown = renderMarkdown(report, MARKDOWN_LIMIT, whole);
  return `${markerOf(run.stamp)}\n\n${markdown}\n${origin(statement)}\n`;
}

/**
 * What is said where GitHub refuses {@link commentBody}: words of ours alone, so that there is nothing in it
 * to refuse, and no older comment is taken for what this run came to.
 */
export function shortBody(statement: Statement): string {
  const { report, run, links } = statement;
  return [
    markerOf(run.stamp),
    `### ⚠️ ${escapeMarkdown(report.title)}`,
    `GitHub did not take the report. It is in the [summary of the run](${links.told}) that wrote this.`,
    `${origin(statement)}\n`,
  ].join('\n\n');
}

/** The runner takes 1 MiB for a step; a character may have three bytes. */
const SUMMARY_LIMIT = 300_000;

/** The report for the job's summary, which has room for nearly all there is. */
export function summaryBody(statement: Statement): string {
  const { report, links } = statement;
  const whole = `The numbers are in \`measurement.json\` of [the run that measured](${links.measured}).`;
  return `${renderMarkdown(report, SUMMARY_LIMIT, whole)}\n${origin(statement)}\n`;
}

function origin({ run: { stamp }, links, measured }: Statement): string {
  const commit = `\`${stamp.headSha.slice(0, 12)}\``;
  const run = `[run ${stamp.runId}](${links.measured})`;
  if (measured)
    return `Measured at ${commit} by ${run}, in which the code of the pull request ran.`;
  return `There is no whole measurement of ${commit} from ${run}, whose log has more.`;
}
