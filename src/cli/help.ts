/** The texts of `--help`. What belongs to one command fits on one screen, 30 lines of 100 columns, with an example. */

export const PROGRAM =
  'Counts from the kernel what a real cluster of Ganeti does, and compares that with a baseline.';

export const EXAMPLES = `
Without a command, run is meant. In a checkout, ganeti-perf is: npm run perf --
Examples:
  ganeti-perf --ganeti source:../ganeti --against source:../before    what does my branch cost?
  ganeti-perf trace -- gnt-instance reboot inst1  what does one command cost, and why?

Exit status: 0 no regression, or no baseline; 1 a regression; 2 bad usage, or a bad input file;
3 this machine cannot run it; 4 the measurement is not valid; 128 + n interrupted by signal n.
`;

/** What a command does: of `--help` itself, for each command in some words, and of the command's own. */
export const RUN_SUMMARY = 'measure the workloads, compare with the baselines, report';
export const RUN =
  'Brings up a cluster, measures the workloads on it, compares with the baselines, and reports.';

export const RUN_EXAMPLES = `
Examples:
  ganeti-perf run --overlay ./patched                                its base is the same without it
  ganeti-perf run --ganeti source:../ganeti --base source:../before  of a series with baselines

In --out: measurement.json, comparison.json, report.md, report.html, events.jsonl, logs/.
Exit status: 0 no regression or no baseline, 1 a regression, 4 measurement not valid.
`;

export const REFRESH_SUMMARY = 'accept a change: measure repeatedly, write the baselines';
export const REFRESH =
  'Measures repeatedly, finds out which counts are exact, and writes the baselines: accepts a change.';

export const REFRESH_EXAMPLES = `
Examples:
  ganeti-perf refresh                           all baselines of the default cluster
  ganeti-perf refresh --workload cluster-verify --repeat 10
  ganeti-perf refresh */measurement.json        from what several machines measured
`;

export const TRACE_SUMMARY = 'what does one command of Ganeti cost? a tree of all it caused';
export const TRACE =
  'Says what one command of Ganeti costs: a tree of all that it made the cluster do.';

export const TRACE_EXAMPLES = `
Examples:
  ganeti-perf trace -- gnt-instance reboot inst1
  ganeti-perf trace --overlay ./patched -- gnt-cluster verify
  ganeti-perf trace --json -- gnt-node migrate -f node2.perf.test > trace.json

The nodes are node1.perf.test (the master), node2.perf.test, ...; the instances inst1, inst2, ...
In --out: trace.json, report.md with a sequence diagram, report.html, events.jsonl, logs/.
Exit status: 0 traced, 3 machine cannot run it, 4 the command failed, or its trace is not whole.
`;

export const PROBE_SUMMARY = 'what does one request to a daemon cost? time, calls, heap';
export const PROBE =
  'Sends one request to a daemon again and again: says what each costs in time, bytes, calls and heap.';

export const PROBE_EXAMPLES = `
Examples:
  ganeti-perf probe luxi QueryNodes '[[],["name","sinst_cnt"],false]' --nodes 8 --instances 100
  ganeti-perf probe config SetInstallImage '["image"]' --concurrency 8

In --out: probe.json, report.md, report.html. Exit status: 0 probed, 4 refused, or a call not seen.
`;

export const PROFILE_SUMMARY = 'what does a daemon hold, or spend where, during a workload?';
export const PROFILE =
  "Samples a daemon's heap during a workload, by type of closure, or counts what its functions cost.";

export const PROFILE_EXAMPLES = `
Examples:
  ganeti-perf profile --ganeti source:../ganeti --against source:../before --daemon wconfd
  ganeti-perf profile --ganeti source:../ganeti --cost-centres --config-instances 1000

In --out: report.md, report.html, and profile.json, heap.svg and ganeti-DAEMON.hp, or
cost-centres.json, flames-*.svg, *.folded and ganeti-DAEMON.prof as the runtime wrote it.
Debian's own programs refuse to be sampled. Exit status: 0 profiled, 4 the workload failed.
`;

export const HARNESS_SUMMARY = 'what does a function of Ganeti cost? time, allocation';
export const HARNESS =
  "Calls a function of Ganeti's Haskell many times on a real configuration: says what a call costs.";

export const HARNESS_EXAMPLES = `
Examples:
  ganeti-perf harness parseConfig --ganeti source:../ganeti --config-instances 1000
  ganeti-perf harness getNodeInstances --ganeti source:../ganeti --against source:../before

There are getInstance, getNodeInstances and parseConfig; a new one is a file of harnesses/.
In --out: harness.json, report.md, report.html. Exit status: 0 called, 3 not built, 4 it failed.
`;

export const DEFECTS =
  'Known defects of Ganeti, brought back on purpose: what must the suite say of each?';
export const DEFECTS_SUMMARY = 'bring known defects back: is each caught? list, run';
export const DEFECTS_EXAMPLES = `
Examples:
  ganeti-perf defects list
  ganeti-perf defects run shutdown-sleeps
`;
export const DEFECTS_LIST =
  'Lists the catalogue: what each brings back, and which commit mended it.';
export const DEFECTS_LIST_EXAMPLES = `
Example:
  ganeti-perf defects list --json
`;
export const DEFECTS_RUN =
  'Brings defects back, one at a time, and checks verdict, metric, amount and cause of each.';
export const DEFECTS_RUN_EXAMPLES = `
Examples:
  ganeti-perf defects run                                   all that need no build
  ganeti-perf defects run --ganeti source:../ganeti         those of the Haskell daemons too
  ganeti-perf defects run shutdown-sleeps --ganeti debian:trixie

In --out: defects.json, report.md, report.html, and for each defect a folder as run leaves it.
Exit status: 0 each as it must be, 1 one is not, 4 one could not be measured.
`;

export const SCALE_SUMMARY = 'measure at several sizes, and say how each count grows';
export const SCALE =
  'Measures the workloads at several sizes, and says how each count, and what varies, grows with them.';

export const SCALE_EXAMPLES = `
Examples:
  ganeti-perf scale --nodes 3,4,5,6 --workload cluster-verify
  ganeti-perf scale --totals 10x150,20x300,40x600,80x1200 --workload queries      nodes by instances

A formula of degree d takes d + 3 sizes; an exponent takes four, and three repeats or so.
In --out: growth.json, report.md, report.html, and for each size a folder as run leaves it.
Exit status: 0 nothing grows worse than before, 1 something does, 4 a size not measured.
`;

export const PLAN_SUMMARY = 'print the matrix of a workflow that measures in many jobs';
export const PLAN =
  'Deals workloads and sizes over the runners of a workflow: prints its matrix. Starts nothing.';

export const PLAN_EXAMPLES = `
Examples:
  ganeti-perf plan                              a matrix job for each of the canonical workloads
  ganeti-perf plan --nodes 3,5,8 --instances 6,12 --shards 2

Prints one line of JSON for strategy.matrix. The fields of a matrix job are inputs of the Action;
its name is one for an artifact, and begins with the size: 3-nodes-6-instances-cluster-verify.
With --shards, the longest workload of those left goes to the job that has least to do so far.
A matrix has at most 256 jobs.
`;

export const MERGE_SUMMARY = 'join what those jobs measured, compare, report';
export const MERGE =
  'Joins what several runs measured of one Ganeti at one size, compares with the baselines, reports.';

export const MERGE_EXAMPLES = `
Examples:
  ganeti-perf merge jobs/*/measurement.json
  ganeti-perf merge jobs/3-nodes-6-instances-*/measurement.json --out merged

Repeats of the same workload are joined. Files of another Ganeti, size or overlay are refused.
In --out: measurement.json, comparison.json, report.md, report.html.
Exit status: 0 no regression, 1 a regression, 2 files do not belong together, 4 nothing measured.
`;

export const COMPARE = 'Compares two measurements, or a measurement with a folder of baselines.';
export const COMPARE_SUMMARY = 'compare two measurements, or one with a folder of baselines';

export const COMPARE_EXAMPLES = `
Examples:
  ganeti-perf compare before/measurement.json after/measurement.json
  ganeti-perf compare baselines perf-results/measurement.json --json

Exit status: 0 no regression, 1 a regression, 2 a file cannot be read, 4 nothing was measured.
`;

export const REPORT =
  'Renders a comparison, a measurement, growth, a trace, a probe or a profile on stdout.';
export const REPORT_SUMMARY = 'render a result as text, Markdown, HTML or JSON';

export const REPORT_EXAMPLES = `
Examples:
  ganeti-perf report perf-results/comparison.json
  ganeti-perf report perf-results/comparison.json --format html > report.html
`;

export const CLUSTER = 'A cluster to play with: the one that the workloads are measured on.';
export const CLUSTER_SUMMARY = 'a cluster to play with: up, down, status, shell';

export const CLUSTER_EXAMPLES = `
Example:
  ganeti-perf cluster up && ganeti-perf cluster shell
`;

export const CLUSTER_UP = 'Brings up a cluster and leaves it running.';
export const CLUSTER_UP_EXAMPLES = `
Example:
  ganeti-perf cluster up --ganeti debian:trixie --nodes 5
`;

export const CLUSTER_DOWN = 'Removes the cluster that was left running.';
export const CLUSTER_DOWN_EXAMPLES = `
Example:
  ganeti-perf cluster down
`;

export const CLUSTER_STATUS = 'Says which nodes run, and which instances Ganeti has on them.';
export const CLUSTER_STATUS_EXAMPLES = `
Example:
  ganeti-perf cluster status --json
`;

export const CLUSTER_SHELL = 'Opens a shell on a node.';
export const CLUSTER_SHELL_EXAMPLES = `
Example:
  ganeti-perf cluster shell 2                   on node2.perf.test
`;

export const CLEAN = 'Removes every container, network and volume that ganeti-perf ever left here.';
export const CLEAN_SUMMARY = 'remove all that ganeti-perf ever left on this machine';
export const CLEAN_EXAMPLES = `
Example:
  ganeti-perf clean --images

It also removes those of runs that are under way. What other users of the machine have started
stays, and the images while they have containers.
`;
