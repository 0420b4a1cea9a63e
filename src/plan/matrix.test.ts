import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { PerfError } from '../platform/errors.ts';
import { matrixOf, type MatrixJob } from './matrix.ts';
import { parseArgv } from '../cli/argv.ts';
import { readInputs } from '../action/inputs.ts';
import type { PlanSettings } from '../settings/settings.ts';
import { parseWorkload } from '../workload/parse.ts';
import type { Workload } from '../workload/schema.ts';

afterEach(() => vi.unstubAllEnvs());

const settingsOf = (line: string): PlanSettings => {
  const command = parseArgv(['plan', ...line.split(' ').filter(Boolean)]);
  if (command.name !== 'plan') throw new Error(command.name);
  return command.settings;
};

const aPlanned = (name: string): Workload =>
  parseWorkload(
    `{schema: ganeti-perf/workload/1, name: ${name}, title: t, why: w, leaves: l,
      needs: {nodes: 1, instances: 0}, steps: [{run: gnt-cluster verify}]}`,
    name,
  );

const planned = (line: string): readonly MatrixJob[] => {
  const settings = settingsOf(line);
  return matrixOf(settings, settings.workloads.map(aPlanned)).include;
};

describe('the legs', () => {
  it('are one for each size and workload, the sizes in order', () => {
    const legs = planned('--workload b,a --nodes 3,5 --instances 6,12 --repeat 2');
    expect(legs.map(({ name }) => name)).toEqual([
      '3-nodes-6-instances-b',
      '3-nodes-6-instances-a',
      '3-nodes-12-instances-b',
      '3-nodes-12-instances-a',
      '5-nodes-6-instances-b',
      '5-nodes-6-instances-a',
      '5-nodes-12-instances-b',
      '5-nodes-12-instances-a',
    ]);
    expect(legs[2]).toEqual({
      name: '3-nodes-12-instances-b',
      ganeti: 'debian:bookworm',
      nodes: 3,
      instances: 12,
      workload: 'b',
      repeat: 2,
    });
  });

  it('are at most so many for each size, with --shards', () => {
    const legs = planned('--workload a,b,c --nodes 3,4 --shards 2');
    expect(legs.map(({ name, workload }) => [name, workload])).toEqual([
      ['3-nodes-6-instances-1-of-2', 'a,c'],
      ['3-nodes-6-instances-2-of-2', 'b'],
      ['4-nodes-6-instances-1-of-2', 'a,c'],
      ['4-nodes-6-instances-2-of-2', 'b'],
    ]);
    expect(planned('--workload a --shards 5').map(({ name }) => name)).toEqual([
      '3-nodes-6-instances-1-of-1',
    ]);
  });

  it('names are apart, and artifacts may have them', () => {
    for (const shards of ['', '--shards 2']) {
      const legs = planned(`--workload a,a-b,b --nodes 1,11 --instances 0,1,11 ${shards}`);
      const names = legs.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[a-z0-9-]+$/);
    }
  });
});

describe('a leg holds inputs of the Action', () => {
  const file = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8');
  const { inputs } = parse(file) as { inputs: Record<string, unknown> };

  it.each([
    '',
    '--shards 2',
    '--ganeti image:host:5000/ganeti:3.1@sha256:ab --repeat 3',
    '--config-instances 1000 --config-bare',
    '--config-instances 1000 --config-nodes 77',
    '--disk-template drbd',
    '--candidate-pool 2',
    '--node-groups 3',
  ])("planned with '%s'", (line) => {
    const settings = settingsOf(line);
    for (const { name, ...leg } of planned(line)) {
      expect(name).not.toBe('');
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(leg)));
      for (const [input, value] of Object.entries(leg)) {
        vi.stubEnv(`INPUT_${input.toUpperCase()}`, String(value));
      }
      const read = readInputs('run');
      expect(read.configInstances).toBe(settings.configInstances);
      expect(read.configBare).toBe(settings.configBare);
      expect(read.configNodes).toBe(settings.configNodes);
      expect(read.diskTemplate).toBe(settings.diskTemplate);
      expect(read.candidatePool).toBe(settings.candidatePool);
      expect(read.nodeGroups).toBe(settings.nodeGroups);
      expect(read).toMatchObject({
        ganeti: settings.ganeti,
        nodes: 3,
        instances: 6,
        repeat: settings.repeat,
        workloads: leg.workload.split(','),
      });
    }
  });
});

it('more legs than a matrix has are refused', () => {
  const sizes = '--nodes 1,2,3,4,5,6,7,8,9,10,11 --instances 1,2,3,4,5,6,7,8,9,10,11,12';
  const refused = ((): unknown => {
    try {
      return planned(`--workload a,b ${sizes}`);
    } catch (error) {
      return error;
    }
  })();
  expect(refused).toBeInstanceOf(PerfError);
  expect(refused).toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(/^this makes 264 matrix jobs, and .* at most 256: .* --shards$/),
  });
  expect(planned(`--workload a,b --shards 1 ${sizes}`)).toHaveLength(132);
});
