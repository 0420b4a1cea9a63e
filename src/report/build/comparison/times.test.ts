import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { createBaseline } from '../../../baseline/createBaseline.ts';
import { compareMeasurement } from '../../../compare/compareMeasurement.ts';
import type { Environment } from '../../../model/environment.ts';
import { ENVIRONMENT, aMeasurement, aWorkload } from '../../../../test/support/documents.ts';
import { comparisonReport } from './comparisonReport.ts';
import { renderHtml } from '../../render/html/html.ts';
import { renderMarkdown } from '../../render/markdown/markdown.ts';
import { renderTerminal } from '../../render/terminal/terminal.ts';
import { wordsOf, type Cell } from '../../model.ts';

const LVS = 'execve/ganeti-noded/lvs';
const NORMAL = {
  [LVS]: [3, 3],
  'cpu/job/seconds': [0.5, 0.5],
  'cpu/ganeti-noded/seconds': [1.2, 1.2],
  wall: [2.9, 2.9],
};
const SLOW = { 'cpu/job/seconds': [2, 2], 'cpu/ganeti-noded/seconds': [6, 6], wall: [5.9, 5.9] };
const FAST_MACHINE: Environment = { ...ENVIRONMENT, 'calibration.forkExecUs': 2000 };
const SLOW_MACHINE: Environment = { ...ENVIRONMENT, 'calibration.forkExecUs': 8200 };
const OTHER_KERNEL: Environment = { ...SLOW_MACHINE, kernel: '6.8.0' };
const MACHINE = "his machine starts processes 4.1 times slower than the baseline's.";

const base = aMeasurement([aWorkload('reboot', NORMAL)], { environment: FAST_MACHINE });
const baselines = new Map(base.workloads.map((w) => [w.name, createBaseline(w, base)]));
const report = (
  changes: Record<string, number[]>,
  environment = SLOW_MACHINE,
  known = baselines,
) => {
  const head = aMeasurement([aWorkload('reboot', { ...NORMAL, ...changes })], { environment });
  return comparisonReport(compareMeasurement(head, known));
};
const terminal = (...args: Parameters<typeof report>) =>
  renderTerminal(report(...args), { colours: pc.createColors(false), columns: 200 });

describe('times', () => {
  it('stand in a section of their own, and nowhere else', () => {
    const { verdict, worst, sections } = report({ ...SLOW, [LVS]: [4, 4] });
    const holding = sections.filter((section) => /"(?:wall|cpu\/)/.test(JSON.stringify(section)));
    expect(holding.map(({ title }) => title)).toEqual(['Times']);
    expect(JSON.stringify([verdict, worst])).not.toMatch(/wall|cpu/);
    const [head, first] = [sections[0], sections.find(({ title }) => title === 'Times')];
    expect(head?.blocks[0]).toMatchObject({ rows: [expect.anything()] });
    const table = first?.blocks[1];
    expect(table?.kind === 'table' && table.rows.map((row) => row.map(cellWords))).toEqual([
      ['reboot', 'wall', '2.9 s', '5.9 s', '+103 %'],
      ['reboot', 'cpu/ganeti-noded/seconds', '1.2 s', '6 s', '+400 %'],
      ['reboot', 'cpu/job/seconds', '0.5 s', '2 s', '+300 %'],
    ]);
  });

  it('are one line in a terminal, with how fast the machine is', () => {
    const lines = terminal(SLOW).split('\n');
    expect(lines.filter((line) => line.includes('wall') || line.includes('cpu/'))).toEqual([]);
    expect(lines).toContain(`Times: reboot 2.9 s → 5.9 s; t${MACHINE}`);
    expect(terminal(SLOW, FAST_MACHINE)).toContain('\nTimes: reboot 2.9 s → 5.9 s.\n');
  });

  it('are folded in Markdown and HTML, with how fast the machine is', () => {
    const markdown = renderMarkdown(report(SLOW));
    expect(markdown).toMatch(/<details><summary>Times<\/summary>\n\nTimes decide nothing[^\n]*/);
    expect(markdown.match(/T[^.]*\. This machine[^\n]*/)?.[0]).toContain(`T${MACHINE}`);
    expect(renderHtml(report(SLOW))).toMatch(
      /<summary><h2 id="section-\d+">Times<\/h2><\/summary>/,
    );
    expect(markdown).not.toContain('<summary>Changes');
  });

  it('are shown where there is nothing to compare with', () => {
    expect(terminal({}, SLOW_MACHINE, new Map())).toContain('\nTimes: reboot 2.9 s.\n');
  });
});

it('what else changed is read with how fast the machine is, whose figures are not listed', () => {
  const words = terminal(SLOW, OTHER_KERNEL);
  expect(words).toContain('\nTimes: reboot 2.9 s → 5.9 s.\n');
  expect(words).toMatch(/The environment changed too \(1\)\n.*T/);
  expect(words).toContain(`counts rarely do. T${MACHINE}`);
  expect(words).not.toContain('calibration');
});

const cellWords = ({ text }: Cell): string => wordsOf(text);
