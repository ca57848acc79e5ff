/** Forms about a part of an account: a contact, an opportunity, a product, and what follows when the last one ends. */
import { type Contact, type ProductUse, partById } from '../../../functions/domain/account/account';
import type { ContactInput, ProductInput } from '../../../functions/domain/account/command-inputs';
import { bantInWords, metInWords } from '../../../functions/domain/account/known-hand-over';
import { productsInUse } from '../../../functions/domain/account/product-use';
import { mayWrite } from '../../../functions/domain/account/team';
import { CONTACT_STATE_LABELS, PRODUCT_STATE_LABELS } from '../../../functions/domain/status/code-list-texts';
import { keysOf } from '../../../functions/domain/status/table-keys';
import { text } from '../../../functions/domain/text/text';
import type { AccountView } from '../../script-api';
import { type CommandForm, commandForm } from '../kit/command-form';
import { type FormField, fieldByKey } from '../kit/form-data';
import type { InputOf, TransitionInput } from '../kit/form-input';
import { tAccount } from '../messages/account-catalog';
import type { Viewer } from '../messages/viewer';
import { forecastFields, lostOpportunityFields } from '../status/transition-fields';
import { aboutAccount, accountField, nullIfMissing } from './account-field';
import { decisionFields, decisionOf } from './decision-fields';
import { choicesOf } from './log-contact-form';

type Choices = FormField['choices'];

/** Our products come with any offer that asks for one; there are none where no move does. */
const productChoices = ({ offers }: AccountView): Choices =>
  offers
    .flatMap(({ asks }) => asks)
    .find(({ key }) => ['product.product', 'opportunity.product', 'fit.products'].includes(key))?.choices ??
  [];

/** Sends only what differs, so that two people can correct different details of one contact. */
const changedIn = (known: Contact, said: Omit<ContactInput, 'id'>): Omit<ContactInput, 'id'> => {
  const shown = { role: null, doNotContact: false, daysBetween: null, ...known };
  return Object.fromEntries(
    keysOf(said).flatMap((key) =>
      JSON.stringify(said[key]) === JSON.stringify(shown[key]) ? [] : [[key, said[key]]],
    ),
  );
};

/** `contact` is null for a new one. */
export const contactForm = (
  viewer: Viewer,
  accountView: AccountView,
  contact: Contact | null,
): CommandForm => {
  const speakers = Object.values(viewer.members).filter(
    (member) => mayWrite(member) && (member.role === 'is' || member.role === 'fs'),
  );
  const you = speakers.find(({ id }) => id === viewer.you?.id);
  return commandForm<InputOf<'saveContact'>>({
    about: { account: null, today: viewer.today },
    fields: [
      accountField('contact.name', 'contactName', 'text', contact?.name, { optional: false }),
      accountField('contact.department', 'department', 'text', contact?.department),
      accountField('contact.title', 'title', 'text', contact?.title),
      accountField('contact.email', 'email', 'text', contact?.email),
      accountField('contact.phone', 'phone', 'text', contact?.phone),
      accountField('contact.role', 'role', 'text', contact?.role),
      accountField('contact.state', 'state', 'radio', contact?.state ?? 'present', {
        choices: choicesOf(CONTACT_STATE_LABELS),
      }),
      accountField('contact.doNotContact', 'doNotContact', 'tick'),
      accountField('contact.daysBetween', 'daysBetween', 'amount', contact?.daysBetween?.toString()),
      accountField('contact.speaksWith', 'speaksWith', 'products', null, {
        choices: speakers.map(({ id, name }) => ({ value: id, label: text(name, name) })),
      }),
    ],
    values: {
      'contact.speaksWith': contact?.speaksWith ?? (you === undefined ? [] : [you.id]),
      'contact.doNotContact': contact?.doNotContact ?? false,
    },
    title: tAccount(viewer, contact === null ? 'addContact' : 'editContact'),
    submit: tAccount(viewer, 'save'),
    command: ({ contact: entered }) => {
      const { name = '', state = 'present' as const, daysBetween = null } = entered ?? {};
      const { doNotContact = false, speaksWith = [] } = entered ?? {};
      const said = {
        ...{ name, state, doNotContact, daysBetween, speaksWith },
        ...nullIfMissing(['department', 'title', 'email', 'phone', 'role'], entered ?? {}),
      };
      const known = partById(accountView.account.contacts, contact?.id);
      return {
        type: 'saveContact',
        contact: known === undefined ? said : { id: known.id, ...changedIn(known, said) },
      };
    },
    sentence: () => tAccount(viewer, 'saved'),
  });
};

export const opportunityForm = (viewer: Viewer, accountView: AccountView): CommandForm =>
  commandForm<Pick<InputOf<'addOpportunity'>, 'opportunity'>>({
    about: aboutAccount(accountView),
    fields: [
      fieldByKey('opportunity.product', { choices: productChoices(accountView) }),
      fieldByKey('opportunity.fsOwnerId', {
        suggestion: accountView.you.role === 'fs' ? accountView.you.id : null,
      }),
      fieldByKey('opportunity.since', { suggestion: accountView.today }),
      fieldByKey('opportunity.handOverNote.metWith', {
        suggestion: metInWords(accountView.account, viewer.language),
      }),
      fieldByKey('opportunity.handOverNote.bant', {
        suggestion: bantInWords(accountView.account, viewer.language),
      }),
      fieldByKey('opportunity.handOverNote.nextStep'),
      ...forecastFields(),
      accountField('opportunity.note', 'note', 'words'),
      ...lostOpportunityFields(accountView.account),
    ],
    title: tAccount(viewer, 'addOpportunity'),
    submit: tAccount(viewer, 'addOpportunity'),
    command: ({ opportunity = {} }) => ({ type: 'addOpportunity', opportunity }),
    sentence: () => tAccount(viewer, 'saved'),
  });

/** A product in use makes the account a client, so that the form also asks for what that decision needs. */
const makesClient = ({ status }: AccountView['account'], state: unknown): boolean =>
  state === 'live' && status !== 'CURRENT_CLIENT';

/** The product's own evidence serves for the decision as well. */
interface ProductEntry extends Omit<TransitionInput, 'product'> {
  product: ProductInput;
}

/** `use` is null for a new one. */
export const productForm = (
  viewer: Viewer,
  accountView: AccountView,
  use: ProductUse | null,
): CommandForm => {
  const { account, today } = accountView;
  const isLastInUse =
    use !== null &&
    account.status === 'CURRENT_CLIENT' &&
    productsInUse(account, today).every(({ id }) => id === use.id);
  const endFields = (state: unknown) => [
    ...(state === 'ended' || state === 'live'
      ? [accountField('product.endsOn', 'endsOn', 'date', use?.endsOn, { optional: state !== 'ended' })]
      : []),
    ...(state === 'ended'
      ? [accountField('product.churnReason', 'churnReason', 'words', use?.churnReason, { optional: false })]
      : []),
  ];
  return commandForm<ProductEntry>({
    about: aboutAccount(accountView),
    fields: [
      accountField('product.product', 'product', 'choice', use?.product, {
        choices: use === null ? productChoices(accountView) : [],
        optional: false,
      }),
      accountField('product.state', 'state', 'radio', use?.state ?? 'live', {
        choices: choicesOf(PRODUCT_STATE_LABELS),
        optional: false,
      }),
    ],
    more: ({ 'product.state': state, 'decision.to': to }) => [
      ...(state === 'prospect' ? [] : [accountField('product.since', 'since', 'date', use?.since)]),
      ...endFields(state),
      accountField('product.reference', 'reference', 'text', use?.reference),
      accountField('product.confirmedBy', 'confirmedBy', 'member', use?.confirmedBy),
      ...(isLastInUse && state === 'ended' ? decisionFields(viewer, accountView, to, true) : []),
    ],
    title: tAccount(viewer, use === null ? 'addProduct' : 'editProduct'),
    submit: tAccount(viewer, 'save'),
    command: ({ product: { product = '', state = 'live' as const, ...more } = {}, ...input }) => ({
      type: 'saveProduct',
      product: {
        product,
        state,
        ...more,
        ...nullIfMissing(['since', 'endsOn', 'churnReason', 'reference', 'confirmedBy'], more),
        ...(use === null ? {} : { id: use.id }),
      },
      ...decisionOf(makesClient(account, state) ? { ...input, decision: { to: 'CURRENT_CLIENT' } } : input),
    }),
    sentence: () => tAccount(viewer, 'saved'),
  });
};
