/** The sidebar's forms about one account: fields, and the command that they make. */

import type { DetailsInput } from '../../../functions/domain/account/account';
import {
  type Contact,
  type Opportunity,
  openOpportunities,
  type ProductUse,
  productsInUse,
} from '../../../functions/domain/account/account';
import type {
  ClosingInput,
  ContactInput,
  NextStatusInput,
  OpportunityDraft,
  ProductInput,
} from '../../../functions/domain/account/command-inputs';
import { mayWrite } from '../../../functions/domain/account/team';
import {
  BANT_KEYS,
  BANT_VALUES,
  CONTACT_STATES,
  LOST_REASONS,
  OPPORTUNITY_OUTCOMES,
  PRODUCT_STATES,
} from '../../../functions/domain/status/code-lists';
import { text } from '../../../functions/domain/text/text';
import type { AccountView } from '../../script-api';
import { DETAIL_KEYS, detailFields, detailsOf, nameField } from '../companies/register-command';
import { createFields, type FormFields, type FormTree } from '../kit/form';
import { type FormField, type FormValues, fieldByKey, moveInputOf } from '../kit/form-data';
import type { CommandRequestBody } from '../kit/request-ids';
import { ACCOUNT_FIELD_LABELS, WINDOW_MESSAGES, type WindowMessageKey } from '../messages/catalog';
import type { Viewer } from '../messages/viewer';
import { fieldsOfOffer, lostOpportunityFields, lostReasonsOf } from '../status/change-status-form';

/** A form that is ready to be opened. */
export interface AccountForm {
  title: WindowMessageKey;
  fields: FormFields;
  submit: WindowMessageKey;
  command(tree: FormTree): CommandRequestBody['command'];
}

type Choices = FormField['choices'];

const choicesOf = (list: Readonly<Record<string, { ja: string; en: string }>>): Choices =>
  Object.entries(list).map(([value, label]) => ({ value, label }));

const field = (
  key: string,
  label: keyof typeof ACCOUNT_FIELD_LABELS,
  kind: FormField['kind'],
  suggestion: string | null = null,
  more: Partial<FormField> = {},
): FormField => ({
  key,
  label: ACCOUNT_FIELD_LABELS[label],
  kind,
  choices: [],
  suggestion,
  optional: true,
  ...more,
});

/** What we sell stands in whatever offer asks for a product; none does where no move needs one. */
const productChoices = ({ offers }: AccountView): Choices =>
  offers
    .flatMap(({ asks }) => asks)
    .find(({ key }) => ['product.product', 'opportunity.product', 'fit.products'].includes(key))?.choices ??
  [];

/** An empty field says that there is nothing. */
const nullIfMissing = <Key extends string>(keys: readonly Key[], given: object): Record<Key, string | null> =>
  Object.fromEntries(keys.map((key) => [key, (given as Record<string, string>)[key] ?? null])) as Record<
    Key,
    string | null
  >;

export const contactForm = (
  viewer: Viewer,
  { account }: AccountView,
  contact: Contact | null,
): AccountForm => {
  const speakers = Object.values(viewer.members).filter(
    (member) => mayWrite(member) && (member.role === 'is' || member.role === 'fs'),
  );
  const fields = createFields(viewer, { account: null }, [
    field('contact.name', 'contactName', 'text', contact?.name ?? null, { optional: false }),
    field('contact.department', 'department', 'text', contact?.department),
    field('contact.title', 'title', 'text', contact?.title),
    field('contact.email', 'email', 'text', contact?.email),
    field('contact.phone', 'phone', 'text', contact?.phone),
    field('contact.state', 'state', 'radio', contact?.state ?? 'present', {
      choices: choicesOf(CONTACT_STATES),
    }),
    field('contact.speaksWith', 'speaksWith', 'products', null, {
      choices: speakers.map(({ id, name }) => ({ value: id, label: text(name, name) })),
    }),
  ]);
  if (contact !== null) fields.write({ 'contact.speaksWith': contact.speaksWith });
  else if (speakers.some(({ id }) => id === viewer.you?.id))
    fields.write({ 'contact.speaksWith': [viewer.you?.id ?? ''] });
  return {
    title: contact === null ? 'addContact' : 'editContact',
    fields,
    submit: 'save',
    command: (tree) => {
      const given = tree.contact as ContactInput;
      return {
        type: 'saveContact',
        contact: {
          ...given,
          ...nullIfMissing(['department', 'title', 'email', 'phone'], given),
          speaksWith: given.speaksWith ?? [],
          ...(contact !== null && account.contacts[contact.id] !== undefined ? { id: contact.id } : {}),
        },
      };
    },
  };
};

export const opportunityForm = (viewer: Viewer, accountView: AccountView): AccountForm => ({
  title: 'addOpportunity',
  fields: createFields(viewer, { account: accountView.account }, [
    fieldByKey('opportunity.product', { choices: productChoices(accountView) }),
    fieldByKey('opportunity.fsOwnerId', {
      suggestion: accountView.you.role === 'fs' ? accountView.you.id : null,
    }),
    fieldByKey('opportunity.since', { suggestion: accountView.today }),
    fieldByKey('opportunity.handOverNote.metWith'),
    fieldByKey('opportunity.handOverNote.bant'),
    fieldByKey('opportunity.handOverNote.nextStep'),
    field('opportunity.amount', 'amount', 'number'),
    field('opportunity.note', 'note', 'words'),
    ...lostOpportunityFields(accountView.account),
  ]),
  submit: 'addOpportunity',
  command: (tree) => ({ type: 'addOpportunity', opportunity: tree.opportunity as OpportunityDraft }),
});

/** What the decision needs; what the same form ends already is not asked again. */
const decisionFields = (accountView: AccountView, values: FormValues): FormField[] => {
  const to = values['decision.to'];
  const offer = accountView.offers.find((one) => one.to === to);
  if (offer === undefined) return [];
  const won = values['close.outcome'] === 'won';
  return fieldsOfOffer(accountView, offer).filter(
    ({ key }) => key !== 'closing' && key !== 'churn' && !(won && key.startsWith('product.')),
  );
};

const decisionOf = (rest: FormTree): { decision?: NextStatusInput } => {
  const { data, to } = moveInputOf(rest);
  return to === undefined ? {} : { decision: { to, data } };
};

export const closeForm = (
  viewer: Viewer,
  accountView: AccountView,
  opportunity: Opportunity,
): AccountForm => {
  const last =
    accountView.account.status === 'ACTIVE_OPPORTUNITY' &&
    openOpportunities(accountView.account).length === 1;
  const lost = (values: FormValues): FormField[] =>
    values['close.outcome'] === 'lost'
      ? [
          field('close.lostReason', 'lostReason', 'choice', null, {
            choices: lostReasonsOf(accountView) ?? choicesOf(LOST_REASONS),
          }),
        ]
      : [];
  return {
    title: 'closeOpportunity',
    fields: createFields(
      viewer,
      { account: accountView.account },
      [
        field('close.outcome', 'outcome', 'radio', null, {
          choices: choicesOf(OPPORTUNITY_OUTCOMES),
          optional: false,
        }),
        field('close.on', 'closedOn', 'date', accountView.today, { optional: false }),
        ...(last
          ? [
              fieldByKey('decision.to', {
                kind: 'radio',
                choices: fieldByKey('decision.to').choices.filter(({ value }) =>
                  accountView.offers.some(({ to, approval }) => to === value && !approval),
                ),
                hint: WINDOW_MESSAGES.decisionHint,
              }),
            ]
          : []),
      ],
      (values) => [
        ...lost(values),
        ...decisionFields(accountView, values),
        field('close.note', 'note', 'words'),
      ],
    ),
    submit: 'closeOpportunity',
    command: ({ close, ...rest }) => ({
      type: 'closeOpportunity',
      closing: { ...(close as Omit<ClosingInput, 'opportunityId'>), opportunityId: opportunity.id },
      ...decisionOf(rest),
    }),
  };
};

export const productForm = (
  viewer: Viewer,
  accountView: AccountView,
  use: ProductUse | null,
): AccountForm => {
  const lastInUse =
    use !== null &&
    accountView.account.status === 'CURRENT_CLIENT' &&
    productsInUse(accountView.account, accountView.today).every(({ id }) => id === use.id);
  const ending = ({ 'use.state': state }: FormValues): FormField[] =>
    state === 'ended' || state === 'live'
      ? [
          field('use.endsOn', 'endsOn', 'date', use?.endsOn, { optional: state !== 'ended' }),
          ...(state === 'ended'
            ? [field('use.churnReason', 'churnReason', 'words', use?.churnReason, { optional: false })]
            : []),
        ]
      : [];
  return {
    title: use === null ? 'addProduct' : 'editProduct',
    fields: createFields(
      viewer,
      { account: accountView.account },
      [
        field('use.product', 'product', 'choice', use?.product, {
          choices: use === null ? productChoices(accountView) : [],
          optional: false,
        }),
        field('use.state', 'state', 'radio', use?.state ?? 'live', {
          choices: choicesOf(PRODUCT_STATES),
          optional: false,
        }),
      ],
      (values) => [
        ...(values['use.state'] === 'prospect' ? [] : [field('use.since', 'since', 'date', use?.since)]),
        ...ending(values),
        field('use.reference', 'reference', 'text', use?.reference),
        field('use.confirmedBy', 'confirmedBy', 'member', use?.confirmedBy),
        ...(lastInUse && values['use.state'] === 'ended' ? decisionFields(accountView, values) : []),
      ],
    ),
    submit: 'save',
    command: ({ use: given, ...rest }) => {
      const product = given as ProductInput;
      return {
        type: 'saveProduct',
        product: {
          ...product,
          ...nullIfMissing(['since', 'endsOn', 'churnReason', 'reference', 'confirmedBy'], product),
          ...(use === null ? {} : { id: use.id }),
        },
        ...decisionOf(rest),
      };
    },
  };
};

/** Only what differs is sent: an answer that stays keeps its date. */
export const bantForm = (viewer: Viewer, { account }: AccountView): AccountForm => ({
  title: 'editBant',
  fields: createFields(viewer, { account }, [
    ...BANT_KEYS.map((key) =>
      field(`bant.${key}`, key, 'choice', account.bant[key].value, {
        choices: choicesOf(BANT_VALUES),
        optional: false,
      }),
    ),
    field('latentNeed', 'latentNeed', 'words', account.latentNeed),
  ]),
  submit: 'save',
  command: (tree) => {
    const given = (tree.bant ?? {}) as Record<(typeof BANT_KEYS)[number], keyof typeof BANT_VALUES>;
    const changed = BANT_KEYS.filter(
      (key) => given[key] !== undefined && given[key] !== account.bant[key].value,
    );
    const latentNeed = (tree.latentNeed as string | undefined) ?? null;
    return {
      type: 'setBant',
      bant: Object.fromEntries(changed.map((key) => [key, given[key]])),
      ...(latentNeed === account.latentNeed ? {} : { latentNeed }),
    };
  },
});

export const handOverForm = (viewer: Viewer, { account }: AccountView): AccountForm => ({
  title: 'handOver',
  fields: createFields(viewer, { account }, [
    field('toId', 'toId', 'member', null, { optional: false }),
    field('note', 'handOverNote', 'words', null, { optional: false }),
    field('promises', 'promises', 'words'),
  ]),
  submit: 'handOver',
  command: ({ toId, note, promises }) => ({
    type: 'handOver',
    toId: String(toId),
    note: String(note),
    ...(promises === undefined ? {} : { promises: String(promises) }),
  }),
});

export const nextCheckForm = (viewer: Viewer, { account }: AccountView): AccountForm => ({
  title: 'setNextCheck',
  fields: createFields(viewer, { account }, [
    field('date', 'nextCheck', 'date', account.nextCheck?.date, {
      optional: false,
      hint: WINDOW_MESSAGES.checkDayHint,
    }),
    field('reason', 'reason', 'words'),
  ]),
  submit: 'save',
  command: ({ date, reason }) => ({
    type: 'setNextCheck',
    date: String(date),
    ...(reason === undefined ? {} : { reason: String(reason) }),
  }),
});

/** What a quarterly check waits for, and with whom. */
export const awaitedForm = (viewer: Viewer, { account }: AccountView): AccountForm => ({
  title: 'setAwaited',
  fields: createFields(viewer, { account }, [
    fieldByKey('awaitedCondition', { suggestion: account.awaitedCondition, optional: true }),
    fieldByKey('contactId', { suggestion: account.awaitedContactId, optional: true }),
  ]),
  submit: 'save',
  command: ({ awaitedCondition, contactId, contact }) => ({
    type: 'setAwaited',
    ...(awaitedCondition === account.awaitedCondition
      ? {}
      : { awaitedCondition: (awaitedCondition as string | undefined) ?? null }),
    ...(contactId === undefined || contactId === account.awaitedContactId
      ? {}
      : { contactId: String(contactId) }),
    ...(contact === undefined ? {} : { contact: contact as ContactInput }),
  }),
});

/** Only what differs is sent, so that two people can mend two details. */
export const detailsForm = (viewer: Viewer, { account }: AccountView): AccountForm => {
  const fields = createFields(viewer, { account }, [nameField(account.name), ...detailFields()]);
  fields.write({
    ...Object.fromEntries(
      DETAIL_KEYS.map((key) => [`details.${key}`, key === 'domains' ? '' : (account[key] ?? '')]),
    ),
    'details.domains': account.domains.join(', '),
  });
  return {
    title: 'editDetails',
    fields,
    submit: 'save',
    command: (tree) => {
      const given = detailsOf(tree);
      const all = { ...nullIfMissing(DETAIL_KEYS, given), ...given, domains: given.domains ?? [] };
      const changed = Object.entries(all).filter(
        ([key, value]) => JSON.stringify(value) !== JSON.stringify(account[key as keyof DetailsInput]),
      );
      return { type: 'editDetails', details: Object.fromEntries(changed) };
    },
  };
};

/** The group that the company belongs to: another account, which stays one of its own. */
export const parentForm = (viewer: Viewer, { account }: AccountView): AccountForm => ({
  title: 'setParent',
  fields: createFields(viewer, { account }, [
    field('parentId', 'parentId', 'account', account.parentId, { optional: false }),
  ]),
  submit: 'save',
  command: ({ parentId }) => ({ type: 'editDetails', details: { parentId: String(parentId) } }),
});

/** A form of one text. */
export const textForm = (
  viewer: Viewer,
  title: WindowMessageKey,
  label: keyof typeof ACCOUNT_FIELD_LABELS,
  optional: boolean,
  command: (words: string) => CommandRequestBody['command'],
): AccountForm => ({
  title,
  fields: createFields(viewer, { account: null }, [field('words', label, 'words', null, { optional })]),
  submit: title,
  command: ({ words }) => command(words === undefined ? '' : String(words)),
});
