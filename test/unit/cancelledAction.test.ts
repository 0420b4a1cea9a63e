import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../src/platform/process/until.ts';
import { bundledAction, startOf } from '../support/actionStep.ts';
import { HANG } from '../support/deadline.ts';

/**
 * A job that is cancelled while the container engine is being asked: the runner sends SIGINT, SIGTERM
 * 7.5 s later, SIGKILL another 2.5 s later, and then runs the post step. The engine is a program that
 * writes down what it is asked, never answers `version` and ends it by SIGKILL only: so it is asked still when
 * the second signal comes.
 */

let action: string;
beforeAll(async () => {
  action = await bundledAction();
});
afterAll(() => rm(action, { recursive: true }));

const ENGINE = `#!/bin/sh
echo "$*" >> "$ENGINE_LOG"
case "$1" in
  version) trap '' TERM; exec sleep 600 ;;
  ps) echo c0ffee ;;
  volume) [ "$2" = ls ] && echo v0 ;;
  network) [ "$2" = ls ] && echo n0 ;;
esac
exit 0
`;

async function job(command: 'run' | 'refresh') {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-cancelled-'));
  const at = (name: string): string => join(folder, name);
  await mkdir(at('bin'));
  await writeFile(at('bin/docker'), ENGINE);
  await chmod(at('bin/docker'), 0o755);
  for (const name of ['state', 'output', 'summary', 'asked']) await writeFile(at(name), '');
  const env = {
    ...process.env,
    PATH: [at('bin'), process.env['PATH']].join(delimiter),
    ENGINE_LOG: at('asked'),
    GITHUB_STATE: at('state'),
    GITHUB_OUTPUT: at('output'),
    GITHUB_STEP_SUMMARY: at('summary'),
    INPUT_OUT: at('out'),
    INPUT_BASELINES: at('baselines'),
    DOCKER_HOST: '',
    DOCKER_CONTEXT: '',
  };
  const start = async (stage: 'main' | 'post', more: Readonly<Record<string, string>> = {}) => {
    const { file, env: presets } = await startOf(action, command, stage);
    const child = spawn(process.execPath, [file], {
      env: { ...presets, ...env, ...more },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
      child.on('exit', (code, signal) => resolve([code, signal]));
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    return { child, ended, said: () => said };
  };
  const asked = async (): Promise<string[]> =>
    (await readFile(at('asked'), 'utf8')).split('\n').filter(Boolean);
  const state = () => readFile(at('state'), 'utf8');
  return { start, asked, state, close: () => rm(folder, { recursive: true }) };
}

describe.concurrent.each(['run', 'refresh'] as const)('%s that is cancelled', (command) => {
  it.each<[string, NodeJS.Signals[], [number | null, NodeJS.Signals | null]]>([
    ['ends by itself', ['SIGINT'], [1, null]],
    ['takes a second signal for the same', ['SIGINT', 'SIGTERM'], [1, null]],
    ['and killed', ['SIGKILL'], [null, 'SIGKILL']],
  ])('%s, and the post step removes what has its label', async (_, signals, end) => {
    const { start, asked, state, close } = await job(command);
    try {
      const main = await start('main');
      await until(
        'the engine is asked',
        async () => (await asked()).some((call) => call.startsWith('version ')) || 'not yet',
        { deadline: HANG },
      );
      for (const signal of signals) {
        main.child.kill(signal);
        await sleep(50);
      }
      expect(await main.ended).toEqual(end);
      const [, runId = ''] = /^run<<\S+\n([0-9a-f]{8})\n/.exec(await state()) ?? [];
      expect(runId).not.toBe('');

      const before = (await asked()).length;
      const post = await start('post', { STATE_run: runId });
      expect(await post.ended).toEqual([0, null]);
      const filter = `--filter label=ganeti-perf.run=${runId}`;
      expect((await asked()).slice(before)).toEqual([
        `ps --all --quiet ${filter}`,
        'rm --force --volumes c0ffee',
        `volume ls --quiet ${filter}`,
        'volume rm --force v0',
        `network ls --quiet ${filter}`,
        'network rm n0',
      ]);
    } finally {
      await close();
    }
  });
});
