import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startForwardProxy } from '../test/support/forwardProxy.ts';

const DEPENDENCIES = fileURLToPath(new URL('lib/dependencies.mjs', import.meta.url));

/** A fresh clone whose only package lies beside it, so that npm needs no network, or is at an address. */
function clone(address?: string): string {
  const root = mkdtempSync(join(tmpdir(), 'ganeti-perf-clone-'));
  const write = (file: string, content: object) =>
    writeFileSync(join(root, file), JSON.stringify(content));
  mkdirSync(join(root, 'one'));
  const dependencies = { one: address ?? 'file:one' };
  write('one/package.json', { name: 'one', version: '1.0.0' });
  write('package.json', { name: 'clone', version: '1.0.0', dependencies });
  write('package-lock.json', {
    name: 'clone',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: {
      '': { name: 'clone', version: '1.0.0', dependencies },
      ...(address === undefined
        ? { 'node_modules/one': { resolved: 'one', link: true }, one: { version: '1.0.0' } }
        : { 'node_modules/one': { version: '1.0.0', resolved: address } }),
    },
  });
  return root;
}

/** The first thing that every command does, in a process of its own. */
function ensure(
  root: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ status: number | null; said: string }> {
  const script =
    `import { ensureDependencies } from ${JSON.stringify(DEPENDENCIES)};` +
    `await ensureDependencies(${JSON.stringify(root)});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...withoutProxies(process.env), ...env },
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, said })));
}

/** npm takes a name in capitals for set when it is set to nothing. */
const withoutProxies = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/_proxy$/i.test(name)));

const INSTALLS = /running npm ci$/m;
const WAITS = 'waiting for another npm ci in this folder\n';

describe('ensureDependencies', () => {
  it('installs once for commands that begin at once, and not again', async () => {
    const root = clone();
    const ended = await Promise.all([ensure(root), ensure(root), ensure(root)]);
    expect(ended.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(ended.filter(({ said }) => INSTALLS.test(said))).toHaveLength(1);
    // One may begin when all is done; no other says anything but that it waits.
    const others = ended.map(({ said }) => said).filter((said) => !INSTALLS.test(said));
    expect(others.filter((said) => said !== WAITS && said !== '')).toEqual([]);
    expect(existsSync(join(root, 'node_modules/one/package.json'))).toBe(true);
    expect(await ensure(root)).toEqual({ status: 0, said: '' });
  });

  it('installs anew when package-lock.json has changed', async () => {
    const root = clone();
    await ensure(root);
    const lock = join(root, 'package-lock.json');
    writeFileSync(lock, `${readFileSync(lock, 'utf8')}\n`);
    expect((await ensure(root)).said).toMatch(INSTALLS);
  });

  it('holds up nobody when it fails, and says what to do', async () => {
    const root = clone();
    rmSync(join(root, 'package.json'));
    const failed = await ensure(root);
    expect(failed.status).toBe(3);
    expect(failed.said).toMatch(/^error: npm ci ended with \d+: .*then: npm ci$/m);
    expect((await ensure(root)).said).not.toContain('waiting');
  });
});

describe('behind a proxy', () => {
  it.each(['http_proxy', 'HTTP_PROXY'])('npm goes by it, as %s says', async (name) => {
    const packed = clone();
    execFileSync('npm', ['pack', '--silent', './one'], { cwd: packed });
    const registry = createServer((_, response) =>
      response.end(readFileSync(join(packed, 'one-1.0.0.tgz'))),
    );
    await once(registry.listen(0, '127.0.0.1'), 'listening');
    const { port } = registry.address() as AddressInfo;
    const proxy = await startForwardProxy({ 'packages.test': port });
    const root = clone('http://packages.test/one-1.0.0.tgz');
    const cache = { npm_config_cache: join(root, 'cache'), npm_config_fetch_retries: '0' };
    const { status, said } = await ensure(root, { ...cache, [name]: proxy.url });
    await proxy.close();
    await new Promise((closed) => registry.close(closed).closeAllConnections());
    expect(status, said).toBe(0);
    expect(proxy.asked).toContain('packages.test:80');
    expect(existsSync(join(root, 'node_modules/one/package.json'))).toBe(true);
  });
});

it('every script waits for its packages', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  const calls = scripts.flatMap(
    (name) =>
      readFileSync(join(folder, name), 'utf8').match(/^.*\bensureDependencies\(\);$/gm) ?? [],
  );
  expect(calls.length).toBeGreaterThan(5);
  expect([...new Set(calls)]).toEqual(['await ensureDependencies();']);
});
