import { describe, expect, it } from 'vitest';
import { capturedWorkload, edited, explained, of, pathOf } from '../../test/support/traces.ts';
import { countMetrics } from '../trace/events/count.ts';
import { messagesOf } from './messages.ts';

/** The watcher asks RAPI each time whether it is there, by libcurl. */
const capture = capturedWorkload('watcher');

describe('requests to RAPI', () => {
  const { events, spans } = explained(capture);
  const requests = of(events, 'rpc').filter(({ channel }) => channel === 'rapi');
  const paths = (story: typeof capture) => {
    const { events: seen, spans: found } = explained(story);
    return found.filter((_, i) => requestTo(seen[i]!)).map(pathOf);
  };
  const requestTo = (event: (typeof events)[number]): boolean =>
    event.kind === 'rpc' && event.channel === 'rapi';

  it('count once each, where they are served', () => {
    expect(requests.map(({ caller, procedure }) => `${caller} ${procedure}`)).toEqual([
      'ganeti-rapi GET_version',
      'ganeti-rapi GET_version',
    ]);
    const rpcs = [...countMetrics(events, [])].filter(([key]) => /^rpc\/(?:rapi|other)/.test(key));
    expect(rpcs).toEqual([['rpc/rapi/GET_version', { unit: 'count', value: 2 }]]);
  });

  it('hang below who sent them', () => {
    const path = 'ganeti-watcher > ganeti-rapi > rapi GET_version';
    expect(paths(capture)).toEqual([path, path]);
  });

  it('are roots where a client outside of the cluster sent them', () => {
    const outside = edited(capture, (event) =>
      event.kind === 'connect' && event.peer.port === 5080 ? [] : event,
    );
    expect(paths(outside)).toEqual(['rapi GET_version', 'rapi GET_version']);
  });

  it('are arrows from a client', () => {
    const arrows = messagesOf(events, spans).filter(({ to }) => to === 'rapi');
    expect(arrows.map(({ from, text }) => `${from} ${text}`)).toEqual([
      'client GET_version',
      'client GET_version',
    ]);
  });
});
