import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/platform/network/proxies.ts
var NAMES = ["http_proxy", "https_proxy", "no_proxy"];
function proxyVariables(env = process.env) {
  const found = {};
  for (const name of NAMES) {
    const value = env[name] || env[name.toUpperCase()];
    if (value) found[name] = found[name.toUpperCase()] = value;
  }
  return found;
}
var HANDED = ["http", "https", "ftp", "no", "all"].map((what) => `${what}_proxy`);
var WITHOUT_PROXIES = HANDED.flatMap((name) => [
  `${name}=`,
  `${name.toUpperCase()}=`
]);

export {
  proxyVariables,
  WITHOUT_PROXIES
};
