/** What a hand-over note can say of an account by what it has already: who was met, and BANT as it is answered. */
import { BANT_VALUE_LABELS } from '../status/code-list-texts';
import { BANT_KEYS } from '../status/code-lists';
import type { Text } from '../text/text';
import type { AccountRecord } from './account-record';
import { INPUT_FIELD_LABELS } from './input-field-texts';

/** How many people of the latest meetings are named: nobody reads a note with more. */
const MOST_PEOPLE = 3;
const COMMA: Text = { ja: '、', en: ', ' };

type KnownParts = Pick<AccountRecord, 'activities' | 'contacts' | 'bant'>;

/** The people met, the latest first; null where nobody was met. */
export const metInWords = ({ activities, contacts }: KnownParts, language: keyof Text): string | null => {
  const meetings = Object.values(activities)
    .filter(({ kind }) => kind === 'meeting')
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  const people = meetings.flatMap(({ contactId, with: words }): string | never[] => {
    const contact = contactId === null ? undefined : contacts[contactId];
    if (contact === undefined) return words || [];
    const { name, department, title } = contact;
    const place = [department, title].filter((part) => part !== null && part !== '').join(' ');
    return place === '' ? name : language === 'ja' ? `${name}(${place})` : `${name} (${place})`;
  });
  return [...new Set(people)].slice(0, MOST_PEOPLE).join(COMMA[language]) || null;
};

/** The answers to BANT that are known; null where there are none. */
export const bantInWords = ({ bant }: KnownParts, language: keyof Text): string | null =>
  BANT_KEYS.filter((key) => bant[key].value !== 'unknown')
    .map(
      (key) =>
        `${INPUT_FIELD_LABELS[`bant.${key}`][language]}: ${BANT_VALUE_LABELS[bant[key].value][language]}`,
    )
    .join(COMMA[language]) || null;
