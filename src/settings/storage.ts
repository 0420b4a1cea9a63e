import * as z from 'zod';
import { STORAGES, type DiskTemplate, type Storage } from '../model/environment.ts';

/** What volumes are; undefined: emulated. */
export const storage = z
  .enum(STORAGES, {
    error: ({ input }) => `must be one of ${STORAGES.join(', ')}, got '${String(input)}'`,
  })
  .optional();

export interface StorageSettings {
  readonly diskTemplate?: DiskTemplate | undefined;
  readonly storage?: Storage | undefined;
}

/** LVM can be had for each of a machine's nodes, DRBD cannot. */
export function checkStorage(
  { diskTemplate, storage: asked }: StorageSettings,
  context: z.RefinementCtx,
): void {
  if (asked !== 'real' || diskTemplate === 'plain') return;
  const message =
    diskTemplate === 'drbd'
      ? "must not be real with disks of drbd: all nodes share this machine's kernel, which has one list of DRBD's minors, and " +
        'a disk has volumes of the same names on both of its nodes; leave this out, which emulates DRBD, or take disks of plain'
      : 'must not be real but with disks of plain (--disk-template): others stand on no volumes';
  context.addIssue({ code: 'custom', path: ['storage'], message });
}
