/** The people we speak with. */
import { type Account, type Contact, contactById, partById, sortedById } from './account';
import type { ContactInput } from './command-inputs';
import { type DecisionContext, nextPartId } from './decision-context';
import { definedFields, saidOrKnown } from './defined-fields';
import { announceCondition, append, MAX_CONTACTS, type Mutation } from './draft';
import { requiredField } from './input-fields';
import { isRefusal, type Refusal, refuse } from './refusals';
import { quarterlyCheckStanding, runningCheck } from './standing';

const isSameText = (a: string, b: string): boolean =>
  a.normalize('NFKC').trim() === b.normalize('NFKC').trim();

/**
 * The contact that is meant: by its ID or, without one, the only person of that name who is still there and whose
 * department is no other one. Undefined: a new one.
 */
const findContact = (account: Account, { id, name, department }: ContactInput): Contact | undefined => {
  if (id !== undefined) return contactById(account, id);
  const alike = sortedById(account.contacts).filter(
    (known) =>
      known.state === 'present' &&
      isSameText(known.name, name ?? '') &&
      (department == null || known.department === null || isSameText(known.department, department)),
  );
  return alike.length === 1 ? alike[0] : undefined;
};

/** The ID of the contact that saving this input makes or changes. */
export const savedContactId = (account: Account, input: ContactInput): string =>
  input.id ?? findContact(account, input)?.id ?? nextPartId('c', account, account.contacts);

/** The contact that saving makes or changes, as it is afterwards. */
export const savedContact = (
  account: Account,
  input: ContactInput,
  context: DecisionContext,
): Contact | Refusal => {
  const known = findContact(account, input);
  if (input.id !== undefined && known === undefined)
    return refuse('CONTACT_UNKNOWN', { facts: { contactId: input.id } });
  if (known === undefined && Object.keys(account.contacts).length >= MAX_CONTACTS)
    return refuse('LIMIT_REACHED', { facts: { contacts: MAX_CONTACTS } });
  const name = (input.name ?? '').trim();
  if (name === '' && (known === undefined || input.name !== undefined))
    return refuse('CONTACT_NAME_NEEDED', { missing: [requiredField('contactId', context.settings)] });
  const stranger = (input.speaksWith ?? []).find((id) => partById(context.members, id) === undefined);
  if (stranger !== undefined) return refuse('MEMBER_UNKNOWN', { facts: { memberId: stranger } });
  return {
    id: savedContactId(account, input),
    name: input.id === undefined ? (known?.name ?? name) : (input.name ?? known?.name ?? name),
    department: saidOrKnown(input.department, known?.department),
    title: saidOrKnown(input.title, known?.title),
    email: saidOrKnown(input.email, known?.email),
    phone: saidOrKnown(input.phone, known?.phone),
    state: input.state ?? known?.state ?? 'present',
    speaksWith: input.speaksWith ?? known?.speaksWith ?? [],
    ...definedFields({
      role: saidOrKnown(input.role, known?.role) || undefined,
      doNotContact: (input.doNotContact ?? known?.doNotContact) ? (true as const) : undefined,
      daysBetween: saidOrKnown(input.daysBetween, known?.daysBetween) ?? undefined,
      movedTo: known?.movedTo,
      movedFrom: known?.movedFrom,
    }),
  };
};

export const withContact = (account: Account, contact: Contact): Account => ({
  ...account,
  contacts: { ...account.contacts, [contact.id]: contact },
});

export const upsertContact =
  (input: ContactInput, context: DecisionContext): Mutation =>
  (draft) => {
    const contact = savedContact(draft.account, input, context);
    return isRefusal(contact) ? contact : append(draft, 'contactSaved', withContact(draft.account, contact));
  };

/** Sets whom we keep in touch with and what the check waits for; undefined leaves one as it is. Null where both are undefined. */
export const awaitContactOrCondition = (
  contactId: string | undefined,
  awaitedCondition: string | null | undefined,
): Mutation | null => {
  if (contactId === undefined && awaitedCondition === undefined) return null;
  return (draft) => {
    const { account } = draft;
    if (contactId !== undefined && contactById(account, contactId) === undefined)
      return refuse('CONTACT_UNKNOWN', { facts: { contactId } });
    const after = { ...account, awaitedContactId: contactId ?? account.awaitedContactId };
    if (awaitedCondition === undefined) return append(draft, 'contactSaved', after);
    const check = runningCheck(account.standing);
    if (check === null) return announceCondition(draft, after, awaitedCondition);
    const standing = quarterlyCheckStanding({ ...check, awaitedCondition });
    return append(draft, 'nextCheckSet', { ...after, standing });
  };
};
