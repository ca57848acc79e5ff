/** A change of job: the person has left the one company and is a contact of the other, each with a link to the other. */
import { type Account, type Contact, contactById, sortedById } from '../account/account';
import type { ContactMove } from '../account/account-event';
import { savedContactId, withContact } from '../account/contacts';
import { otherAccount } from '../account/decision-context';
import { definedFields } from '../account/defined-fields';
import { append } from '../account/draft';
import { refuse } from '../account/refusals';
import { successorIdOf } from '../account/standing';
import { defineCommand } from './command';
import type { ReceiveContactInput } from './receive-contact';

export interface MoveContactInput {
  contactId: string;
  /** The account of the company that the person is with now. */
  toId: string;
  /** These four fields of the person at the new company; those of the company before are not carried over. */
  department?: string;
  title?: string;
  email?: string;
  phone?: string;
}

/** The ID of the contact at the new company: somebody who comes back gets the contact that they were before. */
const contactThere = (to: Account, account: Account, { id, name }: Contact, department?: string): string =>
  sortedById(to.contacts).find(
    ({ state, movedTo }) =>
      state !== 'erased' && movedTo?.accountId === account.id && movedTo.contactId === id,
  )?.id ?? savedContactId(to, { name, ...(department === undefined ? {} : { department }) });

/** The half of the company that the person has left. */
export const moveContact = defineCommand<
  'moveContact',
  MoveContactInput,
  { type: 'receiveContact' } & ReceiveContactInput
>({
  type: 'moveContact',
  givenBy: 'rep',
  reads: ({ contactId }) => [
    `contacts.${contactId}.name`,
    `contacts.${contactId}.state`,
    `contacts.${contactId}.movedTo`,
  ],
  needs: ({ toId }) => ({ accountIds: [toId] }),
  counterpart: (account, { contactId, toId, department, title, email, phone }, events) => {
    const contact = contactById(account, contactId);
    const move = events.flatMap((event) => (event.type === 'contactMoved' ? event.data : []))[0];
    if (contact === undefined || move === undefined) return null;
    const there = definedFields({ department, title, email, phone });
    return { accountId: toId, command: { type: 'receiveContact', move, contact, there } };
  },
  decide: (draft, { contactId, toId, department }, context) => {
    const { account } = draft;
    const contact = contactById(account, contactId);
    if (contact === undefined) return refuse('CONTACT_UNKNOWN', { facts: { contactId } });
    if (toId === account.id) return refuse('CONTACT_MOVE_SAME', { facts: { toId } });
    if (contact.movedTo !== undefined && contact.state !== 'present')
      return contact.movedTo.accountId === toId
        ? draft
        : refuse('CONTACT_MOVED', {
            facts: { contactId, toId: contact.movedTo.accountId, toName: contact.movedTo.company },
          });
    const to = otherAccount(context, toId);
    if (to === null) return refuse('CONTACT_MOVE_UNKNOWN', { facts: { toId } });
    const successorId = successorIdOf(to);
    if (successorId !== null) return refuse('CONTACT_MOVE_FILED', { facts: { toId, successorId } });
    const toContactId = contactThere(to, account, contact, department);
    const move: ContactMove = {
      ...{ fromId: account.id, fromName: account.name, fromContactId: contactId },
      fromVersion: account.version + 1,
      ...{ toId, toName: to.name, toContactId, toVersion: to.version + 1 },
    };
    const movedTo = { accountId: toId, contactId: toContactId, company: to.name, on: context.today };
    return append(draft, 'contactMoved', withContact(account, { ...contact, state: 'left', movedTo }), {
      data: move,
    });
  },
});
