import { CANONICAL } from './canonical.ts';

/** What is known about a value that nobody gave. */
export const DEFAULTS = {
  ganeti: 'debian:bookworm',
  nodes: '3',
  instances: '6',
  workloads: CANONICAL,
  repeat: '1',
  refreshRepeat: '5',
  out: 'perf-results',
  traceOut: 'perf-results/trace',
  probeOut: 'perf-results/probe',
  probeArgs: '[]',
  concurrency: '1',
  daemon: 'luxid',
  profileWorkload: 'instance-restart',
  profileOut: 'perf-results/profile',
  samples: '20',
  harnessOut: 'perf-results/harness',
  defectsOut: 'perf-results/defects',
  scaleNodes: '3,4,5,6',
  scaleInstances: '6',
  scaleOut: 'perf-results/scale',
  mergeOut: 'perf-results/merged',
  format: 'terminal',
} as const;
