import { isOutdated, isRegression } from '../../../compare/verdict.ts';
import { levelBefore, relativeChange } from '../../../compare/order.ts';
import type { Comparison } from '../../../model/comparison.ts';
import { standsApart } from '../measurement/apart.ts';
import { beforeAfter, NO_LONGER, type Change } from './metricChanges.ts';
import { lostExactness } from './exactness.ts';
import { enumeration, plural } from '../../../text/format.ts';
import { difference, level, relativeDifference, type Report, type Text } from '../../model.ts';

type Headline = Pick<Report, 'status' | 'title' | 'verdict'>;

/** The one line that everybody reads. `changes`: worst first. */
export function verdictLine(comparison: Comparison, changes: readonly Change[]): Headline {
  switch (comparison.verdict) {
    case 'invalid':
      return {
        status: 'invalid',
        title: 'Not a valid measurement',
        verdict: whatIsMissing(comparison),
      };
    case 'regression':
      return {
        status: 'bad',
        title: 'Regression',
        verdict: [...whatIsWorse(changes), ...outdatedWords(comparison)],
      };
    case 'neutral':
      return { status: 'neutral', title: 'No baseline', verdict: whatIsUnknown(comparison) };
    case 'pass':
      return {
        status: 'good',
        title: 'No regression',
        verdict: [...whatIsSame(comparison, changes), ...outdatedWords(comparison)],
      };
  }
}

function whatIsMissing({ workloads }: Comparison): Text {
  const missing = workloads.flatMap(({ name, status, missing: probes }) => {
    if (status === 'not-measured') return [`nothing was counted in ${name}`];
    return probes.length > 0 ? [`no ${enumeration(probes)} in ${name}`] : [];
  });
  return [missing.length > 0 ? missing.join('; ') : 'no workload was measured'];
}

function whatIsWorse(changes: readonly Change[]): Text {
  const worse = changes.filter(({ metric }) => isRegression(metric));
  const workloads = [...new Set(worse.map(({ workload }) => workload))];
  const [worst] = worse;
  const scope = `${plural(worse.length, 'metric')} of ${enumeration(workloads)}`;
  if (!worst) return [scope];
  const { metric } = worst;
  const change = relativeChange(metric);
  const lead = worse.length > 1 ? `${scope}; worst ` : `${scope}: `;
  return [
    lead,
    { code: metric.key },
    ' ',
    ...beforeAfter(metric),
    ' (',
    difference(metric.before ?? 0, metric.after ?? 0, metric.unit),
    ...(change === null ? [] : [', ', relativeDifference(change)]),
    ')',
    ...noLongerThere(changes),
    ...noLongerExact(changes),
  ];
}

function whatIsUnknown({ workloads }: Comparison): Text {
  const unknown = workloads.filter(({ status }) => status === 'no-baseline');
  const known = workloads.length - unknown.length;
  const others = known > 0 ? `; no regression in ${plural(known, 'other workload')}` : '';
  return [`nothing to compare ${enumeration(unknown.map(({ name }) => name))} with${others}`];
}

function whatIsSame({ workloads }: Comparison, changes: readonly Change[]): Text {
  const metrics = workloads.flatMap((workload) => workload.metrics).filter((m) => !standsApart(m));
  const better = changes.filter(
    ({ metric }) => metric.gates && metric.verdict === 'improvement',
  ).length;
  const notes = [
    ...(better > 0 ? [`${plural(better, 'metric')} better, to be kept by a refresh`] : []),
    ...(workloads.some(({ derivedFrom }) => derivedFrom && derivedFrom.judged > 0)
      ? ['compared with formulas in part']
      : []),
  ];
  const names = enumeration(workloads.map(({ name }) => name));
  const same = [`${plural(metrics.length, 'metric')} of ${names}`, ...notes].join('; ');
  return [same, ...noLongerThere(changes), ...noLongerExact(changes)];
}

/** `; no longer happens: KEY (3 before) and 2 more`: not told as a gain, since it may be missed. */
function noLongerThere(changes: readonly Change[]): Text {
  const gone = changes.filter(({ metric }) => metric.gates && metric.verdict === 'gone');
  const [first, ...others] = gone;
  if (!first) return [];
  const { metric } = first;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return [
    `; ${NO_LONGER}: `,
    { code: metric.key },
    ' (',
    level(levelBefore(metric) ?? 0, metric.unit),
    ` before)${more}`,
  ];
}

/** `; 2 values of the baselines out of date`: no fault of the change, whatever the verdict. */
function outdatedWords({ workloads }: Comparison): string[] {
  const outdated = workloads.flatMap(({ metrics }) => metrics.filter(isOutdated)).length;
  return outdated === 0 ? [] : [`; ${plural(outdated, 'value')} of the baselines out of date`];
}

/** `; no longer exact: KEY and 2 more`: a finding of its own, whatever the verdict. */
function noLongerExact(changes: readonly Change[]): Text {
  const [first, ...others] = changes.filter(({ metric }) => lostExactness(metric));
  if (!first) return [];
  const more = others.length > 0 ? [` and ${others.length} more`] : [];
  return ['; no longer exact: ', { code: first.metric.key }, ...more];
}
