import type { ContactInput } from '../account/command-inputs';
import { upsertContact } from '../account/contacts';
import { definedFields } from '../account/defined-fields';
import { defineCommand } from './command';

export const saveContact = defineCommand<'saveContact', { contact: ContactInput }>({
  type: 'saveContact',
  givenBy: 'rep',
  // The paths of what is said, so that two people may edit two cells of one row.
  reads: ({ contact: { id, ...said } }) =>
    id === undefined ? [] : Object.keys(definedFields(said)).map((field) => `contacts.${id}.${field}`),
  decide: (draft, { contact }, context) => upsertContact(contact, context)(draft),
});
