/**
 * Whether docker's own words say that it lost the engine. The same stream carries what a command in a container
 * said, whose `Connection refused` is about its own peers: hence whole lines, as docker begins them.
 */
export const tellsOfLostEngine = (stderr: string): boolean =>
  /^(?:docker: )?(?:Cannot connect to the Docker daemon|failed to connect to the docker API|error during connect: |unexpected EOF\r?$)/im.test(
    stderr,
  );
