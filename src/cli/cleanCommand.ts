import { docker } from '../cluster/docker.ts';
import { LABEL } from '../cluster/identity.ts';
import { removeLabelled } from '../cluster/remove.ts';
import { EXIT } from '../platform/errors.ts';
import type { CleanSettings } from '../settings/settings.ts';
import type { CommandContext } from './commandContext.ts';

/**
 * `clean`: removes every container, network and volume that carries the project's label. Those that another user of the machine
 * has started stay, unless everybody's are to go.
 */
export async function clean(settings: CleanSettings, context: CommandContext): Promise<number> {
  const sparesOthers = !settings.allUsers;
  const { containers, networks, volumes } = await removeLabelled([LABEL], { sparesOthers });
  const others = await othersContainers();
  const gone = [`${containers} containers`, `${networks} networks`, `${volumes} volumes`];
  // A run whose images go between two of its clusters fails.
  if (settings.images && others === 0) gone.push(`${await removeImages()} images`);
  context.print(`removed ${gone.join(', ')}\n`);
  if (others > 0) {
    const what = settings.images ? 'and the images ' : '';
    context.print(`${others} containers of other users ${what}stay; --all-users takes all\n`);
  }
  return EXIT.ok;
}

async function othersContainers(): Promise<number> {
  const { stdout } = await docker(['ps', '--all', '--quiet', '--filter', `label=${LABEL}`]);
  return stdout.split('\n').filter(Boolean).length;
}

async function removeImages(): Promise<number> {
  const { stdout } = await docker(['images', '--all', '--format', '{{.Repository}}:{{.Tag}}']);
  const ours = stdout.split('\n').filter((image) => image.startsWith(`${LABEL}/`));
  if (ours.length === 0) return 0;
  await docker(['image', 'rm', '--force', ...ours], { timeout: 300_000 });
  return ours.length;
}
