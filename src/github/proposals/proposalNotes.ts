import { refreshCommand, refreshComment } from '../../report/build/comparison/remedies.ts';
import { codeBlock, escapeMarkdown } from '../../text/escapeMarkdown.ts';
import type { Proposed } from './proposals.ts';

/** What a proposal was about. */
export interface ProposalFacts {
  readonly workloads: readonly string[];
  readonly measured: Parameters<typeof refreshCommand>[1];
  /** The newest commit of the pull request that asked, as it is now, and whether that is open. */
  readonly asker?: { readonly headSha: string; readonly open: boolean } | undefined;
  /** Whether the token is the job's own, whose commits start no workflow. */
  readonly ownToken: boolean;
  /** `https://github.com/owner/name`. */
  readonly home: string;
  readonly base: string;
}

/** What became of a proposal, as Markdown for whoever asked. */
export function proposalNote(proposed: Proposed, facts: ProposalFacts): string {
  const { asker, home, base } = facts;
  switch (proposed.kind) {
    case 'committed':
      return `The new baselines are committed as ${proposed.commit}.${startsNothing(facts)}`;
    case 'proposed':
      return (
        `The new baselines are in #${proposed.pullRequest}` +
        `${asker ? ', which is to be merged together with this' : ''}.${startsNothing(facts)}`
      );
    case 'there':
      return 'The baselines are there already: nothing was changed.';
    case 'moved':
      return asker && !asker.open
        ? 'This pull request is closed by now: nothing was changed.'
        : 'There are newer commits than the one that was measured: nothing was changed. Look at them, then ' +
            `write\n\n${codeBlock(refreshComment(facts.workloads, { headSha: asker?.headSha ?? 'COMMIT' }))}`;
    case 'refused': {
      const { failure, branch } = proposed;
      const link = `${home}/compare/${encoded(base)}...${encoded(branch ?? '')}?expand=1`;
      const byHand = branch === undefined ? [] : [`A person can [open the pull request](${link}).`];
      return [
        `The new baselines could not be proposed: ${escapeMarkdown(failure.message)}.`,
        failure.status === 403 ? RIGHTS : '',
        ...byHand,
        'Whoever can run it gets the same in a checkout, and commits it:',
        `\n\n${codeBlock(refreshCommand(facts.workloads, facts.measured))}`,
      ]
        .filter((words) => words !== '')
        .join(' ');
    }
  }
}

const RIGHTS =
  'The job needs `contents: write` and `pull-requests: write`, and to open a pull request the ' +
  'settings of the repository must allow it (Actions, General, Workflow permissions).';

/** Nothing that a refresh found has to be accepted. */
export const NOTHING_TO_ACCEPT =
  'Nothing to accept: what was measured is what the baselines say. Nothing was changed.';

const startsNothing = ({ ownToken }: ProposalFacts): string =>
  ownToken
    ? " GitHub starts no workflow for it, as it was made with the job's own token: to have it checked, " +
      'close and reopen the pull request.'
    : '';

/** Slashes stay, as GitHub's addresses have them. */
const encoded = (name: string): string => name.split('/').map(encodeURIComponent).join('/');
