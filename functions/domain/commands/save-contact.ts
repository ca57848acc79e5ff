import type { ContactInput } from '../account/command-inputs';
import { upsertContact } from '../account/contacts';
import { defineCommand } from './command';

export const saveContact = defineCommand<'saveContact', { contact: ContactInput }>({
  type: 'saveContact',
  givenBy: 'rep',
  reads: ({ contact }) => (contact.id === undefined ? [] : [`contacts.${contact.id}`]),
  decide: (draft, { contact }, context) => upsertContact(contact, context)(draft),
});
