/**
 * Takes a person's data out of the account: contact details, what was spoken about with this person, and the name in every text.
 * The history keeps that a contact was erased, by whom and when. What is stored elsewhere follows the commit (`erases`).
 */
import { appendErasure } from '../account/draft';
import { contactVersions, type Erasure, erasureOf, isContactKnown } from '../account/erasure';
import { refuse } from '../account/refusals';
import { defineCommand, type LoadedBefore } from './command';

interface EraseContactInput {
  contactId: string;
  /** Further words that texts call the person by: names in other spellings. They are not kept. */
  spellings?: string[];
  reason?: string;
}

/** The erasure that is to be done; null where the person has been erased already and no further spelling is given. */
const pendingErasure = (
  account: Parameters<typeof erasureOf>[0],
  { contactId, spellings = [] }: EraseContactInput,
  history: LoadedBefore['history'],
): Erasure | null =>
  spellings.length === 0 && contactVersions(account, history, contactId).length === 0
    ? null
    : erasureOf(account, history, contactId, spellings);

export const eraseContact = defineCommand<'eraseContact', EraseContactInput>({
  type: 'eraseContact',
  givenBy: 'manager',
  ofWithdrawn: true,
  reads: () => [],
  needs: () => ({ history: { from: 1 } }),
  erases: pendingErasure,
  decide: (draft, input, { history }) => {
    const { account } = draft;
    const { contactId } = input;
    if (!isContactKnown(account, history, contactId))
      return refuse('CONTACT_UNKNOWN', { facts: { contactId } });
    const erasure = pendingErasure(account, input, history);
    return erasure === null ? draft : appendErasure(draft, erasure, input.reason ?? null);
  },
});
