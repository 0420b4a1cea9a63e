/**
 * What the Haskell programs are compiled from, and nothing else: the compiler does not get the other
 * files at all, so that what is kept of one compilation holds for every checkout with equal ones.
 * `test/hs` is among them as Ganeti's Makefile looks for it.
 */
const HASKELL =
  /^(?:(?:app|src|regex|cabal|autotools|test\/hs)\/.|(?:autogen\.sh|configure\.ac|Makefile\.am|ganeti\.cabal|Setup\.lhs|vcs-version)$)/;

/** What an installation has no use for: documentation, tests, what git and GitHub are told. */
const UNUSED =
  /^(?:(?:\.github|\.devcontainer|man|qa|test)\/|NEWS$|\.git)|^doc\/.*\.(?:rst|png|svg|dot|css)$/;

export interface SourceSplit {
  readonly haskell: readonly string[];
  /** Python, scripts, examples: all that is installed besides. */
  readonly rest: readonly string[];
}

/** The files of a checkout, by what they are needed for; what is needed for nothing is in neither. */
export function splitFiles(files: readonly string[]): SourceSplit {
  const haskell = files.filter((file) => HASKELL.test(file));
  const rest = files.filter((file) => !HASKELL.test(file) && !UNUSED.test(file));
  return { haskell, rest };
}
