import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MetricKeySchema } from './metric.ts';
import { probeReadings } from './probeReadings.ts';
import type { Probed } from './probe.ts';
import { parsePublished } from './read.ts';

const FILE = new URL('../../test/golden/probe/report.json', import.meta.url);
const published = parsePublished(readFileSync(FILE, 'utf8'), FILE.pathname);
if (published.kind !== 'probe') throw new Error(published.kind);
const { document: captured } = published;

it('metrics of one request: what the daemon allocates, the reply, the calls, and times', () => {
  const readings = new Map(probeReadings('wconfd', 'ReadConfig', captured));
  for (const key of readings.keys()) expect(() => MetricKeySchema.parse(key)).not.toThrow();
  const [raw, own] = captured.clients;
  const each = (calls: { calls: number; failed: number }): number =>
    (calls.calls - calls.failed) / raw!.systemCalls.requests;
  expect(Object.fromEntries(readings)).toEqual({
    'probe/wconfd/ReadConfig/allocated': {
      unit: 'bytes',
      value: Math.round(captured.heap?.allocated?.perRequest ?? 0),
    },
    'probe/wconfd/ReadConfig/reply': {
      unit: 'bytes',
      value: Math.round(raw!.received / raw!.nanoseconds.length),
    },
    'probe/wconfd/ReadConfig/calls/daemon-receive': {
      unit: 'count',
      value: each(raw!.systemCalls.daemon.receive),
    },
    'probe/wconfd/ReadConfig/calls/daemon-send': {
      unit: 'count',
      value: each(raw!.systemCalls.daemon.send),
    },
    'probe/wconfd/ReadConfig/calls/client-receive': {
      unit: 'count',
      value: each(own!.systemCalls.client.receive),
    },
    'probe/wconfd/ReadConfig/calls/client-send': { unit: 'count', value: 1 },
    'latency/wconfd/ReadConfig/raw': { unit: 'seconds', value: expect.any(Number) },
    'latency/wconfd/ReadConfig/ganeti': { unit: 'seconds', value: expect.any(Number) },
  });
});

it('a daemon whose runtime tells too little of its heap is no measurement', () => {
  const heap = { daemon: 'wconfd', allocated: null, collections: 1, maxLive: null };
  expect(() => probeReadings('wconfd', 'Echo', { ...captured, heap })).toThrow(
    "what 'wconfd Echo' makes wconfd allocate is not known: it wrote down 1 collections",
  );
});

it('a method that locks the configuration: what it sends and gets, and its requests', () => {
  const file = new URL('../../test/fixtures/probe/probed-setInstallImage.json', import.meta.url);
  const probed = JSON.parse(readFileSync(file, 'utf8')) as Probed;
  const readings = new Map(probeReadings('config', 'SetInstallImage', probed));
  for (const key of readings.keys()) expect(() => MetricKeySchema.parse(key)).not.toThrow();
  const value = (rest: string) => readings.get(`probe/config/SetInstallImage/${rest}`)?.value;
  expect(value('requests/lockConfig')).toBe(1);
  expect(value('requests/writeConfigAndUnlock')).toBe(1);
  const [own] = probed.clients;
  expect(value('request')).toBe(Math.round(own!.sent / 20));
  expect(value('reply')).toBe(Math.round(own!.received / 20));
  expect(value('calls/client-send')).toBe(2);
  expect(value('allocated')).toBeGreaterThan(1_000_000);
  expect(readings.has('latency/config/SetInstallImage/raw')).toBe(false);
});

it('of a daemon in Python nothing is known of a heap', () => {
  const clients = captured.clients.slice(0, 1);
  const readings = probeReadings('node', 'version', { clients, heap: null });
  expect(readings.map(([key]) => key)).toEqual([
    'probe/node/version/reply',
    'probe/node/version/calls/daemon-receive',
    'probe/node/version/calls/daemon-send',
    'latency/node/version/raw',
  ]);
});
