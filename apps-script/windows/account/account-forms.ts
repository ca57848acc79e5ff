/** Forms about the account itself: BANT, hand-over, next check, details, parent, and forms of a single text. */

import { presentAwaitedId } from '../../../functions/domain/account/awaited-contact';
import { isOpenedFor, passedOpportunities } from '../../../functions/domain/account/waiting-hand-overs';
import type { ACCOUNT_FIELD_LABELS } from '../../../functions/domain/history/account-labels';
import { BANT_VALUE_LABELS } from '../../../functions/domain/status/code-list-texts';
import { BANT_KEYS } from '../../../functions/domain/status/code-lists';
import { keysOf } from '../../../functions/domain/status/table-keys';
import type { AccountView } from '../../script-api';
import {
  DETAIL_KEYS,
  type DetailsEntry,
  detailFields,
  detailsOf,
  nameField,
} from '../companies/register-form';
import { type CommandForm, commandForm } from '../kit/command-form';
import { type FormField, fieldByKey } from '../kit/form-data';
import type { CommandBody, InputOf, InputPath, TransitionInput } from '../kit/form-input';
import { ACCOUNT_MESSAGES, type AccountMessageKey, tAccount } from '../messages/account-catalog';
import type { Viewer } from '../messages/viewer';
import { transitionParts } from '../status/transition-input';
import { aboutAccount, accountField, nullIfMissing } from './account-field';
import { choicesOf } from './log-contact-form';

/** Sends only changed answers, so that an unchanged one keeps its date. */
export const bantForm = (viewer: Viewer, accountView: AccountView): CommandForm => {
  const { account } = accountView;
  return commandForm<InputOf<'setBant'>>({
    about: aboutAccount(accountView),
    fields: [
      ...BANT_KEYS.map((key) =>
        accountField(`bant.${key}` as const, key, 'choice', account.bant[key].value, {
          choices: choicesOf(BANT_VALUE_LABELS),
          optional: false,
        }),
      ),
      accountField('latentNeed', 'latentNeed', 'words', account.latentNeed),
    ],
    title: tAccount(viewer, 'editBant'),
    submit: tAccount(viewer, 'save'),
    command: ({ bant = {}, latentNeed = null }) => {
      const changed = BANT_KEYS.filter(
        (key) => bant[key] !== undefined && bant[key] !== account.bant[key].value,
      );
      return {
        type: 'setBant',
        bant: Object.fromEntries(changed.map((key) => [key, bant[key]])),
        ...(latentNeed === account.latentNeed ? {} : { latentNeed }),
      };
    },
    sentence: () => tAccount(viewer, 'saved'),
  });
};

export const handOverForm = (viewer: Viewer, accountView: AccountView): CommandForm =>
  commandForm<InputOf<'handOver'>>({
    about: aboutAccount(accountView),
    fields: [
      accountField('toId', 'toId', 'member', null, { optional: false }),
      accountField('note', 'handOverNote', 'words', null, { optional: false }),
      accountField('promises', 'promises', 'words'),
    ],
    title: tAccount(viewer, 'handOver'),
    submit: tAccount(viewer, 'handOver'),
    command: ({ toId = '', note = '', promises }) => ({
      type: 'handOver',
      toId,
      note,
      ...(promises === undefined ? {} : { promises }),
    }),
    sentence: ({ row }, { toId = '' }) =>
      tAccount(viewer, 'handedOverTo', { company: row?.name ?? '', name: viewer.members[toId]?.name ?? '' }),
  });

/** Records that the promises were kept, with a note if there is something to say. */
export const keepPromisesForm = (viewer: Viewer): CommandForm =>
  commandForm<InputOf<'keepPromises'>>({
    about: { account: null, today: viewer.today },
    fields: [accountField('note', 'note', 'words')],
    title: tAccount(viewer, 'keepPromises'),
    submit: tAccount(viewer, 'keepPromises'),
    command: ({ note }) => ({ type: 'keepPromises', ...(note === undefined ? {} : { note }) }),
    sentence: () => tAccount(viewer, 'saved'),
  });

/** Returning an opportunity that was opened for its receiver closes it, which requires a reason. */
export const answerHandOverForm = (viewer: Viewer, accountView: AccountView): CommandForm =>
  commandForm<{ answer: 'accept' | 'return'; reason: string }>({
    about: aboutAccount(accountView),
    fields: [
      accountField('answer', 'outcome', 'radio', null, {
        choices: choicesOf({ accept: ACCOUNT_MESSAGES.acknowledge, return: ACCOUNT_MESSAGES.return }),
        optional: false,
      }),
    ],
    more: ({ answer }) => [
      accountField('reason', 'reason', 'words', null, {
        optional: answer !== 'return' || !passedOpportunities(accountView.account).some(isOpenedFor),
      }),
    ],
    title: tAccount(viewer, 'answerHandOver'),
    submit: tAccount(viewer, 'save'),
    command: ({ answer, reason }) => ({
      type: 'acknowledgeHandOver',
      accept: answer === 'accept',
      ...(reason === undefined ? {} : { note: reason }),
    }),
    sentence: (_, { answer }) => tAccount(viewer, answer === 'accept' ? 'acknowledged' : 'handOverReturned'),
  });

export const nextCheckForm = (viewer: Viewer, accountView: AccountView): CommandForm =>
  commandForm<{ nextCheckDate: string; reason?: string }>({
    about: aboutAccount(accountView),
    fields: [
      accountField('nextCheckDate', 'nextCheck', 'date', accountView.account.nextCheck?.date, {
        optional: false,
        hint: ACCOUNT_MESSAGES.checkDayHint,
      }),
      accountField('reason', 'reason', 'words'),
    ],
    title: tAccount(viewer, 'setNextCheck'),
    submit: tAccount(viewer, 'save'),
    command: ({ nextCheckDate: date = '', reason }) => ({
      type: 'setNextCheck',
      date,
      ...(reason === undefined ? {} : { reason }),
    }),
    sentence: () => tAccount(viewer, 'saved'),
  });

/** The condition that a quarterly check waits for, and the contact. */
export const awaitedForm = (viewer: Viewer, accountView: AccountView): CommandForm => {
  const { account } = accountView;
  return commandForm<InputOf<'setAwaited'>>({
    about: aboutAccount(accountView),
    fields: [
      fieldByKey('awaitedCondition', { suggestion: account.awaitedCondition, optional: true }),
      fieldByKey('contactId', { suggestion: presentAwaitedId(account), optional: true }),
    ],
    title: tAccount(viewer, 'setAwaited'),
    submit: tAccount(viewer, 'save'),
    command: ({ awaitedCondition = null, contactId, contact }) => ({
      type: 'setAwaited',
      ...(awaitedCondition === account.awaitedCondition ? {} : { awaitedCondition }),
      ...(contactId === undefined || contactId === account.awaitedContactId ? {} : { contactId }),
      ...(contact?.name === undefined ? {} : { contact: { name: contact.name } }),
    }),
    sentence: () => tAccount(viewer, 'saved'),
  });
};

/** Sends only changed details, so that two people can correct different ones. */
export const detailsForm = (viewer: Viewer, accountView: AccountView): CommandForm => {
  const { account } = accountView;
  return commandForm<DetailsEntry>({
    about: aboutAccount(accountView),
    fields: [
      nameField(account.name),
      ...detailFields({
        ...account,
        domains: account.domains.join(', '),
        otherNames: account.otherNames.join('、'),
      }),
    ],
    title: tAccount(viewer, 'editDetails'),
    submit: tAccount(viewer, 'save'),
    command: (input) => {
      const { domains = [], otherNames = [], ...entered } = detailsOf(input);
      const all = { ...entered, ...nullIfMissing(DETAIL_KEYS, input.details ?? {}), domains, otherNames };
      const changed = keysOf(all).filter((key) => JSON.stringify(all[key]) !== JSON.stringify(account[key]));
      return {
        type: 'editDetails',
        details: Object.fromEntries(changed.map((key) => [key, all[key]])),
      };
    },
    sentence: () => tAccount(viewer, 'saved'),
  });
};

/** A name that the company no longer uses; the account is still found by it. */
export const formerNameForm = (viewer: Viewer, accountView: AccountView): CommandForm =>
  commandForm<InputOf<'addFormerName'>>({
    about: aboutAccount(accountView),
    fields: [
      accountField('name', 'formerName', 'text', null, { optional: false }),
      accountField('until', 'lastDayOfName', 'date', null, { hint: ACCOUNT_MESSAGES.lastDayOfNameHint }),
    ],
    title: tAccount(viewer, 'addFormerName'),
    submit: tAccount(viewer, 'addFormerName'),
    command: ({ name = '', until }) => ({
      type: 'addFormerName',
      name,
      ...(until === undefined ? {} : { until }),
    }),
    sentence: () => tAccount(viewer, 'saved'),
  });

/** The group that the company belongs to: another account, which stays separate. */
export const parentForm = (viewer: Viewer, accountView: AccountView): CommandForm =>
  commandForm<{ parentId: string }>({
    about: aboutAccount(accountView),
    fields: [
      accountField('parentId', 'parentId', 'account', accountView.account.parentId, { optional: false }),
    ],
    title: tAccount(viewer, 'setParent'),
    submit: tAccount(viewer, 'save'),
    command: ({ parentId = '' }) => ({ type: 'editDetails', details: { parentId } }),
    sentence: () => tAccount(viewer, 'saved'),
  });

/** The data that the functions found missing, with what the account already has; no field is required. */
export const fillInForm = (
  viewer: Viewer,
  accountView: AccountView,
  missing: readonly FormField<InputPath<TransitionInput>>[],
): CommandForm =>
  commandForm<TransitionInput>({
    about: aboutAccount(accountView),
    fields: missing.map((field) => ({ ...field, optional: true })),
    title: tAccount(viewer, 'fillIn'),
    submit: tAccount(viewer, 'save'),
    command: (input) => ({ type: 'fillIn', data: transitionParts(input).data }),
    sentence: () => tAccount(viewer, 'saved'),
  });

interface TextFormPlan {
  title: AccountMessageKey;
  label: keyof typeof ACCOUNT_FIELD_LABELS;
  done?: AccountMessageKey;
  command(words: string): CommandBody;
}

/** A form of a single text. */
export const textForm = (
  viewer: Viewer,
  { title, label, done = 'saved', command }: TextFormPlan,
): CommandForm =>
  commandForm<{ words: string }>({
    about: { account: null, today: viewer.today },
    fields: [accountField('words', label, 'words', null, { optional: false })],
    title: tAccount(viewer, title),
    submit: tAccount(viewer, title),
    command: ({ words = '' }) => command(words),
    sentence: () => tAccount(viewer, done),
  });
