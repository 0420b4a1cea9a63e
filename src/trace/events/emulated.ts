/** What images/storage puts before the real commands in the path of a node. */
export const EMULATED_FOLDER = '/usr/local/sbin';
export const EMULATED_COMMANDS: readonly string[] = [
  ...['lvs', 'vgs', 'pvs', 'lvcreate', 'lvremove', 'lvrename', 'lvchange', 'lvextend', 'vgreduce'],
  ...['drbdsetup', 'drbdmeta', 'blockdev', 'dd'],
];

const EMULATED = new Set(EMULATED_COMMANDS.map((name) => `${EMULATED_FOLDER}/${name}`));

/**
 * Whether a program stands in for one of LVM's or DRBD's. That it is run is Ganeti's doing, and counts; the memory
 * and the time that it takes, and that it may run the real one in its place, are the emulation's.
 */
export const isEmulation = (path: string): boolean => EMULATED.has(path);
