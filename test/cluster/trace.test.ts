import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sumOf } from '../../src/cause/diff.ts';
import type { Cause } from '../../src/model/cause.ts';
import { parsePublished } from '../../src/model/read.ts';
import { cli, leftovers, newFolder } from './cli.ts';

const COMMAND = ['gnt-instance', 'reboot', 'inst1'];

async function traceIn(folder: string) {
  const file = join(folder, 'trace.json');
  const published = parsePublished(await readFile(file, 'utf8'), file);
  if (published.kind !== 'trace') throw new Error(`${file} is a ${published.kind}`);
  return published.document;
}

/** Labels of the branches that lead to one, from the root. */
function pathTo(causes: readonly Cause[], label: string): string[] | undefined {
  for (const cause of causes) {
    if (cause.label === label) return [label];
    const below = pathTo(cause.children, label);
    if (below) return [cause.label, ...below];
  }
  return undefined;
}

it('a traced reboot hangs in one tree, of which nothing is without a cause', async () => {
  const out = newFolder();
  const { exitCode, stdout } = await cli('trace', '--out', out, '--', ...COMMAND);
  expect(exitCode).toBe(0);
  const { causes, share, messages } = await traceIn(out);
  expect(causes.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    'command gnt-instance reboot <instance>',
  ]);
  expect(pathTo(causes, 'rpc instance_reboot → node1')).toEqual([
    'gnt-instance reboot <instance>',
    'luxi SubmitManyJobs',
    'job OP_INSTANCE_REBOOT',
    'rpc instance_reboot → node1',
  ]);
  expect(sumOf(causes, 'rpc/node/instance_reboot')).toBe(1);
  expect(share.map(({ unattributed }) => unattributed)).toEqual(share.map(() => 0));
  expect(share.find(({ family }) => family === 'rpc')?.events).toBeGreaterThan(25);
  expect(messages.map(({ text }) => text)).toContain('instance_reboot');
  expect(stdout).toContain('rpc instance_reboot → node1');
  expect(await readFile(join(out, 'report.md'), 'utf8')).toContain('sequenceDiagram');
  expect(await leftovers()).toEqual([]);
});

it('a command that Ganeti refuses is told in its own words', async () => {
  const out = newFolder();
  const { exitCode, stderr } = await cli(
    'trace',
    '--out',
    out,
    '--',
    'gnt-instance',
    'reboot',
    'x',
  );
  expect(exitCode).toBe(4);
  expect(stderr).toContain('gnt-instance reboot x failed on node1.perf.test');
  expect(stderr).toContain('prerequisites not met for this operation');
  expect(await leftovers()).toEqual([]);
});

it('a request on a connection that is closed is none: the one that is sent again is', async () => {
  const out = newFolder();
  const script = `import socket
def ask(closed):
  s = socket.socket(socket.AF_UNIX)
  s.connect("/var/run/ganeti/socket/ganeti-query")
  if closed: s.shutdown(socket.SHUT_WR)
  try: s.sendall(b'{"method":"QueryTags","args":["cluster",""]}\\3')
  except BrokenPipeError: return
  while not s.recv(65536).endswith(b"\\3"): pass
for closed in (True, False): ask(closed)`;
  const encoded = Buffer.from(script).toString('base64');
  const asking = `echo ${encoded} | base64 -d | python3`;
  const command = ['gnt-cluster', 'command', '-n', 'node1.perf.test', asking];
  const { exitCode } = await cli('trace', '--out', out, '--', ...command);
  expect(exitCode).toBe(0);
  const { causes } = await traceIn(out);
  expect(sumOf(causes, 'rpc/luxi/QueryTags')).toBe(1);
});
