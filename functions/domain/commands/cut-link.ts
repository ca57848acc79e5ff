import { append } from '../account/draft';
import { refuse } from '../account/refusals';
import { refuseBlankNote } from '../account/required-note';
import { filing, standingOf } from '../account/standing';
import { defineCommand } from './command';

/** Cuts the link to the successor: the account stays on file without one, and what a merge brought over stays where it is. */
export const cutLink = defineCommand<'cutLink', { reason: string }>({
  type: 'cutLink',
  givenBy: 'manager',
  reads: () => ['onFile'],
  decide: (draft, { reason }, context) => {
    const { account } = draft;
    const { standing } = account;
    const onFile = filing(standing);
    if (onFile === null || onFile.successorId === null) return refuse('LINK_NONE');
    const unsaid = refuseBlankNote(reason, context);
    if (unsaid !== null) return unsaid;
    const cut = standingOf(standing.status, {
      ...standing,
      onFile: { ...onFile, successorId: null },
      merged: null,
    });
    return append(draft, 'linkCut', { ...account, standing: cut }, { reason });
  },
});
