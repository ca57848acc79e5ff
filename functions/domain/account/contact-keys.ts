/** What a contact is found by when somebody asks for the erasure of a person's data: the whole name, mail address or phone number. */
import type { Contact } from './account';

const TITLE = /(様|さま|さん|氏|殿|先生)$/;

/** A name as it is compared: the same in any width, case and spacing. */
export const foldPersonName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・,.]+/g, '');

const foldMail = (email: string): string => email.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** As it is dialled within Japan. */
const foldPhone = (phone: string): string =>
  phone
    .normalize('NFKC')
    .replace(/^\s*\+81[\s-]*(\(0\))?/, '0')
    .replace(/\D/g, '');

/** Without what is too short to tell a person from others. */
const keysOf = (name: string, email: string, phone: string): string[] => [
  ...(name === '' ? [] : [`name:${name}`]),
  ...(email.includes('@') ? [`mail:${email}`] : []),
  ...(phone.length < 6 ? [] : [`phone:${phone}`]),
];

/** None of a person who has been erased. */
export const contactKeys = ({ name, email, phone, state }: Contact): string[] =>
  state === 'erased' ? [] : keysOf(foldPersonName(name), foldMail(email ?? ''), foldPhone(phone ?? ''));

/** The keys that a question may mean; a form of address behind the name makes no difference. */
export const contactKeysOfQuestion = (question: string): string[] => {
  const name = foldPersonName(question);
  const keys = [name, name.replace(TITLE, '')].flatMap((one) =>
    keysOf(one, foldMail(question), foldPhone(question)),
  );
  return [...new Set(keys)];
};
