import { type Contact, contactById } from '../account/account';
import type { ContactMove } from '../account/account-event';
import type { ContactInput } from '../account/command-inputs';
import { savedContact, withContact } from '../account/contacts';
import { definedFields } from '../account/defined-fields';
import { append } from '../account/draft';
import { isRefusal } from '../account/refusals';
import { defineSystemCommand } from './command';

export interface ReceiveContactInput {
  move: ContactMove;
  /** As it was at the company before. */
  contact: Contact;
  /** As it is here. */
  there: Pick<ContactInput, 'department' | 'title' | 'email' | 'phone'>;
}

/**
 * A change of job on the account of the new company. What the person asked of us goes along, and which members speak with them. A
 * present contact of the same name is taken for this person.
 */
export const receiveContact = defineSystemCommand<'receiveContact', ReceiveContactInput>({
  type: 'receiveContact',
  givenBy: 'system',
  reads: () => [],
  decide: (draft, { move, contact, there }, context) => {
    const { account } = draft;
    const known = contactById(account, move.toContactId);
    const saved = savedContact(
      account,
      {
        ...there,
        ...(known === undefined ? {} : { id: known.id }),
        name: known?.name ?? contact.name,
        state: 'present',
        speaksWith: [...new Set([...(known?.speaksWith ?? []), ...contact.speaksWith])],
        ...definedFields({ doNotContact: contact.doNotContact, daysBetween: contact.daysBetween }),
      },
      context,
    );
    if (isRefusal(saved)) return saved;
    const { movedTo: _, ...here } = saved;
    const movedFrom = {
      ...{ accountId: move.fromId, contactId: move.fromContactId },
      ...{ company: move.fromName, on: context.today },
    };
    return append(draft, 'contactMoved', withContact(account, { ...here, movedFrom }), { data: move });
  },
});
