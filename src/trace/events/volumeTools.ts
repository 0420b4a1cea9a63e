/** What images/storage puts before the real commands in the path of a node. */
export const EMULATED_FOLDER = '/usr/local/sbin';
const LVM_COMMANDS = [
  ...['lvs', 'vgs', 'pvs', 'lvcreate', 'lvremove', 'lvrename', 'lvchange', 'lvextend', 'vgreduce'],
] as const;
export const EMULATED_COMMANDS: readonly string[] = [
  ...LVM_COMMANDS,
  ...['drbdsetup', 'drbdmeta', 'blockdev', 'dd'],
];
/** Where Debian's packages have LVM's own: Ganeti tries the folders of its path one after the other. */
const LVM_FOLDERS = ['/usr/sbin', '/sbin'];

const TOOLS = new Set([
  ...EMULATED_COMMANDS.map((name) => `${EMULATED_FOLDER}/${name}`),
  ...LVM_FOLDERS.flatMap((folder) => LVM_COMMANDS.map((name) => `${folder}/${name}`)),
]);

/**
 * Whether a program is one of LVM's, or stands in for one of LVM's or DRBD's. That it is run is Ganeti's doing, and counts;
 * the memory and the time that it takes, what it forces to disk, and that it may run the real one in its place, are its
 * own. So what is measured is the same, whatever the volumes are.
 */
export const isVolumeTool = (path: string): boolean => TOOLS.has(path);
