import * as core from '@actions/core';
import { exec, getExecOutput } from '@actions/exec';

/**
 * The Action's post step: removes what the main step left on the machine, as after a job that was
 * cancelled and killed in the middle of its teardown. It finds things by their label, and whatever
 * happens here, the job's result is the main step's.
 */
async function cleanUp(): Promise<void> {
  // As in the main step: what is started has no use for it.
  Reflect.deleteProperty(process.env, 'INPUT_TOKEN');
  const runId = core.getState('run');
  if (!/^[0-9a-z-]{1,40}$/.test(runId)) return;
  const filter = `label=ganeti-perf.run=${runId}`;
  const found = await remove(['ps', '--all', '--quiet'], ['rm', '--force', '--volumes'], filter);
  if (found) {
    // Loaded by no job that has ended well.
    const { detachLeft } = await import('../cluster/leftVolumes.ts');
    await detachLeft();
  }
  await remove(['volume', 'ls', '--quiet'], ['volume', 'rm', '--force'], filter);
  await remove(['network', 'ls', '--quiet'], ['network', 'rm'], filter);
}

async function remove(
  list: readonly string[],
  rm: readonly string[],
  filter: string,
): Promise<boolean> {
  const quiet = { ignoreReturnCode: true, silent: true };
  const { stdout } = await getExecOutput('docker', [...list, '--filter', filter], quiet);
  const found = stdout.split('\n').filter((id) => id !== '');
  if (found.length === 0) return false;
  core.info(`removing what the run left: docker ${rm.join(' ')} ${found.join(' ')}`);
  await exec('docker', [...rm, ...found], { ignoreReturnCode: true });
  return true;
}

try {
  await cleanUp();
} catch (error) {
  core.warning(`could not clean up: ${error instanceof Error ? error.message : String(error)}`);
}
