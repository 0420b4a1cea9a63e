import pc from 'picocolors';

/** The colours to write to a stream with; none at all where it wants none. */
export const coloursFor = (
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>> = process.env,
) => pc.createColors(wantsColour(env, stream));

/**
 * Whether to write colours to a stream: the NO_COLOR and FORCE_COLOR conventions, else whether it
 * is a terminal. (picocolors' own answer is about stdout; progress goes to stderr.)
 */
export function wantsColour(
  env: Readonly<Record<string, string | undefined>>,
  stream: { readonly isTTY?: boolean },
): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}
