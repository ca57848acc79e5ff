/** Finds the contact whom a line names. What could be another person is in doubt, and nothing is guessed. */
import { type Account, type Contact, sortedById } from '../account/account';
import { foldWord } from '../text/fold-word';
import { type AddressedName, ranksIn } from './addressed-name';
import { addressedName } from './line-person';

export type NamedContact =
  | { contact: Contact }
  /** Several are called so, the only one has another job, or the name itself may be split in several ways. */
  | 'inDoubt'
  /** Nobody here is called so. */
  | { newName: string; title: string | null };

export const namedContact = (person: string, account: Account): NamedContact => {
  const addressed = addressedName(person);
  const called = presentCalled(addressed, account);
  const [one] = called;
  if (one === undefined)
    return addressed.isSure ? { newName: addressed.names[0], title: addressed.title } : 'inDoubt';
  const fitting = called.filter((contact) => mayHaveRank(contact, addressed.rank));
  const titled = fitting.filter(({ title }) => addressed.rank !== null && title?.includes(addressed.rank));
  const [contact, ...others] = fitting.length > 1 && titled.length > 0 ? titled : fitting;
  return contact === undefined || others.length > 0 ? 'inDoubt' : { contact };
};

/** The present contacts with that name or, failing that, with a name that begins so: 佐藤様 finds 佐藤花子. */
const presentCalled = ({ names }: AddressedName, account: Account): Contact[] => {
  const present = sortedById(account.contacts).filter(({ state }) => state === 'present');
  for (const [index, name] of names.entries()) {
    const exact = present.filter((contact) => foldWord(plainName(contact)) === foldWord(name));
    const alike = present.filter((contact) => isCalled(contact, foldWord(name), index === 0));
    if (exact.length + alike.length > 0) return exact.length > 0 ? exact : alike;
  }
  return [];
};

/** A contact may be stored with a form of address, as 佐藤様. */
const plainName = ({ name }: Contact): string => addressedName(name).names[0];

/** English names have the family name at the end, so every part of a name is compared. */
const isCalled = (contact: Contact, name: string, mayBegin: boolean): boolean => {
  const parts = plainName(contact).split(/\s+/).map(foldWord);
  const [whole = ''] = parts;
  return parts.includes(name) || (parts.length === 1 && mayBegin && beginsWith(whole, name));
};

/** One character begins many family names: 林 is not the one of 林田三郎, whose name is too long for that. */
const beginsWith = (whole: string, name: string): boolean =>
  whole.startsWith(name) && (name.length > 1 || whole.length <= 3);

/** The only 佐藤 is a 課長: 佐藤部長 may be another person, or the same one since promoted. */
const mayHaveRank = ({ title }: Contact, rank: string | null): boolean => {
  const known = rank === null ? [] : ranksIn(title ?? '');
  return known.length === 0 || known.some((one) => one === rank);
};
