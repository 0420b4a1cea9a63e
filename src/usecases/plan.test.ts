import { expect, it } from 'vitest';
import { readSettings } from '../settings/settings.ts';
import { plan } from './plan.ts';

/** Of the canonical workloads, of which one takes two nodes in each group. */
const planned = (nodeGroups: string) => plan(readSettings.plan({ nodes: '4', nodeGroups }, String));

it('refuses groups that are too small for a workload, as each job of the matrix would', async () => {
  const { include } = await planned('2');
  expect(include.map(({ workload }) => workload)).toContain('mass-migrate');
  await expect(planned('4')).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining('needs at least 2 nodes in each group') as string,
  });
});
