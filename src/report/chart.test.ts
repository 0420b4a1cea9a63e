import fc from 'fast-check';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { scaleOf } from './chartScale.ts';
import { renderHtml } from './html.ts';
import { htmlChart } from './htmlChart.ts';
import { renderMarkdown } from './markdown.ts';
import { markdownChart } from './markdownChart.ts';
import { renderTerminal } from './terminal.ts';
import { terminalChart } from './terminalChart.ts';
import type { Chart, Report } from './sections.ts';

const chart: Chart = {
  kind: 'chart',
  title: 'Growth with nodes',
  unit: 'count',
  x: { title: 'nodes', values: [3, 4, 8] },
  series: [
    { name: 'rpc/node/version', values: [3, 4, 8] },
    { name: 'execve/job/ssh', values: [21, 24, 36] },
  ],
};

const HOSTILE = '"] --> <script>alert(1)</script> ```\n%%{init: {}}%% ::error:: \u202e\u001b[31m';
const hostile: Chart = {
  ...chart,
  title: HOSTILE,
  x: { title: HOSTILE, values: [1, 2] },
  series: [1, 2].map((k) => ({ name: `${HOSTILE}${k}`, values: [0, k] })),
};

const report = (block: Chart): Report => ({
  mark: 'neutral',
  title: 'Growth',
  verdict: [],
  context: [],
  sections: [{ title: 'A chart', prominence: 'headline', blocks: [block] }],
});

describe('the axis of values', () => {
  it.each([
    [
      [0, 0],
      [0, 1],
    ],
    [
      [3, 8],
      [0, 2, 4, 6, 8],
    ],
    [[36], [0, 10, 20, 30, 40]],
    [[1234], [0, 500, 1000, 1500]],
  ])('of %j has the lines %j', (values, ticks) => {
    expect(scaleOf({ series: [{ name: '', values }] }).ticks).toEqual(ticks);
  });

  it('holds every value, in not more than six lines', () => {
    const values = fc.array(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), { minLength: 1 });
    fc.assert(
      fc.property(values, (some) => {
        const { least, most, ticks } = scaleOf({ series: [{ name: '', values: some }] });
        expect(least).toBe(0);
        expect(most).toBeGreaterThanOrEqual(Math.max(...some));
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe('a chart in HTML', () => {
  it('has a title, every value in words, and a legend', () => {
    const html = htmlChart(chart);
    expect(html).toContain('<title>Growth with nodes</title>');
    expect(html).toContain('rpc/node/version: 3 at 3, 4 at 4, 8 at 8; execve/job/ssh: 21 at 3');
    expect(html.match(/<polyline /g)).toHaveLength(2);
    expect(html).toContain('<code>execve/job/ssh</code>');
  });

  it('keeps the distances of its sizes', () => {
    const [line = ''] = /points="[^"]+"/.exec(htmlChart(chart)) ?? [];
    const places = [...line.matchAll(/([\d.]+),/g)].map(([, x]) => Number(x));
    expect((places[2]! - places[1]!) / (places[1]! - places[0]!)).toBeCloseTo(4, 1);
  });

  it('has no style, script or handler of its own, whatever the names', () => {
    const page = renderHtml(report(hostile));
    expect(htmlChart(hostile)).not.toMatch(/style=|<script|\son\w+=/);
    expect(page).not.toContain('<script>alert');
  });

  it('leaves out what was not measured', () => {
    const html = htmlChart({ ...chart, series: [{ name: 'x', values: [1, null, 3] }] });
    expect(html).toContain('x: 1 at 3, nothing at 4, 3 at 8');
    expect(html.match(/<circle /g)).toHaveLength(2);
  });
});

describe('a chart in Markdown', () => {
  it('is a Mermaid diagram, with its lines named below', () => {
    expect(markdownChart(chart).split('\n')).toEqual([
      '```mermaid',
      expect.stringContaining('plotColorPalette'),
      'xychart-beta',
      '    title "Growth with nodes"',
      '    x-axis "nodes" ["3", "4", "8"]',
      '    y-axis "count" 0 --> 40',
      '    line [3, 4, 8]',
      '    line [21, 24, 36]',
      '```',
      '',
      'Lines at their right ends, from the top: `execve/job/ssh`, `rpc/node/version`.',
    ]);
  });

  it('is not ended or steered by a name', () => {
    const markdown = renderMarkdown(report(hostile));
    const [, diagram = ''] = /```mermaid\n([\s\S]*?)\n```\n/.exec(markdown) ?? [];
    const [palette, ...lines] = diagram.split('\n');
    expect(palette).toMatch(/^%%\{init: \{[^%]*\}%%$/);
    expect(lines).toHaveLength(6);
    expect(lines.join('\n')).not.toMatch(/[%{}<`]|::/);
    expect(markdown).not.toMatch(/<script|\n::/);
  });

  it('leaves out sizes that a line lacks, and becomes characters where too few are left', () => {
    const some = { ...chart, series: [{ name: 'x', values: [1, null, 3] }] };
    expect(markdownChart(some)).toContain('["3", "8"]');
    const few = { ...chart, series: [{ name: 'x', values: [1, null, null] }] };
    expect(markdownChart(few)).toMatch(/^```\nGrowth with nodes/);
  });
});

describe('a chart on a terminal', () => {
  it('is a line for each series', () => {
    expect(terminalChart(chart)).toBe(
      ['  rpc/node/version  ▄▅█  3 → 8', '  execve/job/ssh    ▅▆█  21 → 36'].join('\n'),
    );
  });

  it('has no line that is wider than the terminal', () => {
    const long = chart.series.map((line) => ({ ...line, name: 'x/'.repeat(100) }));
    for (const columns of [60, 80, 100]) {
      const colours = pc.createColors(false);
      const words = renderTerminal(report({ ...chart, series: long }), { colours, columns });
      expect(words).toContain('Growth with nodes, over nodes 3, 4, 8\n');
      expect(Math.max(...words.split('\n').map((line) => line.length))).toBeLessThanOrEqual(
        columns,
      );
    }
  });

  it('steers nothing', () => {
    const words = renderTerminal(report(hostile), { colours: pc.createColors(false), columns: 80 });
    expect(words).not.toMatch(/\u001b|\u202e|::error/);
  });
});
