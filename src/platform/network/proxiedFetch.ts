import { usageError } from '../errors.ts';
import type { ProxySettings } from './fetchByProxy.ts';
import { proxyVariables } from './proxies.ts';

/**
 * `fetch` for the addresses of one server, by the proxy that the environment names for it. Node's own goes past any, unless
 * Node is new enough and told otherwise when it starts.
 *
 * @throws PerfError (exit 2) where the proxy's address is none
 */
export function proxiedFetch(
  server: URL,
  env: Readonly<Record<string, string | undefined>> = process.env,
): typeof fetch {
  const variables = proxyVariables(env);
  const name = server.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const address = variables[name];
  if (address === undefined) return fetch;
  const proxy = proxyUrl(name, address);
  // Under both names, as what is not given is looked for in the environment.
  const settings = { httpProxy: proxy, httpsProxy: proxy, noProxy: variables['no_proxy'] ?? '' };
  let loaded: Promise<typeof fetch> | undefined;
  return async (input, init) => {
    loaded ??= load(settings);
    return (await loaded)(input, init);
  };
}

async function load(settings: ProxySettings): Promise<typeof fetch> {
  const { fetchByProxy } = await import('./fetchByProxy.ts');
  return fetchByProxy(settings);
}

/** Of an address that is `host:port`, as curl takes it too. The message does not quote it: it may hold a password. */
function proxyUrl(name: string, address: string): string {
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `http://${address}`;
  if (/^https?:/i.test(whole) && URL.canParse(whole)) return whole;
  throw usageError(
    `${name} is no address of a proxy: set it to http://HOST:PORT, as http://proxy.example.org:3128, or unset it`,
  );
}
