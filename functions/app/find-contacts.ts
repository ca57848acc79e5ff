/** Who asks for the erasure of their data gives a name, an address or a number: every contact in the register that it fits. */
import type { ContactsAnswer } from '../contract/contacts';
import { sortedById } from '../domain/account/account';
import { contactKeys, contactKeysOfQuestion } from '../domain/account/contact-keys';
import { documentProblem } from '../domain/account/unreadable-document';
import { readAccountsOfPerson } from '../store/contact-searches';
import type { Database } from '../store/firestore';
import { isReindexed } from '../store/reindex';

export const findContacts = async (db: Database, question: string): Promise<ContactsAnswer> => {
  const keys = contactKeysOfQuestion(question);
  const [{ accounts, unreadable, hasMore }, isComplete] = await Promise.all([
    readAccountsOfPerson(db, question),
    isReindexed(db),
  ]);
  const contacts = accounts.flatMap(({ id, name, standing: { status }, ...account }) =>
    sortedById(account.contacts)
      .filter((contact) => contactKeys(contact).some((key) => keys.includes(key)))
      .map((contact) => ({
        account: { id, name, status },
        contactId: contact.id,
        name: contact.name,
        department: contact.department,
        email: contact.email,
        phone: contact.phone,
      })),
  );
  return { contacts, more: hasMore, complete: isComplete, problems: unreadable.map(documentProblem) };
};
