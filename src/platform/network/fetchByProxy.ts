import { EnvHttpProxyAgent, fetch as ownFetch } from 'undici';

export interface ProxySettings {
  /** For `http:` and for `https:` addresses. */
  readonly httpProxy: string;
  readonly httpsProxy: string;
  /** As in `no_proxy`. */
  readonly noProxy: string;
}

/** A `fetch` that goes by a proxy. To be loaded where one is needed only: it is a whole HTTP client. */
export function fetchByProxy(settings: ProxySettings): typeof fetch {
  const dispatcher = new EnvHttpProxyAgent(settings);
  const go: unknown = (input: URL, init?: object) => ownFetch(input, { ...init, dispatcher });
  // Node's own is the same client of another age: the types of the two differ where nothing of ours goes.
  return go as typeof fetch;
}
