import { latencyOf } from '../../../model/latency.ts';
import type { ProbeResult } from '../../../model/probe.ts';
import { environmentSection } from '../comparison/surroundings.ts';
import { clusterTitle, ganetiTitle } from '../names.ts';
import { precise, type Report, type Text } from '../../model.ts';
import { belowSection } from './belowTables.ts';
import { changesSection } from './probeChanges.ts';
import {
  callsSection,
  heapSection,
  latencySection,
  messagesSection,
  type Build,
} from './probeTables.ts';

/** What one request cost, sent again and again. */
export function probeReport(probe: ProbeResult): Report {
  const { concurrency, ganeti, cluster, clients, environment, against } = probe;
  const [first] = clients;
  const median = first ? precise(latencyOf(first.nanoseconds).p50, 'seconds') : '';
  const at = concurrency === 1 ? 'one at a time' : `${concurrency} at once`;
  const which = against
    ? `Now ${ganetiTitle(ganeti)}, before ${ganetiTitle(against.ganeti)}, in turns`
    : ganetiTitle(ganeti);
  const builds = buildsOf(probe);
  return {
    status: 'neutral',
    title: 'Probed',
    verdict: [...requestWords(probe), ': a median of ', median, `, ${at}`],
    context: [`${which}; ${clusterTitle(cluster, environment.storage)}`],
    sections: [
      ...(against ? [changesSection(against, probe)] : []),
      latencySection(builds),
      ...belowSection(builds),
      messagesSection(builds),
      callsSection(builds),
      ...heapSection(builds),
      ...environmentSection(environment),
    ],
  };
}

/** Characters of the arguments that are shown. */
const SHOWN = 80;

type Request = Pick<ProbeResult, 'channel' | 'method' | 'args'>;

/** What was sent. */
export const requestWords = (request: Request): Text => [
  { code: `${request.channel} ${request.method}${argumentsOf(request)}` },
];

function argumentsOf({ args }: Request): string {
  if (args.length === 0) return '';
  const given = JSON.stringify(args);
  return ` ${given.length > SHOWN ? `${given.slice(0, SHOWN)}…` : given}`;
}

function buildsOf({ against, ...now }: ProbeResult): Build[] {
  if (!against) return [{ ...now, name: '' }];
  return [
    { ...against, name: 'before' },
    { ...now, name: 'now' },
  ];
}
