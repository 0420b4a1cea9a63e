import { aptInstall } from './apt.ts';
import type { WorkContext } from '../context.ts';
import { startEngine } from './engineStart.ts';
import { probeEngine, type EngineState } from './engineProbe.ts';
import { deniedError } from './noEngine.ts';
import { environmentError } from '../errors.ts';
import { withLocalLock } from '../lock/localLock.ts';
import { findProgram } from '../process/privilege.ts';

/**
 * Makes sure that a container engine answers: installs Docker's from the distribution and starts it
 * where that is missing and this user has the right to, and says so before it does.
 *
 * @throws PerfError (environment) that names what is missing and the command that mends it
 */
export async function ensureEngine({ log, signal }: WorkContext): Promise<void> {
  const found = await probeEngine(signal);
  if (found.kind === 'ready') {
    log.debug(`Docker ${found.version} answers`);
    return;
  }
  refuseUnusable(found);
  refuseElsewhere(found);
  await withLocalLock('docker', { log, signal }, async () => {
    await installMissing({ log, signal });
    // The package's own scripts may have started it, and so may the run that held the lock.
    const now = await probeEngine(signal);
    refuseUnusable(now);
    if (now.kind !== 'ready') await startEngine({ log, signal });
  });
  const state = await probeEngine(signal);
  refuseUnusable(state);
  if (state.kind !== 'ready') {
    throw environmentError(
      `Docker was started but does not answer (${explain(state)}); see: docker version`,
    );
  }
  log.info(`Docker ${state.version} is up`);
}

/** What is there, and no installing or starting would make it one for us. */
function refuseUnusable(state: EngineState): void {
  if (state.kind === 'denied') throw deniedError(state.detail);
  if (state.kind === 'refusing') {
    throw environmentError(
      `Docker's engine does not speak its client's version of the API (${state.detail}); ` +
        (process.env['DOCKER_API_VERSION']
          ? 'let them agree on one: unset DOCKER_API_VERSION'
          : 'install a client and an engine of the same age; see: docker version'),
    );
  }
  if (state.kind === 'podman') {
    throw environmentError(
      `'docker' is podman ${state.version} here, and a cluster under tracing needs Docker's own engine; ` +
        'nothing was installed, as that could remove podman: use a machine with Docker, or put ' +
        "Docker's client first in PATH and its engine into DOCKER_HOST",
    );
  }
}

/** An engine that the user chose to have elsewhere is not ours to start. */
function refuseElsewhere(state: EngineState): void {
  for (const name of ['DOCKER_HOST', 'DOCKER_CONTEXT']) {
    const value = process.env[name];
    if (!value || value === 'default') continue;
    throw environmentError(
      `${name} is '${value}', and no Docker engine answers there (${explain(state)}); ` +
        `start that engine, or use the one of this machine: unset ${name}`,
    );
  }
}

async function installMissing(context: WorkContext): Promise<void> {
  // A client alone is common: distributions package it apart, and CI images bring a newer one.
  if (findProgram('dockerd') === undefined) {
    await aptInstall(['docker.io', 'iptables'], "Docker's engine is not installed", context);
  }
  // Since Debian 13 the client is a package of its own, which docker.io only recommends.
  if (findProgram('docker') === undefined) {
    await aptInstall(['docker-cli'], "Docker's command line is not installed", context);
  }
}

function explain(state: EngineState): string {
  if (state.kind === 'no-client') return "there is no 'docker' command";
  return 'version' in state ? `version ${state.version}` : state.detail;
}
