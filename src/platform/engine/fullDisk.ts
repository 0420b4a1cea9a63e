import { environmentError } from '../errors.ts';

/** As the kernel, the engine and the programs of a build say it. */
const FULL = /no space left on device|disk quota exceeded|not enough free space/i;

/** What images and clusters take at the most, as `docker system df` shows it, and some room for building. */
const NEEDED =
  "a first run with Debian's Ganeti takes 2 GB there, one from source 6 GB, `profile --cost-centres` and `harness` 4 GB more";

/**
 * The disk with Docker's data, which grows while images are built, clusters are kept and nodes run.
 *
 * @param output of a docker command that failed
 * @throws PerfError (exit 3) when it says that the disk is full
 */
export function refuseFullDisk(output: string, cause?: unknown): void {
  if (!FULL.test(output)) return;
  throw environmentError(
    `the disk with Docker's data is full: ${NEEDED}; see \`docker system df\` and ` +
      "`df -h $(docker info --format '{{.DockerRootDir}}')`, make room, and run again: nothing half-built is used",
    { cause },
  );
}
