/** The texts of `--help`. */

export const PROGRAM = `The performance regression suite of Ganeti.

${[
  'Brings up a real cluster in containers, drives it, counts from the kernel what it does (programs',
  'executed, RPCs, job-file writes, peaks of memory), and compares the counts with a baseline.',
].join(' ')}`;

export const EXAMPLES = `
Without a command, run is meant. In a checkout, ganeti-perf is: npm run perf --

Examples:
  ganeti-perf                                   the canonical workloads, Debian's Ganeti
  ganeti-perf --overlay ./patched               what does a changed Python file cost?
  ganeti-perf --ganeti source:../ganeti --base source:../before
                                                did a change make it worse? what differs from the
                                                baselines is measured in turns with what it is made on
  ganeti-perf --ganeti source:../ganeti --against source:../before
                                                what does a change cost? both are built
  ganeti-perf run --workload cluster-verify --nodes 5
  ganeti-perf trace -- gnt-instance reboot inst1  what does one command cost, and why?
  ganeti-perf report perf-results/comparison.json --format markdown

Exit status:
  0  no regression
  1  a regression
  2  bad usage, or a bad input file
  3  this machine cannot run it; the message says what is missing and how to mend it
  4  the measurement is not valid: a workload failed, or events were lost
  128 + n  interrupted by signal n, after everything was removed
`;

export const RUN =
  'Bring up a cluster, measure the workloads on it, compare with the baselines, report.';

export const RUN_EXAMPLES = `
Examples:
  ganeti-perf run --ganeti debian:trixie
  ganeti-perf run --ganeti source:../ganeti     a checkout; compiled the first time, some minutes
  ganeti-perf run --workload instance-restart --workload mass-migrate --repeat 3
  ganeti-perf run --json > comparison.json

In --out: measurement.json, comparison.json, report.md, report.html, events.jsonl, logs/.
Exit status: 0 no regression or no baseline, 1 a regression, 2 bad usage, 3 machine cannot run it,
4 measurement not valid.
`;

export const REFRESH =
  'Measure repeatedly, learn which counts are exact, and write the baselines: how a change is accepted.';

export const REFRESH_EXAMPLES = `
Examples:
  ganeti-perf refresh                           all baselines of the default cluster
  ganeti-perf refresh --workload cluster-verify --repeat 10
  ganeti-perf refresh */measurement.json        from what several machines measured
`;

export const TRACE = 'What does one command of Ganeti cost? A tree of all it made the cluster do.';

export const TRACE_EXAMPLES = `
Examples:
  ganeti-perf trace -- gnt-instance reboot inst1
  ganeti-perf trace --overlay ./patched -- gnt-cluster verify
  ganeti-perf trace --json -- gnt-node migrate -f node2.perf.test > trace.json

The nodes are node1.perf.test (the master), node2.perf.test, ...; the instances inst1, inst2, ...
In --out: trace.json, report.md with a sequence diagram, report.html, events.jsonl, logs/.
Exit status: 0 traced, 3 machine cannot run it, 4 the command failed, or its trace is not whole.
`;

export const SCALE =
  'Measure the workloads on clusters of several sizes, and say how each count grows: as a formula.';

export const SCALE_EXAMPLES = `
Examples:
  ganeti-perf scale                             3, 4, 5 and 6 nodes, 6 instances
  ganeti-perf scale --nodes 3,4,5,6 --instances 6,12,18,24 --workload cluster-verify
  ganeti-perf scale --nodes 3 --instances 6,12,18,24
  ganeti-perf scale --accept                    write the formulas into the baselines

A formula of degree d takes d + 3 sizes: three for a constant, four for a line.
In --out: growth.json, report.md, report.html, and for each size a folder as run leaves it.
Exit status: 0 nothing grows worse than the baselines say, 1 something does, 4 a size not measured.
`;

export const PLAN =
  'Deal workloads and sizes over the runners of a workflow: print its matrix. Starts nothing.';

export const PLAN_EXAMPLES = `
Examples:
  ganeti-perf plan                              a leg for each of the canonical workloads
  ganeti-perf plan --nodes 3,5,8 --instances 6,12 --shards 2

Prints one line of JSON for strategy.matrix. The fields of a leg are inputs of the Action; its name
is one for an artifact, and begins with the size: 3-nodes-6-instances-cluster-verify.
With --shards, the longest workload of those left goes to the leg that has least to do so far.
A matrix has at most 256 legs.
`;

export const MERGE =
  'Merge what several runs measured of one Ganeti at one size, compare with the baselines, report.';

export const MERGE_EXAMPLES = `
Examples:
  ganeti-perf merge legs/*/measurement.json
  ganeti-perf merge legs/3-nodes-6-instances-*/measurement.json --out merged

Repeats of the same workload are joined. Files of another Ganeti, size, overlay or Python are refused.
In --out: measurement.json, comparison.json, report.md, report.html.
Exit status: 0 no regression, 1 a regression, 2 files that do not belong together, 4 nothing measured.
`;

export const COMPARE = 'Compare two measurements, or a measurement with a folder of baselines.';

export const COMPARE_EXAMPLES = `
Examples:
  ganeti-perf compare before/measurement.json after/measurement.json
  ganeti-perf compare baselines perf-results/measurement.json --json

Exit status: 0 no regression, 1 a regression, 2 a file cannot be read, 4 nothing was measured.
`;

export const REPORT = 'Render a comparison, a measurement, growth or a trace on stdout.';

export const REPORT_EXAMPLES = `
Examples:
  ganeti-perf report perf-results/comparison.json
  ganeti-perf report perf-results/comparison.json --format html > report.html
`;

export const CLUSTER = 'A cluster to play with: the one that the workloads are measured on.';
export const CLUSTER_UP = 'Bring up a cluster and leave it running.';
export const CLUSTER_DOWN = 'Remove the cluster that was left running.';
export const CLUSTER_STATUS = 'Say which nodes run, and which instances Ganeti has on them.';
export const CLUSTER_SHELL = 'A shell on a node.';

export const CLEAN =
  'Remove every container, network and volume that ganeti-perf ever left on this machine.';
