import { expect, it } from 'vitest';
import { canHaveAnother, onAnotherMachine } from '../support/anotherMachine.ts';

const module = (path: string): string =>
  JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href);

it.runIf(canHaveAnother)(
  'what a run has is removed when its engine is back after a restart',
  async () => {
    const script = `
    echo '{"bridge": "none", "iptables": false}' > /etc/docker/daemon.json
    engine() { dockerd >>/run/log 2>&1 & until docker version >/run/said 2>&1; do sleep 0.2; done; }
    engine
    for run in 00000001 00000002; do
      docker volume create --label ganeti-perf.run=$run run-$run >/dev/null
      docker network create --label ganeti-perf.run=$run run-$run >/dev/null
    done
    kill $(cat /run/docker.pid); while [ -e /run/docker.pid ]; do sleep 0.2; done
    "$NODE" --import tsx --input-type=module -e "$REMOVE" & removal=$!
    sleep 2; engine
    wait $removal
    docker volume ls --quiet; docker network ls --filter name=run- --format '{{.Name}}'`;
    const REMOVE = `
    const { removeRun } = await import(${module('cluster/remove.ts')});
    console.log(JSON.stringify(await removeRun('00000001')));`;
    expect(await onAnotherMachine(script, { REMOVE })).toEqual([
      JSON.stringify({ containers: 0, networks: 1, volumes: 1 }),
      'run-00000002',
      'run-00000002',
    ]);
  },
);
