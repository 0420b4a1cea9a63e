import pc from 'picocolors';
import { compareMeasurement } from '../../src/compare/compareMeasurement.ts';
import { mergeMeasurements } from '../../src/model/mergeMeasurements.ts';
import { fromLines } from '../../src/model/causeText.ts';
import { parseMeasurement, parsePublished } from '../../src/model/read.ts';
import { serialize } from '../../src/model/serialize.ts';
import type { Cause } from '../../src/model/cause.ts';
import { comparisonReport } from '../../src/report/build/comparison/comparisonReport.ts';
import { measurementReport } from '../../src/report/build/measurement/measurementReport.ts';
import { traceReport } from '../../src/report/build/trace/traceReport.ts';
import type { Report } from '../../src/report/model.ts';
import { renderHtml } from '../../src/report/render/html/html.ts';
import { renderMarkdown } from '../../src/report/render/markdown/markdown.ts';
import { renderTerminal } from '../../src/report/render/terminal/terminal.ts';
import { escapeMarkdown, codeBlock } from '../../src/text/escapeMarkdown.ts';
import { plainLine } from '../../src/text/plain.ts';
import { truncate, wrapped } from '../../src/text/width.ts';
import { parseFile } from '../../src/workload/parseFile.ts';
import {
  aBaseline,
  aMeasurement,
  aWorkload,
  CLUSTER,
  GANETI,
} from '../../test/support/documents.ts';
import { aCause } from '../../test/support/causes.ts';
import * as z from 'zod';

export interface Case {
  readonly name: string;
  readonly size: number;
  /** Makes the input of a size, and gives what is timed. */
  readonly prepare: (size: number) => () => void;
}

const list = <T>(length: number, make: (i: number) => T): T[] =>
  Array.from({ length }, (_, i) => make(i));
const metrics = (count: number, value: number) =>
  Object.fromEntries(list(count, (i) => [`execve/job/p${i}`, [value]]));
const learned = (count: number) =>
  aBaseline(
    Object.fromEntries(
      list(count, (i) => [`execve/job/p${i}`, { kind: 'exact', unit: 'count', value: 1 } as const]),
    ),
  );

function render(report: Report): void {
  renderMarkdown(report);
  renderHtml(report);
  renderTerminal(report, { colours: pc.createColors(false), columns: 100 });
}

/** A file, refused or not. */
function read(text: string): void {
  try {
    parsePublished(text, 'file.json');
  } catch {
    // Refused.
  }
}

const reading = (name: string, size: number, make: (size: number) => string): Case => ({
  name: `read ${name}`,
  size,
  prepare: (n) => {
    const text = make(n);
    return () => read(text);
  },
});

/** Lines of a tree of causes: `label` and `own` by number, `depth` by number. */
const lines = (
  count: number,
  depth: (i: number) => number,
  label: (i: number) => string,
  own: (i: number) => string,
) => list(count, (i) => `${' '.repeat(depth(i))}process × 1 [${own(i)}] ${label(i)}`);

const compared = (
  name: string,
  size: number,
  before: (n: number) => string[] | undefined,
  after: (n: number) => string[],
  count: number,
): Case => ({
  name: `compare ${name}`,
  size,
  prepare: (n) => {
    const [was, is] = [before(n), after(n)];
    const text = serialize(
      aMeasurement([{ ...aWorkload('cluster-verify', metrics(count, 3)), causes: is }]),
    );
    const baseline = { ...learned(count), ...(was && { causes: was }) };
    return () => {
      const comparison = compareMeasurement(
        parseMeasurement(text, 'm.json'),
        new Map([['cluster-verify', baseline]]),
      );
      render(comparisonReport(comparison));
      read(serialize(comparison));
    };
  },
});

const tracing = (
  name: string,
  size: number,
  make: (n: number) => Cause[],
  messages: (
    n: number,
  ) => { at: number; from: string; to: string; text: string; kind: 'call' }[] = () => [],
): Case => ({
  name: `trace of ${name}`,
  size,
  prepare: (n) => {
    const trace = {
      schema: 'ganeti-perf/trace/1' as const,
      command: 'gnt-cluster verify',
      ganeti: GANETI,
      cluster: CLUSTER,
      seconds: 1,
      causes: make(n),
      share: [],
      messages: messages(n),
    };
    const text = serialize(trace);
    return () => {
      read(text);
      render(traceReport(trace));
    };
  },
});

const process_ = (i: number, rest: Partial<Cause> = {}): Cause =>
  aCause('process', `p${i}`, {
    counts: { [`execve/job/p${i % 9000}`]: 1 },
    peakRss: 1e6,
    seconds: 1,
    ...rest,
  });

const texts: readonly (readonly [string, (n: number) => string])[] = [
  ['spaces', (n) => ' '.repeat(n)],
  ['spaces, then a letter', (n) => `${' '.repeat(n)}x`],
  ['letters', (n) => 'x'.repeat(n)],
  ['accented letters', (n) => 'é'.repeat(n)],
  ['words', (n) => 'word '.repeat(n / 5)],
  ['back quotes', (n) => '`'.repeat(n)],
  ['dollars', (n) => '$'.repeat(n)],
  ['colons', (n) => ':'.repeat(n)],
  ['line ends', (n) => '\r\n'.repeat(n / 2)],
  ['escape sequences', (n) => '\u001B[31m'.repeat(n / 5)],
  ['open escape', (n) => `\u001B]8;;${'x'.repeat(n)}`],
  ['combining', (n) => `e${'\u0301'.repeat(n)}`],
  ['emoji', (n) => '👩‍👩‍👧'.repeat(n / 8)],
  ['brackets', (n) => '['.repeat(n)],
  ['digits', (n) => '1'.repeat(n)],
  ['hashes', (n) => '##['.repeat(n / 3)],
];

export const CASES: readonly Case[] = [
  reading('one string', 1e6, (n) => `{"schema":"x","a":"${'x'.repeat(n)}"}`),
  reading('one escaped string', 1e6, (n) => `{"schema":"x","a":"${'\\n'.repeat(n)}"}`),
  reading('white space', 1e6, (n) => `{"schema"${' '.repeat(n)}:"x"}`),
  reading('open brackets', 1e6, (n) => '['.repeat(n)),
  reading('small objects', 100_000, (n) =>
    serialize({ schema: 'x', a: list(n, () => ({ a: 1 })) }),
  ),
  reading('faults in one array', 50_000, (n) =>
    serialize(aMeasurement([{ ...aWorkload('a', {}), causes: list(n, (i) => i) as never }])),
  ),
  reading('values', 100_000, (n) =>
    serialize(aMeasurement([aWorkload('a', { 'execve/a/b': list(n, (i) => i) })])),
  ),
  reading('unknown keys', 2_500, (n) => serialize({ ...aMeasurement([]), ...metrics(n, 1) })),
  {
    name: 'report of metrics',
    size: 2_500,
    prepare: (n) => {
      const measurement = aMeasurement(list(20, (i) => aWorkload(`w${i}`, metrics(n, 1))));
      return () => render(measurementReport(measurement));
    },
  },
  {
    name: 'compare metrics that are all worse',
    size: 2_500,
    prepare: (n) => {
      const measurement = aMeasurement([aWorkload('cluster-verify', metrics(n, 3))]);
      const baselines = new Map([['cluster-verify', learned(n)]]);
      return () => render(comparisonReport(compareMeasurement(measurement, baselines)));
    },
  },
  {
    name: 'report of workloads',
    size: 500,
    prepare: (n) => {
      const measurement = aMeasurement(list(n, (i) => aWorkload(`w${i}`, metrics(8, 1))));
      const baselines = new Map(measurement.workloads.map(({ name }) => [name, learned(8)]));
      const comparison = compareMeasurement(measurement, baselines);
      const worse = compareMeasurement(
        aMeasurement(list(n, (i) => aWorkload(`w${i}`, metrics(8, 3)))),
        baselines,
      );
      return () => {
        render(comparisonReport(comparison));
        render(comparisonReport(worse));
      };
    },
  },
  {
    name: 'merge files',
    size: 50,
    prepare: (n) => {
      const files = list(n, (i) => ({
        file: `f${i}`,
        measurement: aMeasurement([aWorkload('a', metrics(300, i))], {
          environment: { [`k${i}`]: i },
        }),
      }));
      return () => {
        mergeMeasurements(files);
      };
    },
  },
  ...(
    [
      ['flat', () => 0, (i: number) => `p${i}`],
      ['deep', (i: number) => i % 59, (i: number) => `p${i} ${'x'.repeat(150)}`],
      ['deep, alike', (i: number) => i % 59, () => 'x'.repeat(190)],
      ['on nodes', (i: number) => Math.min(i % 59, 58), (i: number) => `rpc x → node${i}`],
    ] as const
  ).flatMap(([name, depth, label]) => [
    compared(
      `causes, ${name}, one metric`,
      5_000,
      () => undefined,
      (n) => lines(n, depth, label, () => 'execve/job/p0 1'),
      1,
    ),
    compared(
      `causes, ${name}, many metrics`,
      5_000,
      () => [],
      (n) => lines(n, depth, label, (i) => `execve/job/p${i % 500} 1`),
      500,
    ),
    compared(
      `causes, ${name}, both sides`,
      5_000,
      (n) => lines(n, depth, label, () => 'execve/job/p0 1'),
      (n) => lines(n, depth, label, () => 'execve/job/p0 2'),
      1,
    ),
    {
      name: `causes of lines, ${name}`,
      size: 10_000,
      prepare: (n: number) => {
        const all = lines(n, depth, label, () => 'execve/job/p0 1');
        return () => {
          fromLines(all);
        };
      },
    },
  ]),
  tracing('processes, one by one', 2_500, (n) => list(n, (i) => process_(i))),
  tracing('alike processes', 2_500, (n) => list(n, () => process_(0))),
  tracing('alike processes below others', 20, (n) =>
    list(n, (i) => process_(i, { children: list(1000, () => process_(0)) })),
  ),
  tracing('processes on nodes', 2_000, (n) =>
    list(n, (i) => aCause('rpc', `rpc x → node${i}`, { counts: { 'rpc/node/x': 1 } })),
  ),
  tracing('procedures under one request', 2_000, (n) => [
    aCause('request', 'luxi X', {
      counts: Object.fromEntries(list(n, (i) => [`rpc/wconfd/p${i}`, 1])),
    }),
  ]),
  tracing('procedures under nested requests', 500, (n) => {
    let cause = aCause('request', 'luxi X', {});
    for (let k = 0; k < 80; k++)
      cause = aCause('request', 'luxi X', {
        children: [cause],
        counts: Object.fromEntries(list(n, (i) => [`rpc/wconfd/p${i}x${k}`, 1])),
      });
    return [cause];
  }),
  tracing('nested chains', 50, (n) =>
    list(n, (i) => {
      let cause = process_(i);
      for (let k = 0; k < 80; k++) cause = process_(i + k, { children: [cause, process_(k)] });
      return cause;
    }),
  ),
  tracing(
    'messages between many',
    5_000,
    () => [process_(0)],
    (n) =>
      list(n, (i) => ({ at: i, from: `a${i}`, to: `b${i}`, text: `t${i}`, kind: 'call' as const })),
  ),
  tracing(
    'messages between few',
    20_000,
    () => [process_(0)],
    (n) =>
      list(n, (i) => ({
        at: i,
        from: `a${i % 3}`,
        to: `b${i % 5}`,
        text: `t${i % 7}`,
        kind: 'call' as const,
      })),
  ),
  tracing(
    'messages all alike',
    20_000,
    () => [process_(0)],
    (n) =>
      list(n, (i) => ({
        at: i,
        from: 'a',
        to: i % 2 ? 'b' : 'c',
        text: 't',
        kind: 'call' as const,
      })),
  ),
  ...(
    [
      ['map of keys', (n: number) => list(n, (i) => `k${i}: 1`).join('\n')],
      ['flow map', (n: number) => `{${list(n, (i) => `k${i}: 1`).join(', ')}}`],
      ['sequence', (n: number) => list(n, () => '- a').join('\n')],
      ['nested flow', (n: number) => `a: ${'['.repeat(n)}`],
      [
        'nested block',
        (n: number) => list(Math.floor(Math.sqrt(n * 8)), (i) => `${' '.repeat(i)}a:`).join('\n'),
      ],
      ['anchors', (n: number) => list(n, (i) => `- &a${i} x`).join('\n')],
      ['merge keys', (n: number) => list(n, () => '<<: {a: 1}').join('\n')],
      ['documents', (n: number) => '---\n'.repeat(n)],
      ['tags', (n: number) => list(n, (i) => `- !t${i} x`).join('\n')],
      ['spaces', (n: number) => `a: "${' '.repeat(n)}x"`],
      ['folded', (n: number) => `a: >\n${'  x\n'.repeat(n)}`],
      ['errors', (n: number) => 'a: b: c\n'.repeat(n)],
      ['comments', (n: number) => '# x\n'.repeat(n)],
    ] as const
  ).map(([name, make]): Case => ({
    name: `YAML ${name}`,
    size: 5_000,
    prepare: (n) => {
      const text = make(n);
      return () => {
        try {
          parseFile(text, 'w.yaml', { id: 'x', schema: z.unknown(), published: 'workload' });
        } catch {
          // Refused.
        }
      };
    },
  })),
  ...texts.flatMap(([name, make]) =>
    (
      [
        ['plainLine', plainLine],
        ['escapeMarkdown', escapeMarkdown],
        ['codeBlock', codeBlock],
        ['truncate', (text: string) => truncate(text, 60)],
        ['wrapped', (text: string) => wrapped(text, 60)],
      ] as const
    ).map(([of, work]): Case => ({
      name: `${of} of ${name}`,
      size: 50_000,
      prepare: (n) => {
        const text = make(n);
        return () => {
          work(text);
        };
      },
    })),
  ),
];
