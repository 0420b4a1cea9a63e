import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAcceptedBaselines, writeBaseline } from '../../results/baselineFiles.ts';
import { growthDocument } from '../../growth/growthDocument.ts';
import {
  aBaseline,
  aMeasurement,
  aWorkload,
  CLUSTER,
  ENVIRONMENT,
  GANETI,
} from '../../../test/support/documents.ts';
import { parseGrowth } from '../../model/read.ts';
import { serialize } from '../../model/serialize.ts';
import { environmentError, invalidError, usageError } from '../../platform/errors.ts';
import { recordingLog } from '../../../test/support/recordingLog.ts';
import { requireBaselines, scaleBaselines, writeFormulas } from './scaleBaselines.ts';
import { openScaleResults } from './scaleResults.ts';
import { startSurvey } from './survey.ts';
import type { ScaleSettings } from '../../settings/settings.ts';

const KEY = 'rpc/node/version';
const WORKLOAD = 'cluster-verify';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'scale-'))));
afterEach(() => rm(folder, { recursive: true }));

const factsOf = (nodes: number) => ({
  ganeti: GANETI,
  environment: ENVIRONMENT,
  cluster: { ...CLUSTER, nodes },
});

const sized = (nodes: number, value: number) =>
  aMeasurement([aWorkload(WORKLOAD, { [KEY]: [value] })], { cluster: { ...CLUSTER, nodes } });

const knowing = (nodes: number, value: number, growth?: string) =>
  aBaseline(
    { [KEY]: { kind: 'exact', unit: 'count', value, ...(growth && { growth }) } },
    { cluster: { ...CLUSTER, nodes } },
  );

const SIZES = [3, 4, 5, 6].map((nodes) => ({ nodes, instances: 6 }));
const GRID = { nodes: [3, 4, 5, 6], instances: [6], diskTemplate: 'sharedfile' } as const;

describe('the baselines of several sizes', () => {
  it('are those of the smallest size that has one', async () => {
    await writeBaseline(folder, knowing(5, 5));
    await writeBaseline(folder, knowing(4, 4));
    const found = await scaleBaselines(folder, factsOf(3), SIZES, [WORKLOAD, 'mass-migrate']);
    expect([...found.keys()]).toEqual([WORKLOAD]);
    expect(found.get(WORKLOAD)?.cluster.nodes).toBe(4);
  });

  it('are of the usual pool, though the first cluster has another one', async () => {
    await writeBaseline(folder, knowing(3, 3, 'n'));
    const pooled = { ...factsOf(3), cluster: { ...CLUSTER, nodes: 3, candidatePool: 2 } };
    const found = await scaleBaselines(folder, pooled, SIZES, [WORKLOAD]);
    expect(found.get(WORKLOAD)).toMatchObject({ cluster: CLUSTER });
    expect(found.get(WORKLOAD)?.derivedFrom).toBeUndefined();
  });

  it('are what the formulas of another size say, where none of them has one', async () => {
    await writeBaseline(folder, knowing(10, 10, 'n'));
    const found = await scaleBaselines(folder, factsOf(3), SIZES, [WORKLOAD]);
    expect(found.get(WORKLOAD)?.metrics[KEY]).toMatchObject({ value: 3, growth: 'n' });
    expect(() => requireBaselines(found, [WORKLOAD], factsOf(3))).toThrow('refresh --workload');
  });

  it('must be there for formulas to be written into', () => {
    const facts = factsOf(5);
    expect(() => requireBaselines(new Map(), [WORKLOAD], facts)).toThrow(
      '--accept writes formulas into baselines, and cluster-verify has none at any of these sizes; ' +
        'make it first: npm run perf -- refresh --nodes 5 --workload cluster-verify',
    );
  });

  it('hold the formulas afterwards, and judge every size by them', async () => {
    await writeBaseline(folder, knowing(3, 3));
    const before = await scaleBaselines(folder, factsOf(3), SIZES, [WORKLOAD]);
    const measurements = SIZES.map(({ nodes }) => sized(nodes, nodes + 1));
    const survey = {
      grid: { ...GRID, nodes: [...GRID.nodes], instances: [6] },
      failures: [],
      measurements,
    };
    const growth = growthDocument(survey, before);
    expect(growth.workloads[0]?.changes).toMatchObject([{ key: KEY, verdict: 'costlier' }]);

    const [written] = await writeFormulas(folder, growth, before);
    expect(written?.formulas).toEqual([{ key: KEY, before: null, after: '1 + n at i = 6' }]);
    const selector = { version: GANETI.version, cluster: CLUSTER };
    const learned = await readAcceptedBaselines(folder, selector, [WORKLOAD]);
    expect(learned.get(WORKLOAD)?.metrics[KEY]).toMatchObject({
      value: 4,
      growth: '1 + n at i = 6',
    });
    expect(growthDocument(survey, learned).workloads[0]).toMatchObject({ judged: 1, changes: [] });
  });
});

describe('a survey of sizes', () => {
  const settings = { nodes: [3, 4, 5, 6], instances: [6] } as unknown as ScaleSettings;
  const context = { log: recordingLog() };
  const [first, second] = [SIZES[0]!, SIZES[1]!];

  it('outlives a size that failed, and says so in the file', () => {
    const survey = startSurvey(settings);
    survey.keep(sized(3, 3));
    expect(survey.outlive(invalidError('events were lost'), second, context)).toBe(
      'events were lost',
    );
    survey.keep(sized(5, 5));
    const growth = parseGrowth(serialize(survey.growth(undefined)), 'growth.json');
    expect(growth.failures).toEqual([{ ...second, reason: 'events were lost' }]);
    expect(growth.workloads[0]?.metrics[KEY]?.points.map(({ nodes }) => nodes)).toEqual([3, 5]);
  });

  it('ends where every size would fail, and where it was interrupted', () => {
    const survey = startSurvey(settings);
    const missing = environmentError('no Docker');
    expect(() => survey.outlive(missing, first, context)).toThrow(missing);
    survey.keep(sized(3, 3));
    expect(survey.outlive(missing, second, context)).toBe('no Docker');
    for (const error of [usageError('no baseline'), new TypeError('a defect')]) {
      expect(() => survey.outlive(error, second, context)).toThrow(error);
    }
    const interrupted = { ...context, signal: AbortSignal.abort() };
    const lost = invalidError('lost');
    expect(() => survey.outlive(lost, second, interrupted)).toThrow(lost);
  });

  it('that measured nothing fails as its first size did', () => {
    const survey = startSurvey(settings);
    survey.outlive(invalidError('first'), first, context);
    survey.outlive(invalidError('second'), second, context);
    expect(survey.hasMeasured()).toBe(false);
    expect(() => survey.growth(undefined)).toThrow('first');
  });
});

describe('the folder of results', () => {
  it('loses what an earlier run left there, and nothing else', async () => {
    const earlier = await openScaleResults(folder);
    await earlier.openSize({ ...CLUSTER, nodes: 9 });
    const baselines = join(folder, '3-nodes-6-instances-sharedfile');
    await mkdir(baselines);
    await writeFile(join(baselines, 'cluster-verify.json'), '{}');
    await writeFile(join(folder, 'notes.txt'), '');
    const results = await openScaleResults(folder);
    expect((await readdir(folder)).sort()).toEqual([
      '.ganeti-perf',
      '3-nodes-6-instances-sharedfile',
      'notes.txt',
      'report.md',
    ]);
    await results.openSize({ ...CLUSTER, nodes: 4 });
    expect(await readdir(folder)).toContain('4-nodes-6-instances-sharedfile');
  });

  it('that cannot be written is refused', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(openScaleResults(join(folder, 'file', 'x'))).rejects.toThrow('cannot be written');
  });
});
