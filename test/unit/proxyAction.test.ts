import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/platform/process/process.ts';
import * as harness from '../support/actionStep.ts';
import { FIXTURE } from '../support/actionStep.ts';
import { startForwardProxy, type ForwardProxy } from '../support/forwardProxy.ts';
import { aPullRequest, anEvent } from '../support/pullRequest.ts';

/** The Action's bundle on a runner whose environment names proxies. */

let action: string;
let folder: string;
let proxy: ForwardProxy;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-tls-'));
  const about = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const made = ['-newkey', 'rsa:2048', '-nodes', '-keyout', 'key', '-out', 'cert', '-days', '2'];
  await run('openssl', ['req', '-x509', ...made, ...about], { cwd: folder });
  action = await harness.bundledAction();
  proxy = await startForwardProxy();
});
afterAll(async () => {
  await proxy.close();
  await rm(action, { recursive: true });
  await rm(folder, { recursive: true });
});

/** A comment is written; what GitHub and the proxy were asked in the meantime. */
async function comment(scheme: 'http' | 'https', env: Readonly<Record<string, string>>) {
  const [key = '', cert = ''] = await Promise.all(
    ['key', 'cert'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  const before = proxy.asked.length;
  const { comments, requests, stdout, exitCode } = await harness.step(action, 'comment', {
    github: { pullRequests: [aPullRequest()], ...(scheme === 'https' && { tls: { key, cert } }) },
    event: anEvent(),
    files: { 'measurement.json': await readFile(FIXTURE, 'utf8') },
    env: {
      GITHUB_EVENT_NAME: 'workflow_run',
      INPUT_MEASUREMENT: 'measurement.json',
      NODE_EXTRA_CA_CERTS: join(folder, 'cert'),
      ...env,
    },
  });
  return {
    written: comments.length,
    requests: requests.length,
    proxied: proxy.asked.slice(before),
    stdout,
    exitCode,
  };
}

describe("GitHub's API", () => {
  it('over TLS, is reached by HTTPS_PROXY', async () => {
    const { written, proxied, stdout } = await comment('https', { HTTPS_PROXY: proxy.url });
    expect(written, stdout).toBe(1);
    expect(proxied.length).toBeGreaterThan(0);
    expect([...new Set(proxied)]).toEqual([expect.stringMatching(/^127\.0\.0\.1:\d+$/)]);
  });

  it('without TLS, by http_proxy', async () => {
    const { written, proxied, stdout } = await comment('http', { http_proxy: proxy.url });
    expect(written, stdout).toBe(1);
    expect(proxied.length).toBeGreaterThan(0);
  });

  it('and by no other way: a proxy that is not there is not gone past', async () => {
    const { written, requests, exitCode } = await comment('https', {
      HTTPS_PROXY: 'http://user:secret@127.0.0.1:1',
    });
    expect([written, requests, exitCode]).toEqual([0, 0, 1]);
  });

  it.each(['NO_PROXY', 'no_proxy'])('past it, where %s says so', async (name) => {
    const env = { HTTPS_PROXY: proxy.url, [name]: 'localhost,127.0.0.1' };
    const { written, proxied, stdout } = await comment('https', env);
    expect(written, stdout).toBe(1);
    expect(proxied).toEqual([]);
  });

  it('with none named, directly', async () => {
    const { written, proxied, stdout } = await comment('https', {});
    expect(written, stdout).toBe(1);
    expect(proxied).toEqual([]);
  });
});
