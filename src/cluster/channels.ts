import type { Channel, Client } from '../model/probe.ts';
import type { NodePlan } from './clusterPlan.ts';

/** Where the requests of a channel go, and who sends them. */
interface ChannelFacts {
  /** Of which the runtime tells what its heap holds, in its log; a daemon in Python has none. */
  readonly haskell?: { readonly daemon: string; readonly log: string };
  /** A socket's path, or a node's address. */
  address(master: NodePlan): string;
  /** In the order in which they send. */
  readonly clients: readonly Client[];
  /** A method's name on the wire. */
  wireName(method: string): string;
  /** Its line in /etc/default/ganeti, where that does not have the runtime tell of its heap. */
  readonly args?: string;
  /** A daemon that is started for it: it runs only once an instance needs it. */
  readonly started?: string;
}

const SOCKETS = '/var/run/ganeti/socket';
const asGiven = (method: string): string => method;
/** Its functions are Haskell's; Ganeti's Python calls them by the same names with a capital letter. */
const asFunction = (method: string): string => method.slice(0, 1).toLowerCase() + method.slice(1);

const logOf = (name: string): string => `/var/log/ganeti/${name}-daemon.log`;

/** The configuration's daemon: asked for one thing, or by all that a method of Ganeti's own asks it for. */
const WCONFD = {
  haskell: { daemon: 'wconfd', log: logOf('wconf') },
  address: (): string => `${SOCKETS}/ganeti-wconfd`,
};

export const CHANNEL_FACTS: Readonly<Record<Channel, ChannelFacts>> = {
  luxi: {
    haskell: { daemon: 'luxid', log: logOf('luxi') },
    address: () => `${SOCKETS}/ganeti-query`,
    clients: ['raw', 'ganeti'],
    wireName: asGiven,
  },
  wconfd: { ...WCONFD, clients: ['raw', 'ganeti'], wireName: asFunction },
  // Methods of ConfigWriter are Ganeti's Python, whatever they send.
  config: { ...WCONFD, clients: ['ganeti'], wireName: asGiven },
  confd: {
    haskell: { daemon: 'confd', log: logOf('conf') },
    args: 'CONFD_ARGS',
    address: ({ address }) => address,
    clients: ['raw', 'ganeti'],
    wireName: asGiven,
  },
  metad: {
    haskell: { daemon: 'metad', log: logOf('meta') },
    args: 'METAD_ARGS',
    address: () => `${SOCKETS}/ganeti-metad`,
    clients: ['raw', 'ganeti'],
    wireName: asFunction,
    started: 'ganeti-metad',
  },
  // Ganeti's own client of the node daemon needs a configuration and a job.
  node: { address: ({ address }) => address, clients: ['raw'], wireName: asGiven },
};
