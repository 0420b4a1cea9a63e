import fc from 'fast-check';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { codeCell, figures, table, text, code, type Report } from '../../model.ts';
import { renderTerminal } from './terminal.ts';

const plain = pc.createColors(false);

const KEY = 'jobfile/job-cluster-verify-config/writes';
const sample: Report = {
  status: 'bad',
  title: 'Regression',
  verdict: ['worst ', { code: KEY }],
  context: ['Ganeti 3.0.2'],
  sections: [
    {
      title: 'Changes',
      prominence: 'headline',
      blocks: [
        table(
          ['Metric', figures('After'), { ...figures('Share'), optional: true }, 'Verdict'],
          [
            [codeCell(KEY), '47', '+488 %', { text: ['regression'], severity: 'bad' }],
            [codeCell('wall'), '1 234 s', '', { text: ['informative'], severity: 'dim' }],
          ],
        ),
        text('2 metrics unchanged.'),
      ],
    },
    { title: 'What to do', prominence: 'detail', blocks: [code('npm run perf -- refresh')] },
    { title: 'Totals', prominence: 'archive', blocks: [text('not here')] },
  ],
};

describe('renderTerminal', () => {
  it('aligns columns and names what it leaves out', () => {
    expect(renderTerminal(sample, { colours: plain, columns: 100 })).toBe(
      `✗ Regression: worst ${KEY}
Ganeti 3.0.2

Changes
Metric                                      After   Share  Verdict
jobfile/job-cluster-verify-config/writes       47  +488 %  regression
wall                                      1 234 s          informative
2 metrics unchanged.

What to do
  npm run perf -- refresh

More in report.md: Totals.
`,
    );
  });

  it('says where the rest is, where no file was written', () => {
    const options = { colours: plain, columns: 100, more: 'with --format html' };
    expect(renderTerminal(sample, options)).toContain('More with --format html: Totals.');
  });

  it('shortens keys in the middle and drops the optional where it is narrow', () => {
    const lines = renderTerminal(sample, { colours: plain, columns: 45 }).split('\n');
    expect(lines).toContain('jobfile/j…config/writes       47  regression');
    expect(lines).toContain('Metric                     After  Verdict');
  });

  it('writes colours only when they are asked for', () => {
    const escape = String.fromCharCode(27);
    expect(renderTerminal(sample, { colours: plain, columns: 100 })).not.toContain(escape);
    const colourful = renderTerminal(sample, { colours: pc.createColors(true), columns: 100 });
    expect(colourful).toContain(`${escape}[31mregression${escape}[39m`);
  });

  it('lets nobody else control the terminal or the log', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(
        '\u001b',
        '\u009b',
        '\r',
        '\n',
        '\u202e',
        ':',
        '::',
        '##[',
        'a',
        ' ',
        '|',
      ),
    });
    fc.assert(
      fc.property(nasty, nasty, (a, b) => {
        const untrusted: Report = {
          ...sample,
          title: a,
          verdict: [a, { code: b }],
          sections: [
            { title: a, prominence: 'headline', blocks: [table([b], [[a]]), text(b), code(a)] },
            { title: b, prominence: 'archive', blocks: [] },
          ],
        };
        const output = renderTerminal(untrusted, { colours: plain, columns: 80 });
        expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(output).not.toMatch(/::|##\[/);
      }),
    );
  });
});
