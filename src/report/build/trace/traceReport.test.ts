import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { aCause } from '../../../../test/support/causes.ts';
import { CLUSTER, GANETI } from '../../../../test/support/documents.ts';
import { TRACE_SCHEMA, TraceSchema, type TraceResult } from '../../../model/trace.ts';
import { causeTree } from '../explain/wholeTree.ts';
import { renderHtml } from '../../render/html/html.ts';
import { renderMarkdown } from '../../render/markdown/markdown.ts';
import { renderTerminal } from '../../render/terminal/terminal.ts';
import { traceReport } from './traceReport.ts';

const jobqueue = (node: number, times: number) =>
  aCause('rpc', `rpc jobqueue_update → node${node}`, {
    times,
    seconds: times * 0.01,
    counts: { 'rpc/node/jobqueue_update': times },
  });
const reboot: TraceResult = {
  schema: TRACE_SCHEMA,
  command: 'gnt-instance reboot inst1',
  ganeti: GANETI,
  cluster: CLUSTER,
  seconds: 2.1,
  causes: [
    aCause('command', 'gnt-instance reboot <instance>', {
      seconds: 1.5,
      counts: { 'rpc/luxi/QueryJobs': 2, 'execve/gnt-instance/python3': 1 },
      children: [
        aCause('request', 'luxi SubmitJob', {
          counts: { 'rpc/luxi/SubmitJob': 1 },
          children: [
            aCause('job', 'job OP_INSTANCE_REBOOT', {
              seconds: 1.2,
              peakRss: 48 * 1024 ** 2,
              counts: {
                'jobfile/job/writes': 9,
                'rpc/wconfd/readConfig': 4,
                'rpc/wconfd/listLocks': 1,
                'sleep/job/seconds': 0.5,
              },
              children: [
                jobqueue(2, 2),
                jobqueue(3, 2),
                aCause('request', 'wconfd freeLocks', { counts: { 'rpc/wconfd/freeLocks': 2 } }),
                aCause('rpc', 'rpc instance_reboot → node2', {
                  seconds: 0.31,
                  peakRss: 36 * 1024 ** 2,
                  counts: { 'rpc/node/instance_reboot': 1, 'fsync/ganeti-noded': 2 },
                  children: [
                    aCause('process', 'kvm', {
                      times: 3,
                      seconds: 0.2,
                      counts: { 'execve/ganeti-noded/kvm': 3 },
                    }),
                  ],
                }),
              ],
            }),
          ],
        }),
      ],
    }),
    aCause('daemon', 'ganeti-noded on node3', { peakRss: 1e7 }),
    aCause('background', 'ganeti-mond on node1', { counts: { 'execve/ganeti-mond/ps': 5 } }),
  ],
  share: [
    { family: 'execve', events: 9, attributed: 3, daemon: 0, background: 5, unattributed: 1 },
    { family: 'rpc', events: 990, attributed: 990, daemon: 0, background: 0, unattributed: 0 },
  ],
  messages: [{ at: 0, from: 'gnt-instance', to: 'luxid', text: 'SubmitJob', kind: 'call' }],
};
const terminal = (trace: TraceResult) =>
  renderTerminal(traceReport(trace), { colours: pc.createColors(false), columns: 110 });

describe('traceReport', () => {
  it('says what a command cost', () => {
    expect(terminal(reboot)).toBe(
      `– gnt-instance reboot inst1: 4 commands, 5 node RPCs, 7 wconfd calls, 9 job-file writes, 0.5 s asleep, 2.1 s
Ganeti 3.0.2 (debian:bookworm, 3.0.2-3); 3 nodes, 6 instances, sharedfile

What it did
 1.5 s  gnt-instance reboot <instance>  4 commands, 5 RPCs, 7 wconfd calls, 9 job writes, 0.5 s asleep, 2 fsy…
        ├─ luxi calls × 2                     QueryJobs × 2
        └─ luxi SubmitJob  3 commands, 5 RPCs, 7 wconfd calls, 9 job writes, 0.5 s asleep, 2 fsyncs
 1.2 s     └─ job OP_INSTANCE_REBOOT  3 commands, 5 RPCs, 7 wconfd calls, 9 job writes, 0.5 s asleep, 2 fsync…
              ├─ wconfd calls × 7             readConfig × 4, freeLocks × 2 and listLocks
 40 ms        ├─ rpc jobqueue_update → node2 and node3 × 4
0.31 s        └─ rpc instance_reboot → node2  3 commands, 2 fsyncs
 0.2 s           └─ kvm × 3
        ganeti-mond on node1                  5 commands

Causes found
Events  Seen  Below a command  A daemon's own  Periodic  No cause  With a cause
execve     9                3               0         5         1          75 %
RPC      990              990               0         0         0         100 %
Seconds in the tree add up, also of what went on at the same time.

Who asked whom
Sequence diagram: drawn in report.md.
`,
    );
  });

  it('is Markdown with the tree in sight and a diagram', () => {
    const markdown = renderMarkdown(traceReport(reboot));
    expect(markdown).toMatch(/^### ⚪ gnt-instance reboot inst1: 4 commands, 5 node RPCs/);
    expect(markdown).toContain('\n```\n 1.5 s  gnt-instance reboot <instance>  4 commands');
    expect(markdown).toContain('```mermaid\nsequenceDiagram\n    participant p1 as gnt-instance');
  });

  it('is a page whose branches fold', () => {
    const html = renderHtml(traceReport(reboot));
    expect(html).toContain(
      '<li><details open><summary><code>rpc instance_reboot → node2</code> ' +
        '<span class="seconds">0.31 s</span> <span class="tone dim">3 commands, 2 fsyncs</span></summary><ul>\n' +
        '<li><div class="leaf"><code>kvm</code> <span class="times">× 3</span>',
    );
  });

  it('says when there is nothing', () => {
    const nothing = { ...reboot, causes: [], share: [], messages: [] };
    expect(terminal(nothing)).toMatch(/^! gnt-instance reboot inst1: nothing was counted\n/);
    expect(() => TraceSchema.parse(nothing)).not.toThrow();
  });

  it('is of a document that its schema knows', () => {
    expect(TraceSchema.parse(JSON.parse(JSON.stringify(reboot)))).toEqual(reboot);
  });
});

describe('causeTree', () => {
  it('leaves out the deepest levels of a large tree, and says so', () => {
    const wide = (depth: number): ReturnType<typeof aCause> =>
      aCause('process', `p${depth}`, {
        counts: { [`execve/job/p${depth}`]: 1 },
        children:
          depth === 3 ? [] : [0, 1, 2, 3].map((i) => ({ ...wide(depth + 1), label: `c${i}` })),
      });
    const { lines } = causeTree([wide(0)], 25);
    expect(lines.map(({ depth }) => depth).filter((depth) => depth > 0)).toHaveLength(20);
    expect(lines[0]?.counts).toEqual(['84 commands']);
    expect(lines.at(-1)?.label).toBe('… and 64 more below these');
  });

  it('has one line for any number of alike processes', () => {
    const lvs = (): ReturnType<typeof aCause> =>
      aCause('process', 'lvs', { counts: { 'execve/noded/lvs': 1 }, peakRss: 3 * 1024 ** 2 });
    const { lines } = causeTree([
      aCause('job', 'job', { children: Array.from({ length: 200_000 }, lvs) }),
    ]);
    expect(lines[1]).toMatchObject({ label: 'lvs', times: 200_000, counts: ['3 MiB of memory'] });
  });

  it('names a few procedures of many', () => {
    const counts = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`rpc/wconfd/p${i}`, 1]),
    );
    const { lines } = causeTree([aCause('job', 'job', { counts })]);
    expect(lines[1]).toMatchObject({
      label: 'wconfd calls',
      times: 20,
      counts: ['p0, p1, p2, p3, p4, p5 and 14 more'],
    });
  });

  it('does not fold nodes on which other things happened', () => {
    const rpc = (node: number, program: string) =>
      aCause('rpc', `rpc x → node${node}`, {
        counts: { 'rpc/node/x': 1 },
        children: [aCause('process', program, { counts: { [`execve/noded/${program}`]: 1 } })],
      });
    const { lines } = causeTree([rpc(1, 'ls'), rpc(2, 'lvs'), rpc(3, 'ls')]);
    expect(lines.map(({ label }) => label)).toEqual([
      'rpc x → node1 and node3',
      'ls',
      'rpc x → node2',
      'lvs',
    ]);
  });
});

it('lets untrusted names be names', () => {
  const evil = '</code><script>alert(1)</script>\n```\n::error::\u202e\u001b[31m@team; end';
  const untrusted: TraceResult = {
    ...reboot,
    command: evil,
    causes: [aCause('command', evil, { counts: { 'execve/x/y': 1 } })],
    messages: [{ at: 0, from: evil, to: 'luxid', text: evil, kind: 'call' }],
  };
  const report = traceReport(untrusted);
  for (const shown of [renderMarkdown(report), renderHtml(report), terminal(untrusted)]) {
    expect(shown).not.toMatch(/[\u202e\u001b]/);
  }
  expect(renderMarkdown(report)).not.toMatch(/::|@team/);
  expect(renderHtml(report)).not.toContain('<script>alert');
  expect(renderMarkdown(report)).toContain('#64;team#59; …');
});
