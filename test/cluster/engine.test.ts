import { expect, it } from 'vitest';
import { canHaveAnother, onAnotherMachine } from '../support/anotherMachine.ts';

const ENGINE = JSON.stringify(new URL('../../src/platform/engine/engine.ts', import.meta.url).href);
const ENSURE = `
  const { ensureEngine } = await import(${ENGINE});
  const say = (message) => console.log(message);
  const log = { info: say, debug: say, warn: say, error: say, phase: (_, work) => work() };
  await ensureEngine({ log }).catch((error) => say(error.exitCode + ': ' + error.message));`;

/** A script on a machine without an engine, where `ensure` makes sure of one. */
const onMachine = (script: string): Promise<string[]> =>
  onAnotherMachine(
    `ensure() { "$NODE" --import tsx --input-type=module -e "$ENSURE"; }\n${script}`,
    {
      ENSURE,
    },
  );

it.runIf(canHaveAnother)('an engine that does not run is started', async () => {
  expect(await onMachine('ensure; ensure; docker ps --quiet')).toEqual([
    'starting dockerd in the background; its log: /var/log/ganeti-perf-dockerd.log',
    expect.stringMatching(/^Docker \S+ is up$/),
    expect.stringMatching(/^Docker \S+ answers$/),
  ]);
});

it.runIf(canHaveAnother)('an engine that was killed is started over what it left', async () => {
  const lines = await onMachine(`
    ensure >/dev/null
    kill -9 $(cat /run/docker.pid) $(cat /run/docker/containerd/containerd.pid)
    sleep 0.5
    # By now the process ids belong to somebody else, and a system containerd is gone too.
    sleep 600 & echo $! | tee /run/docker.pid > /run/docker/containerd/containerd.pid
    mkdir -p /run/containerd
    "$NODE" -e "require('net').createServer().listen('/run/containerd/containerd.sock', () => process.kill(process.pid, 'SIGKILL'))" 2>/dev/null || true
    ensure
    docker ps --quiet
    kill -0 %1 && echo the other process still runs`);
  expect(lines[0]).toMatch(
    /^removing what a killed engine left behind: .*docker\.pid .*containerd\.sock$/,
  );
  expect(lines.at(-2)).toMatch(/^Docker \S+ is up$/);
  expect(lines.at(-1)).toBe('the other process still runs');
});

it.runIf(canHaveAnother)('two runs that begin at once start one engine', async () => {
  const lines = await onMachine('ensure & ensure & wait; pgrep -cx dockerd');
  expect(lines.filter((line) => line.startsWith('starting dockerd'))).toHaveLength(1);
  expect(lines.filter((line) => /^Docker \S+ (?:is up|answers)$/.test(line))).toHaveLength(2);
  expect(lines.at(-1)).toBe('1');
});

it.runIf(canHaveAnother)('an engine that cannot start says why', async () => {
  const lines = await onMachine("echo '{bad' > /etc/docker/daemon.json; ensure");
  expect(lines[1]).toMatch(
    /^3: dockerd ended at once; mend what it says, then try again; its log: /,
  );
  expect(lines[2]).toMatch(/daemon\.json/);
});
