import { append } from '../account/draft';
import { refuse } from '../account/refusals';
import { defineCommand } from './command';

/** The account stays on file, but nothing stands for it any more; what was brought over stays where it is. */
export const cutLink = defineCommand<'cutLink', { reason: string }>({
  type: 'cutLink',
  givenBy: 'manager',
  reads: () => ['onFile'],
  decide: (draft, { reason }) => {
    const { account } = draft;
    if (account.onFile?.successorId == null) return refuse('LINK_NONE');
    return append(
      draft,
      'linkCut',
      { ...account, onFile: { ...account.onFile, successorId: null }, merged: null },
      { reason },
    );
  },
});
