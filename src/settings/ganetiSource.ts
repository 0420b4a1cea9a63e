import * as z from 'zod';

export const SUITES = ['bookworm', 'trixie'] as const;

/** Where the Ganeti under test comes from. */
export type GanetiSource =
  /** Debian's own package. */
  | { readonly kind: 'debian'; readonly suite: (typeof SUITES)[number] }
  /** A checkout of Ganeti's source, which is built. */
  | { readonly kind: 'source'; readonly folder: string }
  /** A node image that somebody made. */
  | { readonly kind: 'image'; readonly reference: string };

/** As `--ganeti` takes it. */
export function ganetiText(source: GanetiSource): string {
  switch (source.kind) {
    case 'debian':
      return `debian:${source.suite}`;
    case 'source':
      return `source:${source.folder}`;
    case 'image':
      return `image:${source.reference}`;
  }
}

/** As a measurement names it: which folder it was says nothing on another machine, and the revision is there. */
export const sourceName = (source: GanetiSource): string =>
  source.kind === 'source' ? 'source' : ganetiText(source);

/** Whether a measurement may name it. */
export const isSourceName = (name: string): boolean =>
  name === 'source' || (!name.startsWith('source:') && ganetiSource.safeParse(name).success);

const FORMS = 'debian:bookworm, debian:trixie, source:DIR or image:REF';

/** Docker's grammar, near enough: the engine has the last word, but no option gets through here. */
const REFERENCE = /^[a-zA-Z0-9][\w.:/@-]{0,254}$/;

const isPath = (text: string): boolean => /^(?:\.{0,2}\/|\.{1,2}$|~)/.test(text);

/** `debian:bookworm` and its like, as a {@link GanetiSource}. */
export const ganetiSource = z.string().transform((text, context): GanetiSource => {
  const [kind = '', ...rest] = text.split(':');
  const value = rest.join(':');
  const suite = SUITES.find((name) => name === value);
  if (kind === 'debian' && suite !== undefined) return { kind, suite };
  if (kind === 'image' && REFERENCE.test(value)) return { kind, reference: value };
  if (kind === 'source' && value !== '' && !value.includes('\0')) return { kind, folder: value };
  const message =
    kind === 'source' && value === ''
      ? `'${text}' names no folder; name a checkout of Ganeti, as source:../ganeti`
      : `must be ${FORMS}, got '${text}'${isPath(text) ? `; a checkout is 'source:${text}'` : ''}`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});
