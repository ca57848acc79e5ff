/** The contact persons of a row. */
import type { ContactInput } from '../domain/account/command-inputs';
import { definedFields } from '../domain/account/defined-fields';
import type { ListRow } from './company-list';
import { phoneOf } from './phone-number';
import { BETWEEN_MAILS } from './plain-values';
import type { RowReading } from './row-reading';
import { saysForbidden } from './yes-or-no';

type Values = ListRow['values'];

const FORM_OF_ADDRESS = /\s*(?:様|さま|殿|御中)$/;

const oneLine = (value: string | undefined): string | undefined => value?.replace(/\s+/g, ' ').trim();

const isWestern = (text: string): boolean => /^[ -~\u00c0-\u024f]*$/.test(text);

type NameParts = { [Part in 'contactName' | 'contactFamilyName' | 'contactGivenName']?: string | undefined };

/** The family name comes first, except in a western name. */
export const wholeName = ({
  contactName,
  contactFamilyName,
  contactGivenName,
}: NameParts): string | undefined => {
  if (contactName !== undefined) return contactName;
  const parts = [contactFamilyName, contactGivenName].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return (parts.every(isWestern) ? parts.reverse() : parts).join(' ');
};

/** An address of a company that several people read. */
const SHARED_ADDRESS =
  /^(?:info|contact|inquiry|sales|support|office|mail|admin|webmaster|postmaster|hello|help|service|soumu|eigyo|eigyou|jinji|kouhou|pr|recruit|no-?reply)\b/i;

/** The longest text that the store accepts. */
const LONGEST = 200;

/** A branch is no separate company, but the place where the person works. */
const departmentIn = (branch: string | undefined, department: string | undefined): string | undefined => {
  const parts = [branch, department].flatMap((part) => oneLine(part) || []);
  return parts.length === 0 ? undefined : parts.join(' ').slice(0, LONGEST);
};

/** The first one, and those of the columns for further ones. */
export const contactsOf = (
  { values, complain, remark }: Pick<RowReading, 'values' | 'complain' | 'remark'>,
  further: readonly Values[],
): (ContactInput & { name: string })[] =>
  [values, ...further].flatMap((person, index) => {
    const { contactPhone: _, ...others } = person;
    const phone = phoneOf({ values: person, remark }, 'contactPhone');
    const contact = contactOf({ ...others, ...definedFields({ contactPhone: phone }) });
    if (index === 0) return contact ?? [];
    if (Object.values(person).some((value) => value.length > LONGEST))
      complain('VALUE_TOO_LONG', 'furtherContact');
    if (contact === undefined) remark('CONTACT_WITHOUT_NAME', 'furtherContact');
    return contact ?? [];
  });

/** The first of several in a cell. */
const firstMail = (cell: string | undefined): string | undefined => cell?.split(BETWEEN_MAILS)[0];

/** Undefined where the row names nobody. A bare mail address is the person's, unless it is one that companies share. */
export const contactOf = (values: Values): (ContactInput & { name: string }) | undefined => {
  const name = oneLine(wholeName(values))?.replace(FORM_OF_ADDRESS, '');
  if (name === undefined || name === '') return undefined;
  const { branch, contactDepartment, contactTitle, contactEmail, contactPhone, email } = values;
  const own = email === undefined || !email.includes('@') || SHARED_ADDRESS.test(email) ? undefined : email;
  return definedFields({
    name,
    department: departmentIn(branch, contactDepartment),
    title: oneLine(contactTitle),
    email: oneLine(firstMail(contactEmail ?? own)),
    phone: oneLine(contactPhone),
    doNotContact: saysForbidden(values.doNotContact) ? true : undefined,
  });
};
