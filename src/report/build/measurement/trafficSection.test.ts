import { describe, expect, it } from 'vitest';
import { aMeasurement, aWorkload } from '../../../../test/support/documents.ts';
import { createBaseline } from '../../../baseline/createBaseline.ts';
import { compareMeasurement } from '../../../compare/compareMeasurement.ts';
import { renderMarkdown } from '../../render/markdown/markdown.ts';
import { comparisonReport } from '../comparison/comparisonReport.ts';
import { measurementReport } from './measurementReport.ts';

/** As an instance-restart on Debian's 3.0 was measured. */
const MEASURED = {
  'rpc/wconfd/readConfig': [9],
  'rpc/wconfd/updateInstance': [30],
  'waiting/rpc/wconfd/lockConfig': [7],
  'traffic/wconfd/requests/bytes': [4177],
  'traffic/wconfd/requests/sends': [46],
  'traffic/wconfd/requests/receives': [171],
  'traffic/wconfd/replies/bytes': [179_126],
  'traffic/wconfd/replies/sends': [59],
  'traffic/wconfd/replies/receives': [85],
};
const measurement = aMeasurement([aWorkload('instance-restart', MEASURED)]);
const rows = (markdown: string): string[] =>
  markdown
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .filter((line) => line.startsWith('| instance-restart | wconfd re'))
    .toSorted();

describe('what goes over the sockets of the daemons', () => {
  it('has bytes and calls for each message, those for nothing too, and is no part of what waited', () => {
    const markdown = renderMarkdown(measurementReport(measurement));
    expect(rows(markdown)).toEqual([
      '| instance-restart | wconfd replies | 46 | – | 174.9 KiB | | 3.803 KiB | 1.28 | 1.85 |',
      '| instance-restart | wconfd requests | 46 | – | 4.1 KiB | | 90.8 B | 1 | 3.72 |',
    ]);
    const [, waited = ''] = /<summary>Waiting<\/summary>(.*?)<\/details>/s.exec(markdown) ?? [];
    expect(waited).toContain('waiting/rpc/wconfd/lockConfig');
    expect(waited).not.toContain('traffic/');
  });

  it('tells what changed, and decides nothing of it against a baseline', () => {
    const baseline = createBaseline(measurement.workloads[0]!, measurement);
    const doubled = aMeasurement([
      aWorkload('instance-restart', { ...MEASURED, 'traffic/wconfd/replies/bytes': [358_252] }),
    ]);
    const comparison = compareMeasurement(doubled, new Map([['instance-restart', baseline]]));
    expect(comparison.verdict).toBe('pass');
    const [replies] = rows(renderMarkdown(comparisonReport(comparison)));
    expect(replies).toContain('| 174.9 KiB | 349.9 KiB | +174.9 KiB | 7.606 KiB |');
  });

  it('is left out where nothing is known of it', () => {
    const older = aMeasurement([aWorkload('instance-restart', { 'rpc/wconfd/readConfig': [9] })]);
    expect(renderMarkdown(measurementReport(older))).not.toContain('sockets of the daemons');
  });
});
