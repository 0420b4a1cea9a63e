import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface ForwardProxy {
  /** e.g. `http://127.0.0.1:40000` */
  readonly url: string;
  /** The `host:port` that it was asked for, one for each connection or request. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/**
 * A forward proxy on the loopback, as a company has one: tunnels by CONNECT, and requests with a whole address.
 *
 * @param ports the port of this machine by the name that a client asks for: names that nobody but the proxy can find
 */
export async function startForwardProxy(
  ports: Readonly<Record<string, number>> = {},
): Promise<ForwardProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const placeOf = ({ protocol, hostname, port: named }: URL) => {
    const port = Number(named || (protocol === 'https:' ? 443 : 80));
    asked.push(`${hostname}:${port}`);
    const own = ports[hostname];
    return own === undefined ? { host: hostname, port } : { host: '127.0.0.1', port: own };
  };
  const server = createServer((from: IncomingMessage, to: ServerResponse) => {
    const { method, headers } = from;
    const url = new URL(from.url ?? '');
    const path = `${url.pathname}${url.search}`;
    const there = request({ ...placeOf(url), path, method, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    there.on('error', () => to.destroy());
    from.pipe(there);
  });
  server.on('connection', (socket: Socket) => void sockets.add(socket));
  server.on('connect', ({ url = '' }: IncomingMessage, socket: Socket, head: Buffer) => {
    const there = connect(placeOf(new URL(`https://${url}`)), () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      there.write(head);
      socket.pipe(there).pipe(socket);
    });
    sockets.add(there);
    there.on('error', () => socket.destroy());
    socket.on('error', () => there.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
