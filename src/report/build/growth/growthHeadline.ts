import { isWorse } from '../../../growth/judgeGrowth.ts';
import { growthVerdict } from '../../../growth/growthVerdict.ts';
import { isGrowth } from '../../../growth/exponents.ts';
import { decides } from '../../../growth/decides.ts';
import type { Growth, GrowthMetric, GrowthWorkload } from '../../../model/growth.ts';
import { enumeration, plural } from '../../../text/format.ts';
import type { Report } from '../../model.ts';

/** The one line that everybody reads. */
export function growthHeadline(growth: Growth): Pick<Report, 'status' | 'title' | 'verdict'> {
  const { workloads, failures } = growth;
  const judged = workloads.reduce((sum, workload) => sum + workload.judged, 0);
  const names = enumeration(workloads.map(({ name }) => name));
  switch (growthVerdict(growth)) {
    case 'regression':
      return { status: 'bad', title: 'Regression', verdict: worst(workloads) };
    case 'invalid': {
      const verdict =
        failures.length > 0
          ? `${plural(failures.length, 'size')} of the cluster could not be measured`
          : 'nothing was counted';
      return { status: 'invalid', title: 'Not a valid measurement', verdict: [verdict] };
    }
    case 'pass': {
      const better = workloads.reduce((sum, { changes }) => sum + changes.length, 0);
      const gain = better > 0 ? `, ${plural(better, 'metric')} better` : '';
      const what = growth.against ? 'the growth in the other Ganeti' : 'a formula';
      const words = `${plural(judged, 'metric')} of ${names} held against ${what}${gain}`;
      return { status: 'good', title: 'No regression', verdict: [words] };
    }
    case 'neutral': {
      const found = workloads.flatMap(({ metrics }) =>
        Object.values(metrics).filter((metric) => metric.growth.kind === 'formula'),
      );
      const powers = workloads.flatMap(({ metrics }) =>
        Object.entries(metrics).filter(([key, metric]) => decides(key) && hasPower(metric)),
      );
      const exponents = powers.length > 0 ? ` and ${plural(powers.length, 'exponent')}` : '';
      const what = `${plural(found.length, 'formula')}${exponents} found for ${names}`;
      const words = `${what}; ${growth.against ? 'none is of both' : 'the baselines hold none'}`;
      return { status: 'neutral', title: 'Growth', verdict: [words] };
    }
  }
}

const hasPower = ({ growth }: GrowthMetric): boolean =>
  growth.kind === 'fit' && (growth.powers ?? []).some(isGrowth);

function worst(workloads: readonly GrowthWorkload[]): Report['verdict'] {
  const worse = workloads.flatMap(({ name, changes }) =>
    changes.filter(isWorse).map((change) => ({ name, change })),
  );
  const degree = worse.filter(({ change }) => change.verdict === 'worse');
  const [first] = degree.length > 0 ? degree : worse;
  if (!first) return [];
  const { key, sentence } = first.change;
  const others = worse.length > 1 ? `; ${worse.length - 1} more` : '';
  return [`${first.name}: `, { code: key }, ` ${sentence}${others}`];
}
