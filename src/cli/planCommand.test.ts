import { expect, it } from 'vitest';
import { parseArgv } from './argv.ts';
import { planCommand as plan } from './planCommand.ts';

/** What the command prints. */
async function printed(...options: readonly string[]): Promise<string> {
  const command = parseArgv(['plan', ...options]);
  if (command.name !== 'plan') throw new Error(command.name);
  let text = '';
  expect(await plan(command.settings, { print: (part) => (text += part) })).toBe(0);
  return text;
}

it('one line of JSON for strategy.matrix, of the workloads there are', async () => {
  const text = await printed('--shards', '2');
  expect(text).toMatch(/^[^\n]+\n$/);
  expect(JSON.parse(text)).toEqual({
    include: [
      {
        name: '3-nodes-6-instances-1-of-2',
        ganeti: 'debian:bookworm',
        nodes: 3,
        instances: 6,
        workload: 'instance-restart,cluster-verify',
        repeat: 1,
      },
      {
        name: '3-nodes-6-instances-2-of-2',
        ganeti: 'debian:bookworm',
        nodes: 3,
        instances: 6,
        workload: 'mass-migrate',
        repeat: 1,
      },
    ],
  });
  expect(await printed('--shards', '2')).toBe(text);
});

it.each([
  [['--nodes', '1,2'], "workload 'mass-migrate' needs at least 2 nodes, and --nodes is 1"],
  [['--instances', '0'], "workload 'instance-restart' needs at least 1 instances"],
  [['--workload', 'nope'], "there is no workload 'nope'"],
])('%j is refused', async (options, message) => {
  await expect(printed(...options)).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining(message),
  });
});
