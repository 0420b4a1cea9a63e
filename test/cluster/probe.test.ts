import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ProbeResult } from '../../src/model/probe.ts';
import { parsePublished } from '../../src/model/read.ts';
import { cli, leftovers, newFolder } from './cli.ts';

async function probeIn(folder: string): Promise<ProbeResult> {
  const file = join(folder, 'probe.json');
  const published = parsePublished(await readFile(file, 'utf8'), file);
  if (published.kind !== 'probe') throw new Error(`${file} is a ${published.kind}`);
  return published.document;
}

it('a request to wconfd: times, bytes, exact calls, and what it allocates', async () => {
  const out = newFolder();
  const words = ['Echo', '["x"]', '--repeat', '300', '--concurrency', '2'];
  const { exitCode, stdout } = await cli('probe', 'wconfd', ...words, '--out', out);
  expect(exitCode).toBe(0);
  const { clients, heap, concurrency } = await probeIn(out);
  expect(concurrency).toBe(2);
  expect(clients.map(({ client }) => client)).toEqual(['raw', 'ganeti']);
  for (const { nanoseconds, sent, received, systemCalls } of clients) {
    expect(nanoseconds).toHaveLength(300);
    expect(sent).toBe(300 * '{"method": "echo", "args": ["x"]}\u0003'.length);
    expect(received).toBe(300 * '{"success":true,"result":"x"}\u0003'.length);
    const { requests, client, daemon } = systemCalls;
    expect(requests).toBe(20);
    expect(client.send).toEqual({ calls: 20, failed: 0, bytes: (sent / 300) * 20 });
    expect(daemon.receive.calls - daemon.receive.failed).toBe(20);
    expect(daemon.send).toEqual({ calls: 20, failed: 0, bytes: (received / 300) * 20 });
  }
  expect(heap?.daemon).toBe('wconfd');
  expect(heap?.allocated?.perRequest).toBeGreaterThan(10_000);
  expect(heap?.allocated?.error).toBeLessThan(0.02 * (heap?.allocated?.perRequest ?? 0));
  expect(stdout).toContain('Allocated for a request');
  expect(await leftovers()).toEqual([]);
});

it('eight changes of the configuration at once: each has the lock alone, and the others ask again', async () => {
  const out = newFolder();
  const words = ['SetInstallImage', '["image"]', '--repeat', '24', '--concurrency', '8'];
  const { exitCode } = await cli('probe', 'config', ...words, '--out', out);
  expect(exitCode).toBe(0);
  const { clients } = await probeIn(out);
  expect(clients.map(({ client }) => client)).toEqual(['ganeti']);
  const { nanoseconds, below, systemCalls } = clients[0]!;
  expect(nanoseconds).toHaveLength(24);
  const of = (method: string) => below?.requests.find((request) => request.method === method);
  expect(of('lockConfig')?.nanoseconds).toHaveLength(24);
  expect(of('lockConfig')?.again).toBeGreaterThan(0);
  expect(of('writeConfigAndUnlock')?.nanoseconds).toHaveLength(24);
  expect(below?.held).toHaveLength(24);
  expect(systemCalls.client.send.bytes).toBe(systemCalls.daemon.receive.bytes);
});

it('a node RPC, whose bytes are those of TLS', async () => {
  const out = newFolder();
  const { exitCode } = await cli('probe', 'node', 'version', '--repeat', '5', '--out', out);
  expect(exitCode).toBe(0);
  const { clients, heap } = await probeIn(out);
  expect(heap).toBeNull();
  expect(clients.map(({ client }) => client)).toEqual(['raw']);
  const { client, daemon, requests } = clients[0]!.systemCalls;
  expect(requests).toBe(5);
  expect(daemon.receive.bytes).toBe(client.send.bytes);
  expect(client.send.bytes / requests).toBeGreaterThan(clients[0]!.sent / 5);
});

it("a request that the daemon refuses is told in the daemon's words", async () => {
  const { exitCode, stderr } = await cli('probe', 'luxi', 'QueryNodez', '--out', newFolder());
  expect(exitCode).toBe(4);
  expect(stderr).toContain('the request luxi QueryNodez failed');
  expect(stderr).toContain('Failed to parse request');
  expect(await leftovers()).toEqual([]);
});
