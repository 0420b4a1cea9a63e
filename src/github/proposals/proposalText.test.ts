import { expect, it } from 'vitest';
import { aMeasurement, aWorkload } from '../../../test/support/documents.ts';
import { baselineChanges } from '../../baseline/baselineChanges.ts';
import { createBaseline } from '../../baseline/createBaseline.ts';
import { baselineUpdate } from '../../report/build/baseline/baselineUpdateReport.ts';
import { commitMessage, proposalBody, proposalReport } from './proposalText.ts';

const origin = {
  headSha: 'a'.repeat(40),
  pullRequest: 7,
  run: 'https://github.com/ganeti/ganeti/actions/runs/1',
  request: undefined,
};

it('a proposal of however much is within what GitHub takes', () => {
  const counts = (more: number) =>
    Array.from({ length: 100 }, (_, n) =>
      aWorkload(
        `w-${n}`,
        Object.fromEntries(
          Array.from({ length: 60 }, (_, k) => [`execve/${'@'.repeat(80)}/x${k}`, [k + more]]),
        ),
      ),
    );
  const workloads = counts(1);
  const measurement = aMeasurement(workloads);
  const before = new Map(
    counts(0).map((workload) => [workload.name, createBaseline(workload, measurement)]),
  );
  const learned = workloads.map((workload) => {
    const baseline = createBaseline(workload, measurement);
    return baselineUpdate(baseline, baselineChanges(before.get(workload.name), baseline));
  });
  const message = commitMessage(learned, measurement, origin);
  expect(message.length).toBeLessThan(65_536);
  expect(message).toMatch(
    /\n\n\d+ workloads more: see the baselines\.\n\nMade by .*\nMeasured at a{40}/,
  );
  const body = proposalBody(proposalReport(learned, measurement, before), origin);
  expect(body.length).toBeLessThan(65_536);
});
