import fc from 'fast-check';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { scaleOf } from './chartScale.ts';
import { renderHtml } from './html/html.ts';
import { htmlChart } from './html/htmlChart.ts';
import { renderMarkdown } from './markdown/markdown.ts';
import { markdownBars, markdownChart } from './markdown/markdownChart.ts';
import { renderTerminal } from './terminal/terminal.ts';
import { terminalChart } from './terminal/terminalChart.ts';
import type { Bars, Chart, Report } from '../model.ts';

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

const MIB = 1024 ** 2;
const UNTRUSTED = '"] --> <script>alert(1)</script> ```\n%%{init: {}}%% ::error:: \u202e\u001b[31m';
const untrusted: Chart = {
  ...chart,
  title: UNTRUSTED,
  x: { title: UNTRUSTED, values: [1, 2] },
  series: [1, 2].map((k) => ({ name: `${UNTRUSTED}${k}`, values: [0, k] })),
};

const report = (block: Chart | Bars): Report => ({
  status: 'neutral',
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
    expect(scaleOf(values).ticks).toEqual(ticks);
  });

  it('has lines of bytes at round numbers of their unit', () => {
    expect(scaleOf([2.4 * MIB], 'bytes').ticks).toEqual([0, MIB, 2 * MIB, 3 * MIB]);
    expect(scaleOf([300], 'bytes').ticks).toEqual([0, 100, 200, 300]);
  });

  it('holds every value, in not more than six lines', () => {
    const values = fc.array(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), { minLength: 1 });
    fc.assert(
      fc.property(values, (some) => {
        const { least, most, ticks } = scaleOf(some);
        expect(least).toBe(0);
        expect(most).toBeGreaterThanOrEqual(Math.max(...some));
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

const memory: Bars = {
  kind: 'bars',
  title: 'peak of memory',
  unit: 'bytes',
  rows: [
    {
      name: 'job',
      before: 48 * MIB,
      band: { low: 40 * MIB, high: 56 * MIB },
      after: 60 * MIB,
      severity: 'bad',
    },
    { name: 'luxid', before: null, band: null, after: 20.5 * MIB },
    { name: 'sshd', before: null, band: null, after: 7 * MIB },
    { name: 'gone', before: 3 * MIB, band: null, after: null },
  ],
};

/** What the page's script would get. */
const dataOf = (html: string): unknown => {
  const [, attribute = ''] = /data-chart="([^"]*)"/.exec(html) ?? [];
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return JSON.parse(attribute.replace(/&([^;]+);/g, (_, name: string) => entities[name] ?? ''));
};

describe('a chart in HTML', () => {
  const formula = {
    text: '9 + 3 n',
    points: [
      [3, 18],
      [8, 33],
    ],
  } as const;

  it('has every value in a table, and a legend', () => {
    const html = htmlChart(chart, 'c').html;
    expect(html).toContain('<figcaption id="c">Growth with nodes</figcaption>');
    expect(html).toContain('<th scope="row">rpc/node/version</th>');
    expect(html.match(/<td class="figure" data-value="(\d+)"/g)).toHaveLength(6);
    expect(html).toContain(
      '<span class="point line2 square" aria-hidden="true"></span> <code>execve',
    );
    expect(html).toContain('role="img" aria-labelledby="c" aria-describedby="c-key"');
  });

  it('hands the script its values and what the formula gives', () => {
    const series = [{ name: 'x', values: [1, null, 3], formula }];
    const html = htmlChart({ ...chart, series }, 'c').html;
    const values = [1, null, 3];
    expect(dataOf(html)).toEqual({
      kind: 'lines',
      unit: 'count',
      x: chart.x,
      series: [{ name: 'x', values, formula: formula.points }],
    });
    expect(html).toContain('<code>x</code> = <code>9 + 3 n</code>');
    expect(html).toContain('>–</td>');
  });

  it('is of what was measured and of the baseline', () => {
    const html = htmlChart(memory, 'm').html;
    expect(dataOf(html)).toEqual({ kind: 'bars', unit: 'bytes', rows: memory.rows });
    expect(html).toMatch(/<th scope="row">job<\/th><td[^>]*>48 MiB<\/td><td[^>]*>40 MiB</);
    expect(html).toContain('the band it moves in by itself');
    const alone = memory.rows.map((row) => ({ ...row, before: null, band: null }));
    expect(htmlChart({ ...memory, rows: alone }, 'm').html).not.toMatch(/baseline<|the band/);
  });

  it('has no style, script or handler of its own, whatever the names', () => {
    const rows = memory.rows.map((row) => ({ ...row, name: UNTRUSTED }));
    for (const block of [untrusted, { ...memory, title: UNTRUSTED, rows }]) {
      const html = htmlChart(block, 'c').html;
      expect(html).not.toMatch(/style=|<script|\son\w+=/);
      expect(html).not.toMatch(/[\u202e\u001b]|\\u/);
      expect(JSON.stringify(dataOf(html))).toContain('\uFFFD');
    }
    expect(renderHtml(report(untrusted))).not.toContain('<script>alert');
  });
});

describe('bars in Markdown and on a terminal', () => {
  it('are a diagram of what is now, in a unit that can be read', () => {
    expect(markdownBars(memory).split('\n')).toEqual([
      '```mermaid',
      expect.stringContaining('plotColorPalette'),
      'xychart-beta horizontal',
      '    title "peak of memory"',
      '    x-axis ["job", "luxid", "sshd"]',
      '    y-axis "MiB" 0 --> 60',
      '    bar [60, 20.5, 7]',
      '```',
    ]);
  });

  it('have the baseline where every bar has one, and are characters where there are few bars', () => {
    const rows = memory.rows.slice(0, 1);
    expect(markdownBars({ ...memory, rows })).toBe(
      '```\npeak of memory\n  job  48 MiB → 60 MiB\n```',
    );
    const known = ['a', 'b', 'c'].map((name) => ({ ...rows[0]!, name }));
    expect(markdownBars({ ...memory, rows: known })).toMatch(
      /line \[48, 48, 48\]\n```\n\nBars: now. Line: the baseline.$/,
    );
  });

  it('are not ended or steered by a name', () => {
    const rows = memory.rows.map((row) => ({ ...row, name: UNTRUSTED }));
    for (const some of [rows, rows.slice(0, 1)]) {
      const markdown = markdownBars({ ...memory, title: UNTRUSTED, rows: some });
      expect(markdown).not.toMatch(/::|[\u202e\u001b]/);
      expect(markdown.match(/^`{3,}/gm)).toHaveLength(2);
    }
    const words = renderTerminal(report({ ...memory, rows }), {
      colours: pc.createColors(false),
      columns: 80,
    });
    expect(words).not.toMatch(/\u001b|\u202e|::error/);
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

  it('has bytes in a unit that can be read', () => {
    const values = [MIB, 2.5 * MIB, 3 * MIB];
    const markdown = markdownChart({ ...chart, unit: 'bytes', series: [{ name: 'x', values }] });
    expect(markdown).toContain('    y-axis "MiB" 0 --> 3\n    line [1, 2.5, 3]');
  });

  it('is not ended or steered by a name', () => {
    const markdown = renderMarkdown(report(untrusted));
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
    const words = renderTerminal(report(untrusted), {
      colours: pc.createColors(false),
      columns: 80,
    });
    expect(words).not.toMatch(/\u001b|\u202e|::error/);
  });
});
