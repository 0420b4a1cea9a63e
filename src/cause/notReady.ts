import type { TraceEvent } from '../trace/events/event.ts';

/**
 * What is asked of wconfd again and again until the answer is another one, and the answer that says "not
 * yet"; from Ganeti's mcpu.py and config/__init__.py, as of 3.0 to 3.2.
 */
const NOT_YET: readonly { readonly procedure: RegExp; readonly answer: string }[] = [
  { procedure: /^hasPendingRequest$/, answer: 'true' },
  { procedure: /^guardedOpportunisticLockUnion$/, answer: '[]' },
  // Somebody else holds the lock of the configuration.
  { procedure: /^lockConfig$/, answer: 'null' },
  { procedure: /^(?:allocatePort|setInstanceStatus)$/, answer: 'null' },
  { procedure: /^update(?:Cluster|Node|Instance|NodeGroup|Network|Disk)$/, answer: 'null' },
  { procedure: /^(?:add|attach|remove|detach)InstanceDisk$/, answer: 'false' },
  {
    procedure: /^(?:addInstance|removeInstance|addTcpUdpPort|setInstancePrimaryNode)$/,
    answer: 'false',
  },
];

/** Asked of luxid: it answers when something has changed, or when it has waited long enough. */
const LONG_POLL = 'WaitForJobChange';

/**
 * The indexes of events that are polls: a request that repeats the one before it because the answer was
 * "not yet", the sleeps in between, and every question whether a job has changed.
 *
 * @param events in the order of time
 */
export function polls(events: readonly TraceEvent[]): ReadonlySet<number> {
  const found = new Set<number>();
  /** By process: what wconfd has last told it not to be ready yet. */
  const refused = new Map<number, string>();
  const open = new Map<number, { readonly pid: number; readonly procedure: string }>();
  events.forEach((event, i) => {
    const { pid, kind } = event;
    if (kind === 'rpc') {
      const { channel, procedure, connection } = event;
      if (channel === 'luxi' && procedure === LONG_POLL) found.add(i);
      if (channel !== 'wconfd') return;
      if (refused.get(pid) === procedure) found.add(i);
      refused.delete(pid);
      if (connection !== undefined) open.set(connection, { pid, procedure });
    } else if (kind === 'reply') {
      const asked = open.get(event.connection);
      open.delete(event.connection);
      if (asked && isNotYet(asked.procedure, event.text)) refused.set(asked.pid, asked.procedure);
    } else if (kind === 'sleep' && refused.has(pid)) found.add(i);
    else if (kind === 'exit') refused.delete(pid);
  });
  return found;
}

/** Whether a daemon's answer to a request says that it is to be asked again. */
export function isNotYet(procedure: string, text: string): boolean {
  const expected = NOT_YET.find((line) => line.procedure.test(procedure))?.answer;
  if (expected === undefined) return false;
  const result = /"result"\s*:\s*(\[\s*\]|\w+)/.exec(text)?.[1];
  return result?.replace(/\s/g, '') === expected;
}
