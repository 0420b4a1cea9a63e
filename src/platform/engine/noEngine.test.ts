import { expect, it } from 'vitest';
import { ProcessError } from '../process/processError.ts';
import { refuseNoEngine } from './noEngine.ts';

const END = { exitCode: 1, signal: undefined, timedOutAfter: undefined, aborted: false };

const refused = (failure: string | undefined, stderr: string) => () =>
  refuseNoEngine(new ProcessError(['docker', 'ps'], { ...END, failure }, { stdout: '', stderr }));

it('says what is missing where there is no docker command', () => {
  expect(refused('spawn docker ENOENT', '')).toThrow(
    'there is no `docker` command, so no container engine can be asked; a run installs one: ganeti-perf run',
  );
});

it.each([
  // Captured of Debian's 20.10.24 and of 28.2.2, and of the latter's `run`.
  'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.24/containers/json": dial unix /var/run/docker.sock: connect: permission denied',
  'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.50/containers/json": dial unix /var/run/docker.sock: connect: permission denied',
  'docker: permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Head "http://%2Fvar%2Frun%2Fdocker.sock/_ping": dial unix /var/run/docker.sock: connect: permission denied',
])('says who may use it: %s', (stderr) => {
  expect(refused(undefined, stderr)).toThrow(/may not use Docker \(.*\); /);
});

it.each([
  'bash: /etc/shadow: Permission denied',
  'ssh: permission denied while trying to connect to the Docker daemon socket',
])('leaves alone what a command in a container says: %s', (stderr) => {
  expect(refused(undefined, stderr)).not.toThrow();
});
