import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { asUser, forEverybody, itAsRoot } from '../../../test/support/anotherUser.ts';
import { findProgram, prefixed } from '../process/privilege.ts';
import { run } from '../process/process.ts';

/** Makes a command an ordinary user's; needs root. */
const ORDINARY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

/** Whether we can be an ordinary user who reads this checkout, on a machine with an engine. */
async function canBeOrdinary(): Promise<boolean> {
  if (process.getuid?.() !== 0 || findProgram('dockerd') === undefined) return false;
  const look = prefixed(ORDINARY, ['test', '-r', fileURLToPath(import.meta.url)]);
  return run(...look).then(
    () => true,
    () => false,
  );
}

/** A folder with executables, for PATH. */
async function programs(scripts: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-path-'));
  await chmod(folder, 0o777);
  for (const [name, script] of Object.entries(scripts)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  return folder;
}

interface Machine {
  /** What stands before everything else in PATH. */
  readonly scripts: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** As an ordinary user without sudo. */
  readonly ordinary?: boolean;
}

/** What ensureEngine says on such a machine: its log, and its error as `status: message`. */
async function ensure({ scripts, env = {}, ordinary = false }: Machine): Promise<string> {
  const script = `
    const { ensureEngine } = await import(${JSON.stringify(new URL('engine.ts', import.meta.url).href)});
    const say = (message) => console.log(message);
    const log = { info: say, debug: say, warn: say, error: say, phase: (_, work) => work() };
    await ensureEngine({ log }).catch((error) => say(error.exitCode + ': ' + error.message));`;
  const folder = await programs(scripts);
  const node = [process.execPath, '--import', 'tsx', '--input-type=module', '-e', script] as const;
  const command = prefixed(ordinary ? ORDINARY : [], [...node]);
  const path = `${folder}:${process.env['PATH'] ?? ''}`;
  return (await run(...command, { env: { PATH: path, TMPDIR: folder, ...env } })).stdout;
}

const SILENT = 'echo "Cannot connect to the Docker daemon. Is it running?" >&2; exit 1';
const DENIED = 'echo "permission denied while trying to connect to the socket" >&2; exit 1';

it('an engine that answers is left alone', async () => {
  expect(await ensure({ scripts: { docker: 'echo 28.0' } })).toBe('Docker 28.0 answers');
});

it.each(['DOCKER_HOST', 'DOCKER_CONTEXT'])(
  'an engine elsewhere (%s) is not started',
  async (name) => {
    const said = await ensure({ scripts: { docker: SILENT }, env: { [name]: 'elsewhere' } });
    expect(said).toBe(
      `3: ${name} is 'elsewhere', and no Docker engine answers there (docker: Cannot connect to the ` +
        `Docker daemon. Is it running?); start that engine, or use the one of this machine: unset ${name}`,
    );
  },
);

it('a client that prints nothing has no engine', async () => {
  const said = await ensure({ scripts: { docker: 'echo' }, env: { DOCKER_HOST: 'x' } });
  expect(said).toContain('docker version names no server');
});

it('a socket that refuses the user is not mended by us', async () => {
  const said = await ensure({ scripts: { docker: DENIED } });
  expect(said).toMatch(/^3: user '(\S+)' may not use Docker .*run: sudo usermod -aG docker \1 and/);
});

itAsRoot('nor one that refuses a user who is a number only, as in containers of CI', async () => {
  const folder = await programs({ docker: DENIED });
  const said = await forEverybody('platform/engine/engine.ts', async ({ node, module }) => {
    const script = `import { ensureEngine } from '${module}';
      const log = { info() {}, debug() {}, warn() {}, phase: (_, work) => work() };
      await ensureEngine({ log }).catch((error) => console.log(error.exitCode + ': ' + error.message));`;
    const [setpriv, user] = asUser(654_321);
    const command = [...user, node, '--input-type=module', '-e', script];
    const path = `${folder}:${process.env['PATH'] ?? ''}`;
    return (await run(setpriv, command, { env: { PATH: path } })).stdout;
  });
  expect(said).toMatch(
    /^3: user 654321, who has no name here, may not use Docker .*; add the group/,
  );
});

/** As podman-docker 4.3.1 of Debian answers. */
const PODMAN_DOCKER = `echo 'Emulate Docker CLI using podman. Create /etc/containers/nodocker to quiet msg.' >&2
  [ "$1" = --version ] && { echo 'podman version 4.3.1'; exit; }
  echo "Error: template: $1:1:2: executing \\"$1\\" at <.Server.Components>: can't evaluate field Components in type *define.Version" >&2
  exit 125`;

it.each([
  ["podman's own docker command", PODMAN_DOCKER],
  ["podman's service behind Docker's client", "echo '4.3.1|Podman Engine|Conmon|Engine'"],
])('%s is named, and nothing is installed or started', async (_, docker) => {
  const never = 'echo "$0 $*" >> "$TMPDIR/called"; exit 1';
  const scripts = { docker, 'apt-get': never, dockerd: never, systemctl: never, sudo: never };
  const said = await ensure({ scripts });
  expect(said).toMatch(/^3: 'docker' is podman 4\.3\.1 here, .* nothing was installed/);
  expect(said).not.toContain('\n');
});

const TOO_NEW = 'client version 1.99 is too new. Maximum supported API version is 1.41';

it.each([
  [{ DOCKER_API_VERSION: '1.99' }, 'let them agree on one: unset DOCKER_API_VERSION'],
  [{}, 'install a client and an engine of the same age; see: docker version'],
])('an engine that refuses the version of the API is told at once (%o)', async (env, remedy) => {
  const docker = `echo 'Error response from daemon: ${TOO_NEW}' >&2; exit 1`;
  expect(await ensure({ scripts: { docker }, env })).toBe(
    `3: Docker's engine does not speak its client's version of the API (docker: Error response from daemon: ${TOO_NEW}); ${remedy}`,
  );
});

it.runIf(await canBeOrdinary())('an ordinary user is told how to start it', async () => {
  const said = await ensure({ scripts: { docker: SILENT, sudo: 'exit 1' }, ordinary: true });
  expect(said).toMatch(
    /^3: Docker's engine does not run, and this user may not start it; run: sudo (?:dockerd &|systemctl start docker)$/,
  );
});
