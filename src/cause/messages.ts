import { BACKGROUND, type TraceEvent } from '../trace/events/event.ts';
import { identify } from '../trace/events/processes.ts';
import type { Message } from '../model/message.ts';
import type { Span } from './span.ts';

/** Who asked whom for what, in the order of time: the arrows of a sequence diagram. */
export function messagesOf(events: readonly TraceEvent[], spans: readonly Span[]): Message[] {
  return events.flatMap((event, i): Message[] => {
    const span = spans[i];
    if (!span || BACKGROUND.has(event.caller)) return [];
    const { at } = event;
    const from = speaker(event, span);
    if (event.kind === 'rpc') {
      const to = event.channel === 'node' ? `node${event.target}` : DAEMONS[event.channel];
      return [{ at, from, to: to ?? event.channel, text: event.procedure, kind: 'call' }];
    }
    if (event.kind !== 'execve' || !event.succeeded) return [];
    const { job } = identify(event.program, event.argv);
    if (job !== undefined) return [{ at, from, to: span.label, text: 'start', kind: 'start' }];
    return span.kind === 'command'
      ? []
      : [{ at, from, to: from, text: event.program, kind: 'run' }];
  });
}

const DAEMONS: Readonly<Partial<Record<string, string>>> = {
  luxi: 'luxid',
  wconfd: 'wconfd',
  confd: 'confd',
  metad: 'metad',
  rapi: 'rapi',
};

/** Of RAPI only the daemon is on the cluster. */
const CLIENT = 'client';

/** A daemon by its name, a job by its opcodes, what a node daemon does by its node. */
function speaker(event: TraceEvent, span: Span): string {
  const { caller, node } = event;
  if (event.kind === 'rpc' && event.channel === 'rapi') return CLIENT;
  if (caller === 'job') return jobOf(span) ?? caller;
  if (caller === 'ganeti-noded' || caller === 'sshd') return `node${node}`;
  return caller.replace(/^ganeti-/, '');
}

function jobOf(span: Span): string | undefined {
  for (let above: Span | undefined = span; above; above = above.parent) {
    if (above.kind === 'job') return above.label;
  }
  return undefined;
}
