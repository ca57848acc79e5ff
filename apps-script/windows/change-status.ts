/** Change of status of one account: only what is legal now, and exactly the fields of the move. */
import { type Account, openOpportunities } from '../../functions/domain/account';
import { BANT_KEYS } from '../../functions/domain/code-lists';
import { type Context, overlapping } from '../../functions/domain/context';
import type { Offer } from '../../functions/domain/move';
import { moveOf } from '../../functions/domain/moves';
import type { Status } from '../../functions/domain/statuses';
import { text } from '../../functions/domain/text';
import type { AccountTold, Fate } from '../told';
import type { About } from './field';
import { type Fields, type Form, makeFields, makeForm } from './form';
import { type FormField, type FormValues, fieldOf, formField, moveCommand } from './form-data';
import { type Here, of, say, shownDate } from './here';
import { statusWord } from './history-words';
import { fill, node } from './nodes';
import { giveOne, type Sender } from './sending';
import { targetsView } from './targets';
import { WORDS } from './words';

/** Inside and field sales on one account: those of the other side. */
export const othersOn = (account: Account, { you, members }: Pick<AccountTold, 'you' | 'members'>) =>
  // Of the context it reads who acts and who is in the team.
  overlapping(account, { actor: you, members } as Context);

/** What the account has already is offered first. */
const known = (account: Account, { key }: FormField): string | null => {
  const bant = BANT_KEYS.find((one) => key === `bant.${one}`);
  if (bant !== undefined) return account.bant[bant].value === 'unknown' ? null : account.bant[bant].value;
  switch (key) {
    case 'awaitedCondition':
      return account.awaitedCondition;
    case 'latentNeed':
      return account.latentNeed;
    case 'contactId':
      return account.awaitedContactId;
    default:
      return null;
  }
};

/** Quarterly and dead are told apart by BANT: all four can be answered in the same step, in their order. */
const withBant = (fields: readonly FormField[], to: Status): FormField[] => {
  if (to !== 'QUARTERLY_CHECK' && to !== 'DEAD_OPPORTUNITY') return [...fields];
  const asked = fields.filter(({ key }) => key.startsWith('bant.'));
  const bant = BANT_KEYS.map(
    (key) => asked.find((field) => field.key === `bant.${key}`) ?? fieldOf(`bant.${key}`, { optional: true }),
  );
  return [...bant, ...fields.filter((field) => !asked.includes(field))];
};

export const fieldsOfOffer = (told: AccountTold, { asks, approval, to }: Offer): FormField[] => {
  const { account, you } = told;
  const fields = withBant(asks.map(formField), to).map((field): FormField => {
    const suggestion =
      field.suggestion ??
      known(account, field) ??
      (field.key === 'opportunity.fsOwnerId' && you.role === 'fs' ? you.id : null);
    if (field.key !== 'coordinatedWith') return { ...field, suggestion };
    const names = othersOn(account, told)
      .map(({ name }) => name)
      .join(', ');
    return { ...field, suggestion, hint: text(names, names) };
  });
  const follows =
    to === 'ACTIVE_OPPORTUNITY' && fields.some(({ key }) => key === 'opportunity.product')
      ? lostBefore(account)
      : [];
  return [
    ...fields,
    ...follows,
    ...(approval ? [fieldOf('note', { optional: true, label: WORDS.noteForManager })] : []),
  ];
};

/** A lost opportunity is never reopened: the new one names it. */
export const lostBefore = (account: Account): FormField[] => {
  const lost = Object.values(account.opportunities).filter(({ state }) => state === 'lost');
  if (lost.length === 0) return [];
  const choices = lost.map(({ id, product, closedOn }) => {
    const label = [product, closedOn ?? ''].join(' ');
    return { value: id, label: text(label, label) };
  });
  return [
    {
      key: 'opportunity.follows',
      label: WORDS.followsLost,
      kind: 'choice',
      choices,
      suggestion: null,
      optional: true,
    },
  ];
};

/** Lost reasons of the team stand in the offer of the move to DEAD_OPPORTUNITY. */
export const lostReasonsOf = ({ offers }: Pick<AccountTold, 'offers'>): FormField['choices'] | undefined =>
  offers.flatMap(({ asks }) => asks).find(({ key }) => key === 'lost.reason')?.choices;

export interface ChangePlan {
  told: AccountTold;
  to: Status | null;
  /** What was typed before the account was read again. */
  values?: FormValues;
  /** False where the status was chosen elsewhere: then its name stands above the form. */
  choice?: boolean;
  done(fate: Fate, sentence: string): void;
  cancel: (() => void) | null;
  /** Reads the account again and opens this anew with what was typed. */
  reload(to: Status | null, values: FormValues): void;
}

export interface ChangeView {
  element: HTMLElement;
  isDirty(): boolean;
  isBusy(): boolean;
}

export const changedSentence = (here: Here, fate: Fate, proposed: boolean): string => {
  const { row } = fate;
  if (row === null) return say(here, 'accepted');
  const facts = {
    name: row.name,
    status: statusWord(here, proposed ? (row.pending ?? row.status) : row.status),
  };
  const check =
    row.nextCheck !== null && !proposed
      ? say(here, 'nextCheckIs', { date: shownDate(here, row.nextCheck) })
      : '';
  return say(here, proposed ? 'proposed' : 'changedTo', facts) + check;
};

export const changeStatusView = (here: Here, sender: Sender, plan: ChangePlan): ChangeView => {
  const { told } = plan;
  const { account, offers } = told;
  const room = node('div');
  let kept: FormValues = plan.values ?? {};
  let form: Form | null = null;
  let fields: Fields | null = null;
  let touched = false;

  const open = (to: Status): void => {
    kept = { ...kept, ...fields?.values() };
    touched = touched || (fields?.isDirty() ?? false);
    const offer = offers.find((one) => one.to === to);
    if (offer === undefined) return;
    const about: About = {
      account,
      lostReasons: lostReasonsOf(told),
      mayPassOn: to === 'ON_FILE' && openOpportunities(account).length > 0,
    };
    const asked = fieldsOfOffer(told, offer);
    const made = makeFields(here, about, asked);
    made.write(kept);
    const note = moveOf(account.status, to)?.note;
    const { approval } = offer;
    form = makeForm(here, {
      title: plan.choice === false ? statusWord(here, to) : null,
      intro: node(
        'div',
        {},
        note === undefined ? null : node('p', { class: 'hint' }, of(here, note)),
        approval ? node('p', { class: 'hint' }, say(here, 'approvalHint')) : null,
        asked.length === 0 ? node('p', { class: 'hint' }, say(here, 'nothingToFill')) : null,
      ),
      fields: made,
      submit: approval ? say(here, 'propose') : say(here, 'changeInto', { status: statusWord(here, to) }),
      send: (tree) =>
        giveOne(
          here,
          sender,
          {
            accountId: account.id,
            version: account.version,
            command: moveCommand(account.status, offer, tree),
          },
          {
            done: (fate) => plan.done(fate, changedSentence(here, fate, approval)),
            reload: () => plan.reload(to, { ...kept, ...made.values() }),
          },
        ),
      cancel: plan.cancel,
    });
    fields = made;
    fill(room, form.element);
  };

  if (plan.to !== null) open(plan.to);
  const notOffered = plan.to !== null && !offers.some(({ to }) => to === plan.to);
  const element = node(
    'div',
    { class: 'change' },
    notOffered
      ? node('p', { class: 'refusal' }, say(here, 'notLegalNow', { status: statusWord(here, plan.to) }))
      : null,
    account.proposal === null ? null : node('p', { class: 'warning' }, say(here, 'proposalWaits')),
    plan.choice === false && !notOffered
      ? null
      : offers.length === 0
        ? node('p', {}, say(here, 'noOffers'))
        : targetsView(
            here,
            offers.map(({ to, approval }) => ({ to, approval, count: null })),
            plan.to,
            open,
          ),
    room,
  );
  return {
    element,
    isDirty: () => touched || (fields?.isDirty() ?? false),
    isBusy: () => form?.isBusy() ?? false,
  };
};
