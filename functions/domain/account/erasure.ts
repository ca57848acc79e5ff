/** Whose data is erased, and by which words the person is found in texts. */
import { type Account, type Contact, partById, sortedById } from './account';
import { type AccountChange, isPartChange } from './account-change';
import { ERASED_TEXT, familyNamesOf, type PersonWords, sortedWords, wordsOf } from './erased-text';
import type { HistoryEntry } from './history';

export interface Erasure extends PersonWords {
  contactId: string;
  /** How logged activities name the person: taken out of stored answers where they are the whole text. */
  labels: readonly string[];
}

/** The contact as it was at any time; nothing of a person who is not known or has been erased. */
export const contactVersions = (
  { contacts }: Pick<Account, 'contacts'>,
  history: readonly HistoryEntry[],
  contactId: string,
): Contact[] => {
  const changes = changesOf(history);
  const versions = changes.flatMap((change) =>
    isPartChange(change, 'contacts') && change.path === `contacts.${contactId}`
      ? [change.before, change.after]
      : [],
  );
  return [partById(contacts, contactId) ?? null, ...versions].flatMap((version) =>
    version === null || version.state === 'erased' ? [] : version,
  );
};

/** Whether the account has or had this contact, also one who has been erased. */
export const isContactKnown = (
  account: Pick<Account, 'contacts'>,
  history: readonly HistoryEntry[],
  contactId: string,
): boolean =>
  partById(account.contacts, contactId) !== undefined ||
  contactVersions(account, history, contactId).length > 0 ||
  history.some(({ events }) =>
    events.some((event) => event.type === 'contactErased' && event.data.contactId === contactId),
  );

/** `spellings` are further words that the person is called by. */
export const erasureOf = (
  account: Pick<Account, 'contacts' | 'activities'>,
  history: readonly HistoryEntry[],
  contactId: string,
  spellings: readonly string[],
): Erasure => {
  const others = sortedById(account.contacts).filter(({ id }) => id !== contactId);
  const versions = contactVersions(account, history, contactId);
  return {
    contactId,
    words: sortedWords([...wordsOf(versions, others), ...spellings]),
    familyNames: familyNamesOf([...versions.map(({ name }) => name), ...spellings], others),
    labels: sortedWords(labelsOf(account, history, contactId)).filter((label) => label !== ERASED_TEXT),
  };
};

const changesOf = (history: readonly HistoryEntry[]): AccountChange[] =>
  history.flatMap(({ events }) => events.flatMap(({ changes }) => changes));

const labelsOf = (
  { activities }: Pick<Account, 'activities'>,
  history: readonly HistoryEntry[],
  contactId: string,
): string[] => {
  const changed = changesOf(history).flatMap((change) =>
    isPartChange(change, 'activities') ? [change.before, change.after] : [],
  );
  return [...Object.values(activities), ...changed].flatMap((activity) =>
    activity?.contactId === contactId ? activity.with : [],
  );
};
