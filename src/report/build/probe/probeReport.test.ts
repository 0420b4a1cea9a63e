import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parsePublished } from '../../../model/read.ts';
import { wordsOf } from '../../model.ts';
import { renderMarkdown } from '../../render/markdown/markdown.ts';
import { probeReport } from './probeReport.ts';

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

it('no collections, no allocation', () => {
  const probe = captured();
  const heap = { daemon: 'wconfd', allocated: null, collections: 1, maxLive: null };
  expect(renderMarkdown(probeReport({ ...probe, heap }))).toContain('give a larger --repeat');
  expect(renderMarkdown(probeReport({ ...probe, heap: null }))).not.toContain('Heap');
});
