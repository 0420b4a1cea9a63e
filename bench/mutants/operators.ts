import { DEFECT_SCHEMA, type Defect } from '../../src/defects/schema.ts';

/** What makes a mutant of one kind of a place. */
interface Place {
  /** Unique among those of its operator: it becomes a part of the mutant's name. */
  readonly place: string;
  readonly workload: string;
}

/**
 * One of many small mechanical changes of Ganeti's Python, each on a path that a workload runs: `metric` is the one
 * that it has to move.
 */
const mutant = (
  operator: string,
  { place, workload }: Place,
  [module, code]: readonly [string, string],
  metric: string,
): Defect => ({
  schema: DEFECT_SCHEMA,
  name: `${operator}-${place.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
  title: `${operator.replaceAll('-', ' ')}: ${place}`,
  why: 'A small mechanical change.',
  origin: 'like',
  workload,
  turns: 0,
  change: { python: { [module]: code } },
  expect: { worse: [{ metric }] },
});

const places = (workload: string, ...names: readonly string[]): Place[] =>
  names.map((place) => ({ place, workload }));

/** Node RPCs that may be sent twice. */
const RPCS = [
  ...places('instance-restart', 'instance_info', 'node_info', 'instance_shutdown'),
  ...places('instance-restart', 'blockdev_assemble', 'blockdev_shutdown', 'hooks_runner'),
  ...places('cluster-verify', 'node_verify', 'blockdev_getmirrorstatus_multi'),
  ...places('mass-migrate', 'instance_migratable', 'migration_info', 'accept_instance'),
  ...places('mass-migrate', 'blockdev_open', 'blockdev_close', 'instance_get_migration_status'),
];

/** What node daemons serve. */
const SERVED = [
  ...places('instance-restart', 'instance_info', 'instance_start', 'instance_reboot'),
  ...places('instance-restart', 'instance_shutdown', 'hooks_runner', 'blockdev_assemble'),
  ...places('cluster-verify', 'node_verify', 'blockdev_getmirrorstatus_multi'),
  ...places('mass-migrate', 'instance_migrate', 'node_info', 'instance_finalize_migration_dst'),
];

/** Logical units: what a job does for an opcode. */
const UNITS = [
  ...places(
    'instance-restart',
    ...['LUInstanceStartup', 'LUInstanceShutdown', 'LUInstanceReboot'].map(
      (unit) => `instance_operation.${unit}`,
    ),
  ),
  ...places('mass-migrate', 'instance_migration.LUInstanceMigrate', 'node.LUNodeMigrate'),
  ...places(
    'cluster-verify',
    ...['LUClusterVerify', 'LUClusterVerifyConfig', 'LUClusterVerifyGroup'].map(
      (unit) => `cluster.verify.${unit}`,
    ),
  ),
];

const twice = (owner: string, method: string): string => `
_once = ${owner}.${method}

def _twice(self, *args, **kwargs):
  _once(self, *args, **kwargs)
  return _once(self, *args, **kwargs)

${owner}.${method} = _twice
`;

const inHandler = (procedure: string, ...lines: readonly string[]): string => `
import time
_serve = NodeRequestHandler.perspective_${procedure}

def _changed(params):
  ${lines.join('\n  ')}
  return _serve(params)

NodeRequestHandler.perspective_${procedure} = staticmethod(_changed)
`;

const beforeExec = (unit: string, ...lines: readonly string[]): string => `
import time
_execute = ${unit}.Exec

def _changed(self, feedback_fn):
  ${lines.join('\n  ')}
  return _execute(self, feedback_fn)

${unit}.Exec = _changed
`;

const NODED = 'ganeti.server.noded';
const unitOf = ({ place }: Place): string => place.slice(place.lastIndexOf('.') + 1);
const moduleOf = ({ place }: Place): string =>
  `ganeti.cmdlib.${place.slice(0, place.lastIndexOf('.'))}`;

const inUnits = (
  operator: string,
  metric: string,
  lines: readonly string[],
  units = UNITS,
): Defect[] =>
  units.map((unit) =>
    mutant(operator, unit, [moduleOf(unit), beforeExec(unitOf(unit), ...lines)], metric),
  );

const inHandlers = (operator: string, metric: string, lines: readonly string[]): Defect[] =>
  SERVED.map((one) => mutant(operator, one, [NODED, inHandler(one.place, ...lines)], metric));

/** All of them. */
export const MUTANTS: readonly Defect[] = [
  ...RPCS.map((rpc) =>
    mutant(
      'rpc-twice',
      rpc,
      ['ganeti.rpc.node', twice('RpcRunner', `call_${rpc.place}`)],
      `rpc/node/${rpc.place}`,
    ),
  ),
  ...inHandlers('command-in', 'execve/ganeti-noded/true', ['utils.RunCmd(["true"])']),
  ...inHandlers('sleep-in', 'sleep/ganeti-noded/seconds', ['time.sleep(0.3)']),
  ...inUnits('feedback-in', 'jobfile/job/writes', ['feedback_fn("* Now")']),
  ...inUnits('config-read-in', 'rpc/wconfd/readConfig', [
    'self.cfg.OutDate()',
    'self.cfg.GetClusterInfo()',
  ]),
  ...inUnits('sleep-in', 'sleep/job/seconds', ['time.sleep(0.3)']),
  ...inUnits('rpc-in', 'rpc/node/version', ['self.rpc.call_version(self.cfg.GetNodeList())']),
  ...places('instance-restart', 'QueryInstances', 'QueryJobs').map((call) =>
    mutant(
      'request-twice',
      call,
      ['ganeti.luxi', twice('Client', call.place)],
      `rpc/luxi/${call.place}`,
    ),
  ),
  ...[
    ...places('instance-restart', 'HasPendingRequest', 'FreeLocksLevel', 'SetInstanceStatus'),
    ...places('cluster-verify', 'VerifyConfig', 'ComputeDRBDMap'),
  ].map((call) => {
    const metric = `rpc/wconfd/${call.place.charAt(0).toLowerCase()}${call.place.slice(1)}`;
    return mutant('request-twice', call, ['ganeti.wconfd', twice('Client', call.place)], metric);
  }),
  ...inUnits('memory-in', 'heap/job/peak-rss', ['self._kept = bytearray(b"x" * 20000000)']),
  // What nothing counts, or only from some amount on.
  ...inUnits('computation-in', 'cpu/job/seconds', ['sum(range(3000000))'], UNITS.slice(0, 3)),
  ...inUnits('short-sleep-in', 'sleep/job/seconds', ['time.sleep(0.02)'], UNITS.slice(0, 3)),
];
