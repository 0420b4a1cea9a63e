import * as core from '@actions/core';
import { apiOf, type Api } from '../github/client/api.ts';
import { createClient, TIMING, type Client } from '../github/client/client.ts';
import type { Log } from '../platform/log/log.ts';
import type { Runner } from '../settings/runner.ts';

/** How GitHub is spoken to about the repository of this workflow. */
export interface Connected {
  readonly client: Client;
  readonly api: Api;
  /** Milliseconds before looking for what may have been done. */
  readonly pause: number;
}

/** The token is masked first. */
export function connect(token: string, { apiUrl, repository }: Runner, log: Log): Connected {
  core.setSecret(token);
  const note = (line: string): void => log.debug(line);
  const client = createClient({ apiUrl, token, timing: TIMING, note });
  return { client, api: apiOf(client, repository, token), pause: 3 * TIMING.second };
}
