/** Sets `$file` to the one behind a descriptor of this process. */
export const fileOf = (descriptor: string): string =>
  `  $file = *(curtask->files->fdt->fd + ${descriptor});`;

/** Sets `$socket` to the one behind a descriptor of this process. */
export const socketOf = (descriptor: string): string =>
  `${fileOf(descriptor)}
  $socket = (struct socket *)$file->private_data;`;
