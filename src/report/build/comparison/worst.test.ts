import { describe, expect, it } from 'vitest';
import { aMove, aStep } from '../../../../test/support/causes.ts';
import { createBaseline } from '../../../baseline/createBaseline.ts';
import { compareMeasurement } from '../../../compare/compareMeasurement.ts';
import { aMeasurement, aWorkload } from '../../../../test/support/documents.ts';
import { comparisonReport } from './comparisonReport.ts';
import { wordsOf } from '../../../text/text.ts';
import { renderMarkdown } from '../../render/markdown/markdown.ts';

const LVS = 'execve/ganeti-noded/lvs';
const NORMAL = {
  [LVS]: [3, 3],
  'execve/job/ssh': [6, 6],
  'jobfile/job/writes': [4, 4],
  'jobfile/job/bytes': [4000, 4001],
  'rpc/node/version': [2, 2],
  'fsync/job': [7, 7],
  'heap/job/peak-rss': [40e6, 41e6],
  wall: [20, 21],
};
const base = aMeasurement([aWorkload('verify', NORMAL), aWorkload('reboot', NORMAL)]);
const baselines = new Map(base.workloads.map((w) => [w.name, createBaseline(w, base)]));
const JOB = [aStep('command', 'gnt-cluster verify'), aStep('job', 'job OP_X')];
const BRANCHES = [
  aMove(LVS, 3, 5, ...JOB, aStep('rpc', 'rpc lvs_list → node2')),
  aMove(LVS, 0, 1, ...JOB),
  aMove('jobfile/job/writes', 4, 6, ...JOB),
];

function judged(changes: Record<string, number[]>) {
  const head = aMeasurement([
    aWorkload('verify', { ...NORMAL, ...changes }),
    aWorkload('reboot', { ...NORMAL, 'execve/job/ssh': [60, 60] }),
  ]);
  const comparison = compareMeasurement(head, baselines);
  const workloads = comparison.workloads.map((workload) =>
    workload.name === 'verify' ? { ...workload, branches: BRANCHES } : workload,
  );
  return comparisonReport({ ...comparison, workloads });
}
const linesOf = (changes: Record<string, number[]>) => (judged(changes).worst ?? []).map(wordsOf);

describe('the worst changes', () => {
  it('are of all workloads, each with where it moved most', () => {
    expect(linesOf({ [LVS]: [6, 6], wall: [90, 90] })).toEqual([
      'execve/job/ssh 6 → 60 in reboot (regression)',
      `${LVS} 3 → 6 in verify (regression): +2 lvs in noded on node2 for lvs_list, job OP_X, ` +
        'gnt-cluster verify; 1 other place',
    ]);
  });

  it('tell of bytes what wrote them', () => {
    expect(linesOf({ 'jobfile/job/bytes': [9000, 9001] })).toContainEqual(
      'jobfile/job/bytes 3.9 KiB → 8.8 KiB in verify (regression): the writes of it: ' +
        '+2 job-file writes in job OP_X, gnt-cluster verify',
    );
  });

  it('are five at most, and say what repeats disagree on', () => {
    const changes = {
      [LVS]: [6, 6],
      'execve/job/new': [1, 1],
      'rpc/node/version': [9, 9],
      'fsync/job': [9, 9],
      'jobfile/job/writes': [4, 5],
    };
    expect(linesOf(changes)).toHaveLength(5);
    const { 'jobfile/job/writes': unstable } = changes;
    expect(linesOf({ 'jobfile/job/writes': unstable })).toContainEqual(
      expect.stringContaining('jobfile/job/writes 4 → 4 to 5 in verify (unstable)'),
    );
  });

  it('are a list below the verdict in Markdown, where all else is folded', () => {
    const markdown = renderMarkdown(judged({ [LVS]: [6, 6] }));
    const [opening = '', ...folds] = markdown.split('<details>');
    expect(opening.split('\n').map((line) => line.slice(0, 12))).toEqual([
      '### ❌ Regres',
      '',
      'Ganeti 3.0.2',
      '',
      '1. `execve/j',
      '2. `execve/g',
      '',
      '',
    ]);
    expect(folds[0]).toContain('<summary>Changes</summary>');
    expect(markdown.replace(/<details>[^]*?<\/details>/g, '').split('1. ')[1]).not.toContain('|');
  });

  it('leave in sight what they do not say', () => {
    const alone = compareMeasurement(aMeasurement([aWorkload('other', NORMAL)]), baselines);
    const [opening = ''] = renderMarkdown(comparisonReport(alone)).split('<details>');
    expect(opening).toContain('To make the missing baseline of other');
  });
});

describe('memory', () => {
  const sectionOf = (changes: Record<string, number[]>) =>
    judged(changes).sections.find(({ title }) => title === 'Memory');

  it('is in sight where it got worse, with the band of the baseline', () => {
    expect(sectionOf({})).toMatchObject({ prominence: 'archive' });
    const worse = sectionOf({ 'heap/job/peak-rss': [90e6, 90e6] });
    expect(worse).toMatchObject({ prominence: 'headline', aside: true });
    expect(worse?.blocks[0]).toMatchObject({
      kind: 'bars',
      title: 'verify, peak of resident memory, by program',
      rows: [
        { name: 'job', after: 90e6, severity: 'bad', band: { low: expect.any(Number) as number } },
      ],
    });
  });

  it('has the largest of many, and says so', () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`heap/p${i}/peak-rss`, [i * 1e6, i * 1e6]]),
    );
    const block = sectionOf(many)?.blocks[0];
    expect(block).toMatchObject({
      title: 'verify, peak of resident memory, by program (the 24 largest of 31)',
    });
    const names = block?.kind === 'bars' ? block.rows.map(({ name }) => name) : [];
    expect(names).toHaveLength(24);
    expect(names.slice(0, 2)).toEqual(['job', 'p29']);
  });
});
