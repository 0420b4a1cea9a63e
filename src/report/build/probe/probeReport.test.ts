import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PROBE_SIZES_SCHEMA, type Probed } from '../../../model/probe.ts';
import { parsePublished } from '../../../model/read.ts';
import { wordsOf } from '../../model.ts';
import { renderMarkdown } from '../../render/markdown/markdown.ts';
import { probeReport } from './probeReport.ts';
import { probeSizesReport } from './probeSizesReport.ts';

const FILE = new URL('../../../../test/golden/probe/report.json', import.meta.url);

function captured() {
  const published = parsePublished(readFileSync(FILE, 'utf8'), FILE.pathname);
  if (published.kind !== 'probe') throw new Error(published.kind);
  return published.document;
}

it('a second Ganeti stands before the first, and what differs is told at the top', () => {
  const { ganeti, clients, heap, ...rest } = captured();
  const [raw] = clients;
  if (!raw || !heap?.allocated) throw new Error('not what was captured');
  const half = { ...heap.allocated, perRequest: heap.allocated.perRequest / 2 };
  const twice = { ...raw.systemCalls.daemon.send, calls: raw.systemCalls.daemon.send.calls * 2 };
  const daemon = { ...raw.systemCalls.daemon, send: twice };
  const against = {
    ganeti: { ...ganeti, revision: 'before' },
    clients: [{ ...raw, systemCalls: { ...raw.systemCalls, daemon } }],
    heap: { ...heap, allocated: half },
  };
  const report = probeReport({ ...rest, ganeti, clients, heap, against });
  expect(report.sections[0]?.title).toBe('What differs');
  expect(wordsOf(report.context)).toContain(', before)');
  const markdown = renderMarkdown(report);
  expect(markdown).toMatch(/bytes allocated by wconfd .*\+100\s%/);
  expect(markdown).toMatch(/calls that send, daemon .*\| +4 \| +2 \| +-50\s%/);
});

it('what a method asks wconfd for is told, and how two Ganetis differ in it', () => {
  const file = new URL(
    '../../../../test/fixtures/probe/probed-setInstallImage.json',
    import.meta.url,
  );
  const probed = JSON.parse(readFileSync(file, 'utf8')) as Probed;
  const { ganeti, ...rest } = captured();
  const alone = renderMarkdown(probeReport({ ...rest, ganeti, ...probed }));
  expect(alone).toMatch(/\| lockConfig +\| +1 \| +0 \| +10\.2/);
  expect(alone).toContain('the lock of the configuration was held for a median of 8.06');
  const against = { ganeti, ...probed };
  const beside = renderMarkdown(probeReport({ ...rest, ganeti, ...probed, against }));
  expect(beside).toMatch(/median time, writeConfigAndUnlock .*7\.31/);
  expect(beside).toMatch(/asked again for the lock .*\| +0 \| +0 \|/);
  const { cluster, environment, channel, method, args, concurrency } = rest;
  const request = { channel, method, args, concurrency, environment };
  const sizes = [{ cluster, ganeti, ...probed }];
  const several = probeSizesReport({ schema: PROBE_SIZES_SCHEMA, ...request, sizes });
  expect(renderMarkdown(several)).toContain('Median time that the lock was held');
});

it('no collections, no allocation', () => {
  const probe = captured();
  const heap = { daemon: 'wconfd', allocated: null, collections: 1, maxLive: null };
  expect(renderMarkdown(probeReport({ ...probe, heap }))).toContain('give a larger --repeat');
  expect(renderMarkdown(probeReport({ ...probe, heap: null }))).not.toContain('Heap');
});
