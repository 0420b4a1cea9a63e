import { readFileSync } from 'node:fs';
import type { Repeat } from '../../src/measure/evaluate.ts';
import type { Reading } from '../../src/model/assemble.ts';
import type { MetricKey } from '../../src/model/metric.ts';
import { parseMeasurement } from '../../src/model/read.ts';
import { usageError } from '../../src/platform/errors.ts';
import type { Testbed, Testbeds } from '../../src/measure/testbed.ts';

const FILE = new URL('../fixtures/measurement-trixie-restart.json', import.meta.url);

/** What a real cluster counted in one repeat of `instance-restart`. */
export const CAPTURED = parseMeasurement(readFileSync(FILE, 'utf8'), FILE.pathname);

/** By how much one repeat differs from the captured one, by metric; or why there is none. */
export type Repeated = Readonly<Record<MetricKey, number>> | Error;

/** What comes of each repeat, one after the other; of further ones what came of the last. */
export interface Script {
  readonly head: readonly Repeated[];
  /** Of the second Ganeti, be it the base or what judges; or why it cannot be had. */
  readonly beside?: readonly Repeated[] | Error;
  /** Whether a cluster was kept by an earlier run. */
  readonly kept?: boolean;
}

export interface ScriptedTestbeds extends Testbeds {
  /** What was done, in order. */
  readonly done: readonly string[];
}

/** Testbeds without a cluster: what is measured in them is what the script says. */
export function scriptedTestbeds({ head, beside = [], kept = false }: Script): ScriptedTestbeds {
  const done: string[] = [];
  const { ganeti, environment, cluster } = CAPTURED;
  const testbed = (name: string, repeats: readonly Repeated[], revision: string): Testbed => {
    let taken = 0;
    return {
      facts: { ganeti: { ...ganeti, revision }, environment, cluster },
      measureOnce() {
        done.push(name);
        const repeated = repeats[taken++] ?? repeats.at(-1) ?? {};
        if (repeated instanceof Error) return Promise.reject(repeated);
        return Promise.resolve(repeatOf(repeated));
      },
      traceOnce: () => Promise.reject(new Error('no command is traced in these tests')),
      probeOnce: () => Promise.reject(new Error('no request is sent in these tests')),
      costCentresOnce: () => Promise.reject(new Error('nothing is profiled in these tests')),
      processorTime: () => Promise.reject(new Error('nothing is profiled in these tests')),
      profileOnce: () => Promise.reject(new Error('nothing is profiled in these tests')),
      callHarness: () => Promise.reject(new Error('no function is called in these tests')),
      openBeside(settings) {
        const overlay = settings.overlay === undefined ? '' : ' with overlay';
        done.push(`open beside${overlay}`);
        if (beside instanceof Error) return Promise.reject(beside);
        return Promise.resolve(testbed('beside', beside, 'beside'));
      },
    };
  };
  return {
    done,
    open(_settings, { disposal }) {
      disposal.add('testbed', () => Promise.resolve(done.push('take down')));
      return Promise.resolve(testbed('head', head, 'head'));
    },
    keep: () => Promise.resolve(void done.push('keep')),
    refuseSecondKept: () =>
      kept ? Promise.reject(usageError('a cluster is up already')) : Promise.resolve(),
  };
}

function repeatOf(difference: Readonly<Record<MetricKey, number>>): Repeat {
  const captured = CAPTURED.workloads.flatMap(({ metrics }) => Object.entries(metrics));
  const readings = new Map<MetricKey, Reading>(
    captured.map(([key, { unit, values }]) => [key, { unit, value: values[0] ?? 0 }]),
  );
  for (const [key, step] of Object.entries(difference)) {
    const { unit, value } = readings.get(key) ?? { unit: 'count', value: 0 };
    readings.set(key, { unit, value: value + step });
  }
  const untraced = { remarks: [], events: [], spans: [], causes: [], shares: [] };
  return { readings, ...untraced, collections: [], heap: { seconds: 0, daemons: [] } };
}
