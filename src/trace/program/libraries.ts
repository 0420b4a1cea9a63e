import { seen } from '../../model/json.ts';
import { invalidError } from '../../platform/errors.ts';

export interface Libraries {
  readonly libcurl: string;
  readonly libssl: string;
}

/** What a distribution calls a library; bpftrace would take more as the program's own words. */
const PLAIN_PATH = /^\/[\w.+/-]{1,200}$/;

/**
 * Two lines, the paths of libcurl and libssl. They come from inside a node, which is untrusted,
 * and go into the tracer's program.
 *
 * @throws PerfError (exit 4) when one is missing, or is no plain path
 */
export function parseLibraries(text: string): Libraries {
  const [libcurl, libssl, ...more] = text.replace(/\n$/, '').split('\n');
  if (!libcurl || !libssl) {
    throw invalidError(
      `the node image lacks libcurl-gnutls.so.4 or libssl.so.3: ldconfig knows ${seen(text, 200)}`,
    );
  }
  for (const path of [libcurl, libssl, ...more]) {
    if (PLAIN_PATH.test(path) && !path.split('/').includes('..')) continue;
    throw invalidError(
      `the node image has a library at ${seen(path, 200)}, which is no plain path`,
    );
  }
  if (more.length === 0) return { libcurl, libssl };
  throw invalidError(`the node image names ${2 + more.length} libraries where two were asked for`);
}
