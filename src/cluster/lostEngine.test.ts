import { expect, it } from 'vitest';
import { tellsOfLostEngine } from './lostEngine.ts';

// Each was said by docker 28.2, or by a command in a container.
it.each([
  'Cannot connect to the Docker daemon at unix:///nonexistent. Is the docker daemon running?\n',
  "docker: Cannot connect to the Docker daemon at tcp://127.0.0.1:9. Is the docker daemon running?\n\nRun 'docker run --help' for more information\n",
  'docker: error during connect: Post "http://127.0.0.1:23751/v1.41/containers/0a598c3d3b81/start": EOF\n',
  'unexpected EOF\ntime="2026-11-28T20:01:08Z" level=error msg="error waiting for container: unexpected EOF"\n',
])('the engine is lost: %j', (said) => {
  expect(tellsOfLostEngine(said)).toBe(true);
});

it.each([
  'ssh: connect to host node2 port 22: Connection refused\r\n',
  'Error response from daemon: No such container: node1\n',
  '',
])('the engine is there: %j', (said) => {
  expect(tellsOfLostEngine(said)).toBe(false);
});
