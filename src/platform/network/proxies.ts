type Variables = Readonly<Record<string, string | undefined>>;

const NAMES = ['http_proxy', 'https_proxy', 'no_proxy'] as const;

/**
 * How this machine reaches the network: `http_proxy`, `https_proxy` and `no_proxy`, of which curl's spelling comes before that in
 * capitals, as in curl. Both spellings are given: apt knows the small letters only. None where none is set.
 */
export function proxyVariables(env: Variables = process.env): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of NAMES) {
    const value = env[name] || env[name.toUpperCase()];
    if (value) found[name] = found[name.toUpperCase()] = value;
  }
  return found;
}

/** All that the command line of docker hands to containers and builds where its user's settings name proxies. */
const HANDED = ['http', 'https', 'ftp', 'no', 'all'].map((what) => `${what}_proxy`);

/**
 * Each of them set to nothing, as `NAME=`: for what has no way out. Without that, docker takes them from the
 * settings of its user, and an address of a proxy may hold a password.
 */
export const WITHOUT_PROXIES: readonly string[] = HANDED.flatMap((name) => [
  `${name}=`,
  `${name.toUpperCase()}=`,
]);
