import { expect, it } from 'vitest';
import { run } from '../process/process.ts';
import { proxyVariables, WITHOUT_PROXIES } from './proxies.ts';

it.each([
  [{}, {}],
  [{ http_proxy: '' }, {}],
  [{ HTTPS_PROXY: 'b' }, { https_proxy: 'b', HTTPS_PROXY: 'b' }],
  [
    { http_proxy: 'a', HTTP_PROXY: 'b' },
    { http_proxy: 'a', HTTP_PROXY: 'a' },
  ],
  [
    { http_proxy: '', HTTP_PROXY: 'b' },
    { http_proxy: 'b', HTTP_PROXY: 'b' },
  ],
  [
    { NO_PROXY: 'x', http_proxy: 'a', PATH: '/bin' },
    { no_proxy: 'x', NO_PROXY: 'x', http_proxy: 'a', HTTP_PROXY: 'a' },
  ],
])('of %j programs get %j', (env, expected) => {
  expect(proxyVariables(env)).toEqual(expected);
});

it('what has no way out has none of them, whatever its surroundings have', async () => {
  const names = WITHOUT_PROXIES.map((entry) => entry.replace(/=$/, ''));
  expect(names).toEqual(expect.arrayContaining(['http_proxy', 'HTTPS_PROXY', 'all_proxy']));
  const env = Object.fromEntries(names.map((name) => [name, 'http://user:secret@host:1']));
  const { stdout } = await run('env', [...WITHOUT_PROXIES, 'sh', '-c', 'env | grep -i _proxy='], {
    env,
  });
  expect(stdout).not.toContain('secret');
});
