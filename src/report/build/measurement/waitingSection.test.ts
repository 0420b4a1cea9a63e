import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { createBaseline } from '../../../baseline/createBaseline.ts';
import { compareMeasurement } from '../../../compare/compareMeasurement.ts';
import type { Comparison } from '../../../model/comparison.ts';
import { natureOf } from '../../../model/nature.ts';
import { aMeasurement, aWorkload } from '../../../../test/support/documents.ts';
import { comparisonReport } from '../comparison/comparisonReport.ts';
import { renderHtml } from '../../render/html/html.ts';
import { renderMarkdown } from '../../render/markdown/markdown.ts';
import { measurementReport } from './measurementReport.ts';
import { wordsOf } from '../../model.ts';
import { renderTerminal } from '../../render/terminal/terminal.ts';

const NORMAL = {
  'config/ganeti-wconfd/writes': [9, 9],
  'execve/ganeti-noded/lvs': [3, 3],
  'rpc/wconfd/readConfig': [43, 43],
  wall: [8, 8],
};
const CALM = { ...NORMAL, 'waiting/rpc/luxi/WaitForJobChange': [12, 12] };
/** As mass-migrate was seen to wait where processes start slowly. */
const CONTENDED = {
  ...NORMAL,
  'waiting/rpc/luxi/WaitForJobChange': [40, 40],
  'waiting/attempts/count': [3, 3],
  'waiting/attempts/seconds': [2.9, 2.9],
  'waiting/rpc/wconfd/readConfig': [3, 3],
  'waiting/rpc/wconfd/listLocks': [42, 42],
  'waiting/locks/ganeti-wconfd/writes': [12, 12],
  'waiting/locks/ganeti-wconfd/bytes': [9000, 9100],
  'waiting/sleep/job/seconds': [0.6, 0.6],
  'waiting/sleep/job/count': [6, 6],
  'config/ganeti-wconfd/writes': [12, 12],
};
const SENTENCE =
  'mass-migrate: 3 opcodes gave up waiting for their locks and began anew (2.9 s); done for nothing: ' +
  '45 wconfd calls, 0.6 s asleep, 12 lock writes; asked 40 times whether a job had changed.';

const base = aMeasurement([aWorkload('mass-migrate', CALM)]);
const baselines = new Map(base.workloads.map((w) => [w.name, createBaseline(w, base)]));
const head = (metrics: Record<string, number[]>) =>
  aMeasurement([aWorkload('mass-migrate', metrics)]);

/** `gates`: whether both sides were measured in turns on one machine. */
function compared(metrics: Record<string, number[]>, gates = false): Comparison {
  const comparison = compareMeasurement(head(metrics), baselines);
  const workloads = comparison.workloads.map((workload) => ({
    ...workload,
    metrics: workload.metrics.map((metric) =>
      natureOf(metric.key) === 'waiting' ? { ...metric, gates } : metric,
    ),
  }));
  return { ...comparison, verdict: 'pass', workloads };
}
const terminal = (comparison: Comparison) =>
  renderTerminal(comparisonReport(comparison), { colours: pc.createColors(false), columns: 300 });

describe('waiting', () => {
  it('stands in a section of its own, and nowhere else, where it does not gate', () => {
    const { verdict, worst, sections } = comparisonReport(compared(CONTENDED));
    const holding = sections.filter((section) =>
      /waiting\/|config\/ganeti/.test(JSON.stringify(section)),
    );
    expect(holding.map(({ title }) => title)).toEqual(['Waiting']);
    expect(JSON.stringify([verdict, worst])).not.toContain('waiting');
    expect(verdict).toEqual(['2 metrics of mass-migrate']);
  });

  it('is a table of what was done, the attempts first, before and now', () => {
    const section = comparisonReport(compared(CONTENDED)).sections.find(
      ({ title }) => title === 'Waiting',
    );
    const block = section?.blocks.at(-1);
    const rows =
      block?.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => wordsOf(text))) : [];
    expect(rows).toHaveLength(10);
    expect(rows.at(-1)).toEqual(['mass-migrate', 'config/ganeti-wconfd/writes', '9', '12', '+3']);
    expect(rows.slice(0, 3)).toEqual([
      ['mass-migrate', 'waiting/attempts/count', '–', '3', ''],
      ['mass-migrate', 'waiting/attempts/seconds', '–', '2.9 s', ''],
      ['mass-migrate', 'waiting/rpc/luxi/WaitForJobChange', '12', '40', '+28'],
    ]);
  });

  it('is a sentence in every form, a line of a terminal', () => {
    expect(terminal(compared(CONTENDED)).split('\n')).toContain(`Waiting: ${SENTENCE}`);
    const markdown = renderMarkdown(comparisonReport(compared(CONTENDED)));
    expect(markdown).toContain(`<details><summary>Waiting</summary>\n\n${SENTENCE}\n`);
    expect(renderHtml(comparisonReport(compared(CONTENDED)))).toContain(`<p>${SENTENCE}</p>`);
  });

  it('says that nothing was given up', () => {
    expect(terminal(compared(CALM))).toContain('Waiting: no opcode gave up waiting for its locks.');
    expect(renderMarkdown(comparisonReport(compared(CALM)))).toContain(
      'mass-migrate: no opcode gave up waiting for its locks; asked 12 times whether a job had changed.',
    );
    expect(terminal(compared({ ...CALM, 'waiting/attempts/count': [1, 1] }))).toContain(
      '1 opcode gave up waiting for its locks and began anew (0 s)',
    );
  });

  it('is told as a change where it gates', () => {
    const { sections } = comparisonReport(compared(CONTENDED, true));
    expect(JSON.stringify(sections[0])).toContain('waiting/attempts/count');
    expect(sections.map(({ title }) => title)).toContain('Waiting');
  });

  it('is shown of a measurement alone, and is no part of its totals', () => {
    const { sections } = measurementReport(head(CONTENDED));
    const titles = sections.map(({ title }) => title);
    expect(titles).toContain('Waiting');
    expect(JSON.stringify(sections[titles.indexOf('Totals')])).not.toContain('waiting');
  });

  it('has no section where nothing waited', () => {
    const { sections } = measurementReport(head({ 'execve/ganeti-noded/lvs': [3, 3] }));
    expect(sections.map(({ title }) => title)).not.toContain('Waiting');
  });
});
