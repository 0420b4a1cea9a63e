import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startForwardProxy, type ForwardProxy } from '../../../test/support/forwardProxy.ts';
import { proxiedFetch } from './proxiedFetch.ts';

let server: Server;
let proxy: ForwardProxy;
let port: number;
beforeEach(async () => {
  server = createServer((_, response) => response.end('here'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
  proxy = await startForwardProxy({ 'api.test': port, 'www.api.test': port });
});
afterEach(async () => {
  await proxy.close();
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
});

/** What was answered, and what the proxy was asked for. */
async function get(address: string, env: Readonly<Record<string, string>>) {
  const url = new URL(address);
  const answer = await proxiedFetch(url, env)(url);
  return { text: await answer.text(), asked: proxy.asked };
}

describe('a server that only the proxy finds', () => {
  it.each([['http_proxy'], ['HTTP_PROXY']])('is reached with %s', async (name) => {
    const found = await get('http://api.test/x', { [name]: proxy.url });
    expect(found).toEqual({ text: 'here', asked: ['api.test:80'] });
  });

  it('is reached by an address without http://, as curl takes it', async () => {
    const found = await get('http://api.test', { http_proxy: proxy.url.replace('http://', '') });
    expect(found.asked).toEqual(['api.test:80']);
  });

  it('is not found without', async () => {
    await expect(get('http://api.test', {})).rejects.toThrow();
  });
});

describe('the proxy is gone past', () => {
  it.each<[string, Record<string, string>]>([
    ['no_proxy', { no_proxy: '127.0.0.1' }],
    ['NO_PROXY', { NO_PROXY: 'example.org, 127.0.0.1' }],
    ['a star', { no_proxy: '*' }],
  ])('with %s', async (_, env) => {
    const found = await get(`http://127.0.0.1:${port}`, { HTTP_PROXY: proxy.url, ...env });
    expect(found).toEqual({ text: 'here', asked: [] });
  });

  it('where it is for https only', async () => {
    const found = await get(`http://127.0.0.1:${port}`, { https_proxy: proxy.url });
    expect(found.asked).toEqual([]);
  });

  it('where no_proxy is of a domain that the server is in, and not where it only ends alike', async () => {
    const env = { http_proxy: proxy.url, no_proxy: '.api.test' };
    await expect(get('http://www.api.test', env)).rejects.toThrow();
    expect(proxy.asked).toEqual([]);
    const other = { http_proxy: proxy.url, no_proxy: 'pi.test' };
    expect((await get('http://api.test', other)).asked).toEqual(['api.test:80']);
  });
});

it('with https_proxy, https goes by it, and not by the one for http, which may know packages only', async () => {
  const env = { https_proxy: proxy.url, http_proxy: 'http://127.0.0.1:1' };
  // The server behind it speaks no TLS.
  await expect(get('https://api.test', env)).rejects.toThrow();
  expect(proxy.asked).toEqual(['api.test:443']);
  await expect(get('https://api.test', { http_proxy: proxy.url })).rejects.toThrow();
  expect(proxy.asked).toHaveLength(1);
});

it.each(['http://user:secret@', 'socks5://user:secret@host:1', 'http://user:secret@host:99999'])(
  '%s is refused, and not quoted',
  (address) => {
    const refused = (): unknown =>
      proxiedFetch(new URL('http://api.test'), { HTTP_PROXY: address });
    expect(refused).toThrow(/^http_proxy is no address of a proxy: set it to http:\/\/HOST:PORT/);
    expect(refused).not.toThrow('secret');
  },
);
