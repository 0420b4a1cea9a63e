import { plainLine } from '../../text/plain.ts';

/** A request that GitHub did not do, or of which that is not known. */
export class RequestFailure extends Error {
  /** Of the answer; undefined where there was none, or not a whole one. */
  readonly status: number | undefined;
  constructor(message: string, status: number | undefined, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RequestFailure';
    this.status = status;
  }
}

/** Whether the request may have been done all the same. */
export const isUncertain = ({ status }: RequestFailure): boolean =>
  status === undefined || status >= 500;

/** Of what GitHub says, in characters. */
const LONGEST = 300;

/**
 * What a request ended with, in one line. `doing` continues "could not": `list the comments`. The
 * text of the answer is shown as far as it is short and does not hold the token, whoever sent it.
 */
export function failureOf(error: unknown, doing: string, token: string): RequestFailure {
  if (error instanceof RequestFailure) return error;
  const status = answeredStatus(error);
  const said = error instanceof Error ? error.message : String(error);
  // Once more at the end: a cut may halve a character.
  const words = plainLine(plainLine(said).replaceAll(token, '***').slice(0, LONGEST));
  const answer = status === undefined ? 'no whole answer' : `GitHub answered ${status}`;
  // Without its cause: that one holds the request, and the request holds the token.
  return new RequestFailure(`could not ${doing}: ${answer} (${words})`, status);
}

/** What to do about it, as sentences; undefined where only trying again helps. */
export const remedyOf = ({ status = 0 }: RequestFailure): string | undefined =>
  REMEDIES.get(status);

const REMEDIES: ReadonlyMap<number, string> = new Map([
  [401, 'The token is not valid.'],
  [
    403,
    "The token may not write here: the job needs 'permissions: pull-requests: write'. " +
      'A locked conversation takes no comments either.',
  ],
  [404, 'The token does not see it: the pull request is gone, or the job lacks permissions.'],
]);

function answeredStatus(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const { status, response } = error as { status?: unknown; response?: unknown };
  // Octokit calls a lost connection a 500; only an answer comes with a response.
  return typeof status === 'number' && response !== undefined ? status : undefined;
}
