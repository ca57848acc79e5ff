/** The sidebar's forms about one account: fields, and the command that they make. */
import {
  type Contact,
  type Opportunity,
  openOpportunities,
  type ProductUse,
  productsInUse,
} from '../../functions/domain/account';
import {
  BANT_KEYS,
  BANT_VALUES,
  CONTACT_STATES,
  LOST_REASONS,
  OUTCOMES,
  PRODUCT_STATES,
} from '../../functions/domain/code-lists';
import type {
  ClosingInput,
  ContactInput,
  Decision,
  DetailsInput,
  OpportunityDraft,
  ProductInput,
} from '../../functions/domain/commands';
import { mayWrite } from '../../functions/domain/team';
import { text } from '../../functions/domain/text';
import type { AccountTold } from '../told';
import { fieldsOfOffer, lostBefore, lostReasonsOf } from './change-status';
import { type Fields, makeFields, type Tree } from './form';
import { type FormField, type FormValues, fieldOf, moveEntered } from './form-data';
import type { Here } from './here';
import { DETAILS, detailFields, detailsOf, nameField } from './register-command';
import type { Given } from './request-ids';
import { FIELD_WORDS, WORDS, type WordKey } from './words';

/** A form that is ready to be opened. */
export interface AccountForm {
  title: WordKey;
  fields: Fields;
  submit: WordKey;
  command(tree: Tree): Given['command'];
}

type Choices = FormField['choices'];

const choicesOf = (list: Readonly<Record<string, { ja: string; en: string }>>): Choices =>
  Object.entries(list).map(([value, label]) => ({ value, label }));

const field = (
  key: string,
  label: keyof typeof FIELD_WORDS,
  kind: FormField['kind'],
  suggestion: string | null = null,
  more: Partial<FormField> = {},
): FormField => ({ key, label: FIELD_WORDS[label], kind, choices: [], suggestion, optional: true, ...more });

/** What we sell stands in whatever offer asks for a product; none does where no move needs one. */
const productChoices = ({ offers }: AccountTold): Choices =>
  offers
    .flatMap(({ asks }) => asks)
    .find(({ key }) => ['product.product', 'opportunity.product', 'fit.products'].includes(key))?.choices ??
  [];

/** An empty field says that there is nothing. */
const orNull = <Key extends string>(keys: readonly Key[], given: object): Record<Key, string | null> =>
  Object.fromEntries(keys.map((key) => [key, (given as Record<string, string>)[key] ?? null])) as Record<
    Key,
    string | null
  >;

export const contactForm = (here: Here, { account }: AccountTold, contact: Contact | null): AccountForm => {
  const speakers = Object.values(here.members).filter(
    (member) => mayWrite(member) && (member.role === 'is' || member.role === 'fs'),
  );
  const fields = makeFields(here, { account: null }, [
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
  else if (speakers.some(({ id }) => id === here.you?.id))
    fields.write({ 'contact.speaksWith': [here.you?.id ?? ''] });
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
          ...orNull(['department', 'title', 'email', 'phone'], given),
          speaksWith: given.speaksWith ?? [],
          ...(contact !== null && account.contacts[contact.id] !== undefined ? { id: contact.id } : {}),
        },
      };
    },
  };
};

export const opportunityForm = (here: Here, told: AccountTold): AccountForm => ({
  title: 'addOpportunity',
  fields: makeFields(here, { account: told.account }, [
    fieldOf('opportunity.product', { choices: productChoices(told) }),
    fieldOf('opportunity.fsOwnerId', { suggestion: told.you.role === 'fs' ? told.you.id : null }),
    fieldOf('opportunity.since', { suggestion: told.today }),
    fieldOf('opportunity.handOverNote.metWith'),
    fieldOf('opportunity.handOverNote.bant'),
    fieldOf('opportunity.handOverNote.nextStep'),
    field('opportunity.amount', 'amount', 'number'),
    field('opportunity.note', 'note', 'words'),
    ...lostBefore(told.account),
  ]),
  submit: 'addOpportunity',
  command: (tree) => ({ type: 'addOpportunity', opportunity: tree.opportunity as OpportunityDraft }),
});

/** What the decision needs; what the same form ends already is not asked again. */
const decisionFields = (told: AccountTold, values: FormValues): FormField[] => {
  const to = values['decision.to'];
  const offer = told.offers.find((one) => one.to === to);
  if (offer === undefined) return [];
  const won = values['close.outcome'] === 'won';
  return fieldsOfOffer(told, offer).filter(
    ({ key }) => key !== 'closing' && key !== 'churn' && !(won && key.startsWith('product.')),
  );
};

const decisionOf = (rest: Tree): { decision?: Decision } => {
  const { data, to } = moveEntered(rest);
  return to === undefined ? {} : { decision: { to, data } };
};

export const closeForm = (here: Here, told: AccountTold, opportunity: Opportunity): AccountForm => {
  const last = told.account.status === 'ACTIVE_OPPORTUNITY' && openOpportunities(told.account).length === 1;
  const lost = (values: FormValues): FormField[] =>
    values['close.outcome'] === 'lost'
      ? [
          field('close.lostReason', 'lostReason', 'choice', null, {
            choices: lostReasonsOf(told) ?? choicesOf(LOST_REASONS),
          }),
        ]
      : [];
  return {
    title: 'closeOpportunity',
    fields: makeFields(
      here,
      { account: told.account },
      [
        field('close.outcome', 'outcome', 'radio', null, { choices: choicesOf(OUTCOMES), optional: false }),
        field('close.on', 'closedOn', 'date', told.today, { optional: false }),
        ...(last
          ? [
              fieldOf('decision.to', {
                kind: 'radio',
                choices: fieldOf('decision.to').choices.filter(({ value }) =>
                  told.offers.some(({ to, approval }) => to === value && !approval),
                ),
                hint: WORDS.decisionHint,
              }),
            ]
          : []),
      ],
      (values) => [...lost(values), ...decisionFields(told, values), field('close.note', 'note', 'words')],
    ),
    submit: 'closeOpportunity',
    command: ({ close, ...rest }) => ({
      type: 'closeOpportunity',
      closing: { ...(close as Omit<ClosingInput, 'opportunityId'>), opportunityId: opportunity.id },
      ...decisionOf(rest),
    }),
  };
};

export const productForm = (here: Here, told: AccountTold, use: ProductUse | null): AccountForm => {
  const lastInUse =
    use !== null &&
    told.account.status === 'CURRENT_CLIENT' &&
    productsInUse(told.account, told.today).every(({ id }) => id === use.id);
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
    fields: makeFields(
      here,
      { account: told.account },
      [
        field('use.product', 'product', 'choice', use?.product, {
          choices: use === null ? productChoices(told) : [],
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
        ...(lastInUse && values['use.state'] === 'ended' ? decisionFields(told, values) : []),
      ],
    ),
    submit: 'save',
    command: ({ use: given, ...rest }) => {
      const product = given as ProductInput;
      return {
        type: 'saveProduct',
        product: {
          ...product,
          ...orNull(['since', 'endsOn', 'churnReason', 'reference', 'confirmedBy'], product),
          ...(use === null ? {} : { id: use.id }),
        },
        ...decisionOf(rest),
      };
    },
  };
};

/** Only what differs is sent: an answer that stays keeps its date. */
export const bantForm = (here: Here, { account }: AccountTold): AccountForm => ({
  title: 'editBant',
  fields: makeFields(here, { account }, [
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

export const handOverForm = (here: Here, { account }: AccountTold): AccountForm => ({
  title: 'handOver',
  fields: makeFields(here, { account }, [
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

export const nextCheckForm = (here: Here, { account }: AccountTold): AccountForm => ({
  title: 'setNextCheck',
  fields: makeFields(here, { account }, [
    field('date', 'nextCheck', 'date', account.nextCheck?.date, {
      optional: false,
      hint: WORDS.checkDayHint,
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
export const awaitedForm = (here: Here, { account }: AccountTold): AccountForm => ({
  title: 'setAwaited',
  fields: makeFields(here, { account }, [
    fieldOf('awaitedCondition', { suggestion: account.awaitedCondition, optional: true }),
    fieldOf('contactId', { suggestion: account.awaitedContactId, optional: true }),
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
export const detailsForm = (here: Here, { account }: AccountTold): AccountForm => {
  const fields = makeFields(here, { account }, [nameField(account.name), ...detailFields()]);
  fields.write({
    ...Object.fromEntries(
      DETAILS.map((key) => [`details.${key}`, key === 'domains' ? '' : (account[key] ?? '')]),
    ),
    'details.domains': account.domains.join(', '),
  });
  return {
    title: 'editDetails',
    fields,
    submit: 'save',
    command: (tree) => {
      const given = detailsOf(tree);
      const all = { ...orNull(DETAILS, given), ...given, domains: given.domains ?? [] };
      const changed = Object.entries(all).filter(
        ([key, value]) => JSON.stringify(value) !== JSON.stringify(account[key as keyof DetailsInput]),
      );
      return { type: 'editDetails', details: Object.fromEntries(changed) };
    },
  };
};

/** The group that the company belongs to: another account, which stays one of its own. */
export const parentForm = (here: Here, { account }: AccountTold): AccountForm => ({
  title: 'setParent',
  fields: makeFields(here, { account }, [
    field('parentId', 'parentId', 'account', account.parentId, { optional: false }),
  ]),
  submit: 'save',
  command: ({ parentId }) => ({ type: 'editDetails', details: { parentId: String(parentId) } }),
});

/** A form of one text. */
export const wordsForm = (
  here: Here,
  title: WordKey,
  label: keyof typeof FIELD_WORDS,
  optional: boolean,
  command: (words: string) => Given['command'],
): AccountForm => ({
  title,
  fields: makeFields(here, { account: null }, [field('words', label, 'words', null, { optional })]),
  submit: title,
  command: ({ words }) => command(words === undefined ? '' : String(words)),
});
