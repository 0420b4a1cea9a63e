import { z } from 'zod';

export const SUITES = ['bookworm', 'trixie'] as const;

/** Where the Ganeti under test comes from. */
export type GanetiSource =
  /** Debian's own package. */
  | { readonly kind: 'debian'; readonly suite: (typeof SUITES)[number] }
  /** A node image that somebody made. */
  | { readonly kind: 'image'; readonly reference: string };

/** As `--ganeti` takes it, and as a measurement names it. */
export const ganetiText = (source: GanetiSource): string =>
  source.kind === 'debian' ? `debian:${source.suite}` : `image:${source.reference}`;

const FORMS = 'debian:bookworm, debian:trixie or image:REF';

/** Docker's grammar, near enough: the engine has the last word, but no option gets through here. */
const REFERENCE = /^[a-zA-Z0-9][\w.:/@-]{0,254}$/;

/** `debian:bookworm` and its like, as a {@link GanetiSource}. */
export const ganetiSource = z.string().transform((text, context): GanetiSource => {
  const [kind = '', ...rest] = text.split(':');
  const value = rest.join(':');
  const suite = SUITES.find((name) => name === value);
  if (kind === 'debian' && suite !== undefined) return { kind, suite };
  if (kind === 'image' && REFERENCE.test(value)) return { kind, reference: value };
  const message =
    kind === 'source'
      ? `cannot be '${text}': building from a source folder is not supported yet; use ${FORMS}`
      : `must be ${FORMS}, got '${text}'`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});
