import type { Configuration } from './schema.ts';

/**
 * Paths of the files that are an instance's disks, in the order of these.
 *
 * @throws RangeError where it is not there
 */
export function diskFilesOf({ instances, disks = {} }: Configuration, name: string): string[] {
  const instance = Object.values(instances).find((one) => one.name === name);
  if (!instance) throw new RangeError(`there is no instance '${name}'`);
  return instance.disks
    .map((disk) => (typeof disk === 'string' ? disks[disk] : disk))
    .flatMap((disk): unknown[] => (Array.isArray(disk?.['logical_id']) ? disk['logical_id'] : []))
    .filter((part): part is string => typeof part === 'string' && part.startsWith('/'));
}
