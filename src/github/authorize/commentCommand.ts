/** What a comment asks for; `none`: it is not for us, as nearly all comments are not. */
export type CommentCommand =
  | { readonly kind: 'none' }
  /** It is for us, and not understood. */
  | { readonly kind: 'bad' }
  | {
      readonly kind: 'refresh';
      /** The beginning of a commit, 7 digits at least, in lower case. */
      readonly sha: string;
      /** None: those that are measured unless others are named. */
      readonly workloads: readonly string[];
    };

/** As people have to write it. */
export const FORM = '/ganeti-perf refresh COMMIT [WORKLOAD ...]';

const NAME = /^\/ganeti-perf(?![\w-])/;
const REFRESH = /^\/ganeti-perf +refresh +([0-9a-f]{7,40})((?: +[a-z][a-z0-9-]{0,59}){0,20}) *$/i;

/**
 * Reads a comment, which is untrusted: the first line is the command, whatever comes after it is
 * for people.
 */
export function parseCommentCommand(body: string): CommentCommand {
  const [line = ''] = body.split(/\r?\n/, 1);
  if (!NAME.test(line)) return { kind: 'none' };
  const [, sha, names = ''] = REFRESH.exec(line) ?? [];
  if (sha === undefined) return { kind: 'bad' };
  const workloads = [...new Set(names.split(' ').filter(Boolean))];
  return { kind: 'refresh', sha: sha.toLowerCase(), workloads };
}
