import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../../test/golden/cases.ts';
import { fixture } from '../../../../test/support/traces.ts';
import type { CostCentresResult, Costs } from '../../../model/costCentres.ts';
import { costsOf, readCostProfile } from '../../../trace/events/costProfile.ts';
import { wordsOf, type Block, type Table } from '../../model.ts';
import { costFlames } from './costFlames.ts';
import { costsReport } from './costsReport.ts';
import { changedCentres, costTable, differenceTable } from './costTables.ts';

const now = costsOf(readCostProfile(fixture('profile/confd.prof')));
const before = costsOf(readCostProfile(fixture('profile/confd-before.prof')));

/** What a column has, first row first. */
const column = ({ columns, rows }: Table, title: string): string[] => {
  const place = columns.findIndex((one) => one.title === title);
  return rows.map((row) => wordsOf(row[place]?.text ?? []));
};

describe('the table of costs', () => {
  it('has what allocated most first, in parts of all', () => {
    const table = costTable(now, 3);
    expect(column(table, 'Cost centre')).toEqual([
      'Text.JSON.String.readJSRational',
      'Ganeti.BasicTypes.liftIO',
      'Ganeti.JSON.readJSONfromDict',
    ]);
    expect(column(table, 'Allocation')).toEqual(['59 %', '12 %', '8.3 %']);
    expect(column(table, 'Inherited allocation')).toEqual(['59 %', '12 %', '13 %']);
  });

  it('of a daemon that did nothing is empty', () => {
    const nothing: Costs = { seconds: 0, ticks: 0, allocated: 0, centres: [], stacks: [] };
    expect(costTable(nothing, 3).rows).toEqual([]);
    expect(differenceTable(nothing, nothing, 3).rows).toEqual([]);
  });
});

describe('what differs', () => {
  it('is the largest difference first, whichever way it goes', () => {
    const table = differenceTable(before, now, 5);
    expect(column(table, 'Cost centre')[0]).toBe('System.Log.Formatter.tfLogFormatter');
    expect(column(table, 'Difference')[0]).toBe('+38.5 KiB');
    expect(column(differenceTable(now, before, 5), 'Difference')[0]).toBe('-38.5 KiB');
  });

  it('has what is new and what is gone against nothing', () => {
    const without = { ...before, centres: before.centres.filter(({ name }) => name !== NAME) };
    const [added] = changedCentres(without, now);
    expect(added).toMatchObject({ name: NAME, before: { individual: { allocated: 0 } } });
    const [gone] = changedCentres(now, without);
    expect(gone).toMatchObject({ name: NAME, now: { individual: { allocated: 0 } } });
  });

  it('is nothing between a profile and itself', () => {
    expect(changedCentres(now, now)).toEqual([]);
  });
});

const NAME = 'Text.JSON.String.readJSRational';

describe('the report', () => {
  const published = documentOf('cost-centres');
  if (published.kind !== 'cost-centres') throw new Error('not the document of this test');
  const { against, ...alone } = published.document;
  const flames = (result: CostCentresResult): Block | undefined =>
    costsReport(result)
      .sections.flatMap(({ blocks }) => blocks)
      .find(({ kind }) => kind === 'flames');

  it('of one Ganeti says who allocated most, and has no before', () => {
    const { verdict, sections } = costsReport(alone);
    expect(wordsOf(verdict)).toMatch(
      /^the costs of confd during instance-restart: .*; the most by Text/,
    );
    expect(sections.map(({ title }) => title)).not.toContain('What differs');
    expect(JSON.stringify(flames(alone))).not.toContain('"before"');
  });

  it('says how much slower the build is, where that was measured', () => {
    const words = (result: CostCentresResult): string => JSON.stringify(costsReport(result));
    expect(words(alone)).not.toContain('plain build');
    const slower = { ...alone, processorSeconds: { profiled: 2.5, plain: 1.5 } };
    expect(words(slower)).toContain('in a plain build.');
  });

  it('of two says what differs most', () => {
    const { verdict, sections } = costsReport(published.document);
    expect(against).toBeDefined();
    expect(wordsOf(verdict)).toContain('the largest difference is of System.Log.');
    expect(sections[0]?.title).toBe('What differs');
  });

  it('has flames no wider than what they are on, the widest first', () => {
    const { frames } = costFlames(published.document, 'allocated');
    const open: { value: number; left: number; last: number }[] = [];
    for (const { depth, value } of frames) {
      open.length = depth;
      const parent = open.at(-1);
      if (parent) {
        expect(value).toBeLessThanOrEqual(Math.min(parent.left, parent.last));
        parent.left -= value;
        parent.last = value;
      }
      open.push({ value, left: value, last: Infinity });
    }
    expect(frames.length).toBeGreaterThan(100);
    expect(frames.some((frame) => frame.before === 0)).toBe(true);
  });
});
