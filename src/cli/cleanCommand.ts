import { docker } from '../cluster/docker.ts';
import { LABEL } from '../cluster/identity.ts';
import { removeLabelled } from '../cluster/remove.ts';
import { EXIT } from '../platform/errors.ts';
import type { CleanSettings } from '../settings/settings.ts';
import type { CommandContext } from './commandContext.ts';

/** `clean`: removes every container, network and volume that carries the project's label. */
export async function clean(settings: CleanSettings, context: CommandContext): Promise<number> {
  const { containers, networks, volumes } = await removeLabelled(LABEL);
  const gone = [`${containers} containers`, `${networks} networks`, `${volumes} volumes`];
  if (settings.images) gone.push(`${await removeImages()} images`);
  context.print(`removed ${gone.join(', ')}\n`);
  return EXIT.ok;
}

async function removeImages(): Promise<number> {
  const { stdout } = await docker(['images', '--all', '--format', '{{.Repository}}:{{.Tag}}']);
  const ours = stdout.split('\n').filter((image) => image.startsWith(`${LABEL}/`));
  if (ours.length === 0) return 0;
  await docker(['image', 'rm', '--force', ...ours], { timeout: 300_000 });
  return ours.length;
}
