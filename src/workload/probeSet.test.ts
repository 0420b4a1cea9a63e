import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knownWorkloads, loadDriven, loadFitting, loadWorkloads } from './load.ts';
import { parseProbeSet, probeName } from './probeSet.ts';

const FOLDER = new URL('../../probes/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
const read = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');
const QUERIES = read('queries.yaml');

describe('the sets that come along', () => {
  it.each(FILES)('%s is one, named like its file', (file) => {
    expect(`${parseProbeSet(read(file), file).name}.yaml`).toBe(file);
  });

  it('are known by names of which no workload has one too', async () => {
    const known = await knownWorkloads();
    expect(known).toEqual(expect.arrayContaining(FILES.map((file) => file.replace('.yaml', ''))));
    expect(new Set(known).size).toBe(FILES.length + readdirSync('workloads').length);
  });

  it('are loaded like workloads, and have no commands', async () => {
    const [set] = await loadWorkloads(['config-reads']);
    expect(set).toMatchObject({ name: 'config-reads', probes: expect.any(Array) });
    await expect(loadDriven(['config-reads'])).rejects.toThrow(
      "'config-reads' is a set of probes, and has no commands to run",
    );
  });

  it('are refused on a cluster that is too small', async () => {
    const loading = loadFitting(['queries'], { nodes: 3, instances: 0 });
    await expect(loading).rejects.toThrow(
      "workload 'queries' needs at least 1 instances, and --instances is 0",
    );
  });
});

it('a probe is called by its method, or by its name', () => {
  const { probes } = parseProbeSet(QUERIES, 'queries.yaml');
  expect(probes.map(probeName)).toEqual(
    expect.arrayContaining(['QueryInstances', 'QueryNodes-pinst_cnt']),
  );
  expect(probes.find(({ method }) => method === 'QueryClusterInfo')?.args).toEqual([]);
});

describe('a set that is none', () => {
  it.each<[string, string, RegExp]>([
    [
      'two probes of one name',
      QUERIES.replace(/\n {4}name: QueryNodes-\w+/g, ''),
      /queries\.yaml: .*two probes of one channel have the same name/,
    ],
    ['an unknown channel', QUERIES.replace('channel: luxi', 'channel: rapi'), /probes.*channel/],
    ['a method with a space', QUERIES.replace('QueryGroups', 'Query Groups'), /probes.*method/],
    ['no probes', QUERIES.replace(/^probes:[^]*/m, 'probes: []\n'), /probes/],
    ['a workload', read('../workloads/cluster-verify.yaml'), /reads 'ganeti-perf\/probes\/1'/],
  ])('%s', (_, text, message) => {
    expect(() => parseProbeSet(text, 'queries.yaml')).toThrow(message);
  });
});
