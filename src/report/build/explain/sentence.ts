import { familyOf } from '../../../model/metric.ts';
import { enumeration } from '../../../text/format.ts';
import { amountWords } from './amount.ts';
import type { Move, MovedStep } from '../../../cause/acrossNodes.ts';
import { rateWords } from './rate.ts';

/**
 * A moved branch as somebody would tell it: what, where, how often for each, and on whose behalf.
 *
 *     +21 lvs in noded on node2, 7 in each of 3 blockdev_getmirrorstatus_multi, job OP_CLUSTER_VERIFY_DISKS
 */
export function sentenceOf(move: Move): string {
  const amount = amountWords(move.key, move.before, move.after);
  // From the branch itself outwards.
  const places = move.path.toReversed();
  if (familyOf(move.key) === 'heap') {
    return [amount, `largest in ${onBehalf(places).join(', ')}`].join(', ');
  }
  const [self] = places;
  const outer = self && isCounted(move, self) ? places.slice(1) : places;
  const inside = outer.findIndex(({ kind }) => kind !== 'process');
  const place = outer[inside];
  const [within] = inside < 0 ? outer : outer.slice(0, inside);
  const what = [
    amount,
    ...askedOf(move, self && outer !== places ? self.nodes : []),
    ...actorOf(move, place),
    ...(within ? [`under ${within.name}`] : []),
  ];
  if (!place) return what.join(' ');
  const rate = rateWords(move, place);
  return [[...what, ...whereabouts(place)].join(' ') + rate, ...onBehalf(outer.slice(inside + 1))]
    .filter((words) => words !== '')
    .join(', ');
}

/** Who is asked: nodes, or the daemon of a channel. */
function askedOf({ key }: Move, nodes: readonly string[]): string[] {
  const [family, channel = ''] = key.split('/');
  if (family !== 'rpc') return [];
  if (channel === 'node') return nodes.length > 0 ? [`to ${enumeration(nodes)}`] : [];
  return [`to ${channel === 'luxi' ? 'luxid' : channel}`];
}

/** Whether a branch stands for the very thing that is counted, so that its name is said already. */
export function isCounted(
  { key }: Pick<Move, 'key'>,
  { kind, name }: Pick<MovedStep, 'kind' | 'name'>,
): boolean {
  const [, channel, program] = key.split('/');
  const family = familyOf(key);
  if (family === 'execve') return kind === 'process' && name.split(' ', 1)[0] === program;
  return family === 'rpc' && kind === (channel === 'node' ? 'rpc' : 'request');
}

/** Who did it, where the place does not tell: `by luxid`. */
function actorOf({ key }: Move, place: MovedStep | undefined): string[] {
  const [, actor = ''] = key.split('/');
  if (['rpc', 'wall'].includes(familyOf(key)) || (place && implied(place) === actor)) return [];
  return [`by ${actor.replace(/^ganeti-/, '')}`];
}

function implied({ kind, name }: MovedStep): string {
  switch (kind) {
    case 'rpc':
      return 'ganeti-noded';
    case 'job':
    case 'opcode':
    case 'attempt':
      return 'job';
    case 'ssh':
      return 'sshd';
    case 'request':
      return name.startsWith('luxi') ? 'ganeti-luxid' : 'ganeti-wconfd';
    case 'command':
    case 'process':
    case 'daemon':
    case 'background':
    case 'unattributed':
      return name.split(' ', 1)[0] ?? '';
  }
}

function whereabouts({ kind, name, nodes }: MovedStep): string[] {
  const on = nodes.length > 0 ? ` on ${enumeration(nodes)}` : '';
  switch (kind) {
    case 'rpc':
      return [`in noded${on}`];
    case 'ssh':
      return [`over ssh${on}`];
    case 'request':
      return [name.startsWith('luxi') ? 'in luxid' : 'in wconfd'];
    case 'daemon':
      return [`in ${name}${on}, on its own account`];
    case 'background':
      return [`in ${name}${on}, periodically`];
    case 'unattributed':
      return ['without a known cause'];
    case 'command':
    case 'job':
    case 'opcode':
    case 'attempt':
    case 'process':
      return [];
  }
}

/** The places further out. That jobs come by way of luxid goes without saying. */
function onBehalf(places: readonly MovedStep[]): string[] {
  return places
    .filter(({ kind }, i) => kind !== 'process' || i === 0)
    .filter(({ kind, name }) => kind !== 'request' || !name.startsWith('luxi '))
    .map(({ kind, name, nodes, timesAfter, timesBefore }) => {
      const on = nodes.length > 0 ? ` on ${enumeration(nodes)}` : '';
      const times = timesAfter || (timesBefore ?? 0);
      if (kind === 'job' && times > 1) return `${times} ${name.replace(/^job/, 'jobs')}`;
      return `${kind === 'rpc' ? name.replace(/^rpc /, '') : name}${on}`;
    });
}
