import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parsePublished } from '../../../model/read.ts';
import { wordsOf, type Report } from '../../model.ts';
import { probeSizesReport } from './probeSizesReport.ts';

const FILE = new URL('../../../../test/golden/probe-sizes/report.json', import.meta.url);

/** What was captured at the first size, as if found at each of these: instances and nodes of the configuration. */
function reportAt(...places: readonly (readonly [instances: number, nodes: number])[]): Report {
  const published = parsePublished(readFileSync(FILE, 'utf8'), FILE.pathname);
  if (published.kind !== 'probe-sizes') throw new Error(published.kind);
  const [first] = published.document.sizes;
  if (!first) throw new Error('not what was captured');
  const { nodes, instances, diskTemplate } = first.cluster;
  const sizes = places.map(([configInstances, configNodes]) => ({
    ...first,
    cluster: {
      ...{ nodes, instances, diskTemplate },
      ...(configInstances > 0 && { configInstances }),
      ...(configNodes > 0 && { configNodes }),
    },
  }));
  return probeSizesReport({ ...published.document, sizes });
}

const LATENCY = 0;
const tableOf = ({ sections }: Report) =>
  sections[LATENCY]?.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))[0];
const headsOf = (report: Report) => tableOf(report)?.columns.map(({ title }) => title);
const chartsOf = ({ sections }: Report) =>
  (sections[LATENCY]?.blocks ?? []).flatMap((block) =>
    block.kind === 'chart' ? [[block.title, block.x] as const] : [],
  );

it('each number of nodes with each of instances: a chart along the one at the most of the other', () => {
  const report = reportAt([100, 0], [200, 0], [100, 20], [200, 20]);
  expect(headsOf(report)?.slice(0, 3)).toEqual(['Config nodes', 'Config instances', 'Reply']);
  const places = tableOf(report)?.rows.map((row) => row.slice(0, 2).map((c) => wordsOf(c.text)));
  expect(places).toEqual([
    ['0', '100'],
    ['0', '200'],
    ['20', '100'],
    ['20', '200'],
  ]);
  const title = 'Latency in microseconds';
  expect(chartsOf(report)).toEqual([
    [`${title}, at 200 config instances`, { title: 'config nodes', values: [0, 20] }],
    [`${title}, at 20 config nodes`, { title: 'config instances', values: [100, 200] }],
  ]);
  expect(wordsOf(report.context)).not.toContain('in the configuration');
});

it('what is the same at each size is said once, and has no column', () => {
  const report = reportAt([100, 10], [100, 20], [100, 30]);
  expect(headsOf(report)?.slice(0, 2)).toEqual(['Config nodes', 'Reply']);
  expect(chartsOf(report).map(([title]) => title)).toEqual(['Latency in microseconds']);
  expect(wordsOf(report.context)).toContain('100 stopped ones in the configuration');
});
