/** Lives of accounts, made of accepted commands only: how the tests bring an account into a status. */
import { type Account, blankAccount, openOpportunities } from '../../../functions/domain/account/account';
import type { NextStatusInput, TransitionData } from '../../../functions/domain/account/command-inputs';
import type { DecisionContext } from '../../../functions/domain/account/decision-context';
import type { HistoryEntry } from '../../../functions/domain/account/history';
import { productsInUse } from '../../../functions/domain/account/product-use';
import type { Command } from '../../../functions/domain/commands/command-table';
import { decide } from '../../../functions/domain/commands/decide';
import type { ImportRow } from '../../../functions/domain/commands/import-row';
import type { RuleRefusal } from '../../../functions/domain/commands/rule-refusal';
import type { GuardCode } from '../../../functions/domain/status/guard-texts';
import type { Status } from '../../../functions/domain/status/statuses';
import { aContext, anEntry, anOpportunityInput, TODAY } from '../../builders';

export interface Life {
  account: Account;
  history: readonly HistoryEntry[];
}

type Circumstances = Parameters<typeof aContext>[0];

export const unregistered = (id = 'acc-1'): Life => ({ account: blankAccount(id), history: [] });

/** The life after one more command; a refusal is given back as it is. */
export const attempt = (life: Life, command: Command, where: Circumstances = {}): Life | RuleRefusal => {
  const context: DecisionContext = aContext({ history: life.history, ...where });
  const verdict = decide(life.account, command, context);
  if ('refusal' in verdict) return verdict.refusal;
  if (verdict.events.length === 0) return life;
  return {
    account: verdict.account,
    history: [...life.history, anEntry(life.account, command, verdict.events, context)],
  };
};

export const accepted = (life: Life, command: Command, where: Circumstances = {}): Life => {
  const result = attempt(life, command, where);
  if ('reasons' in result)
    throw new Error(
      `${command.type} refused: ${result.reasons.map(({ code }) => code).join(' ')}, missing ${result.missing
        .map(({ key }) => key)
        .join(' ')} ${JSON.stringify(result.facts)}`,
    );
  return result;
};

export const refused = (life: Life, command: Command, where: Circumstances = {}): RuleRefusal => {
  const result = attempt(life, command, where);
  if ('reasons' in result) return result;
  throw new Error(`${command.type} was accepted: ${result.account.standing.status}`);
};

export const codes = ({ reasons }: Pick<RuleRefusal, 'reasons'>): string[] => reasons.map(({ code }) => code);
export const missing = (refusal: Pick<RuleRefusal, 'missing'>): string[] =>
  refusal.missing.map(({ key }) => key);

/** The day on which the lives below happen, a Monday, four months before the builders' TODAY. */
export const THEN = '2026-03-02';
const then = { today: THEN };

/** The other account that links point to. */
export const HEADQUARTERS = { hq: { id: 'hq', name: '株式会社本社', successorId: null } };

/** What satisfies each guard, for an account in any state; guards that no data can satisfy have none. */
export const DATA: Readonly<Record<GuardCode, (account: Account, today: string) => TransitionData>> = {
  OWNER: () => ({ ownerId: 'is' }),
  ACTION: (_, today) => ({ action: { kind: 'call', date: today, with: '総務部' } }),
  NOT_MET: () => ({}),
  MET: (_, today) => ({ meeting: { date: today, with: '山田部長' } }),
  OPPORTUNITY: (_, today) => ({ opportunity: anOpportunityInput({ since: today }) }),
  NONE_OPEN: (account, today) => ({
    closing: openOpportunities(account).map(({ id }) => ({
      opportunityId: id,
      outcome: 'returned',
      on: today,
    })),
  }),
  NEED: () => ({
    bant: { need: 'yes', budget: 'no' },
    awaitedCondition: '来期の予算',
    contact: { name: '山田' },
  }),
  NEXT_CHECK: () => ({}),
  LOST: (_, today) => ({
    bant: { need: 'no' },
    latentNeed: '手作業が多い',
    lost: { on: today, reason: 'COMPETITOR', revisitTrigger: '契約の更新' },
  }),
  CONTACT_AFTER_LOSS: (_, today) => ({ action: { kind: 'call', date: today, with: '山田', twoWay: true } }),
  EVIDENCE: (_, today) => ({ product: { product: 'Cloud', since: today, reference: 'PO-1' } }),
  CHURNED: (account, today) => ({
    churn: productsInUse(account, today).map(({ id }) => ({
      productId: id,
      endsOn: today,
      reason: '内製化',
    })),
  }),
  PRODUCTS_SETTLED: (account, today) => DATA.CHURNED(account, today),
  FIT: ({ bant, latentNeed }) => ({
    fit: {
      reason: 'INDUSTRY',
      explicitNeed: 'none',
      latentNeed: 'none',
      products: ['Cloud', 'Desk'],
      ...(bant.need.value === 'yes' || latentNeed ? { recordedNeed: 'gone' } : {}),
    },
  }),
  MANAGER: () => ({}),
  REASON: () => ({ reason: '半年間応答なし' }),
  KEEP: () => ({ onFile: { reason: 'LEGAL_HOLD' } }),
  COORDINATED: () => ({ coordinatedWith: 'IS の佐藤さん' }),
  WAS_QUARTERLY: () => ({}),
  LINK_CUT: () => ({}),
};

export const dataFor = (guards: readonly GuardCode[], account: Account, today: string): TransitionData =>
  Object.assign({}, ...guards.map((guard) => DATA[guard](account, today)));

const move = (life: Life, to: Status, guards: readonly GuardCode[]): Life =>
  accepted(
    life,
    { type: 'changeStatus', to, data: dataFor(guards, life.account, THEN) },
    { ...then, links: HEADQUARTERS },
  );

const register = (status: Status, data?: TransitionData): Life =>
  accepted(
    unregistered(),
    { type: 'register', details: { name: '株式会社サンプル' }, status, ...(data && { data }) },
    then,
  );

export const cold = (): Life => register('COLD');
/** Owned by the inside sales rep `is`, who has left a voicemail. */
export const working = (): Life => register('WORKING', dataFor(['OWNER', 'ACTION'], cold().account, THEN));
export const met = (): Life =>
  accepted(
    working(),
    { type: 'logActivity', activity: { kind: 'meeting', date: THEN, with: '山田部長' } },
    then,
  );
/** Straight from COLD, so never met. */
export const active = (): Life => move(cold(), 'ACTIVE_OPPORTUNITY', ['OWNER', 'OPPORTUNITY']);
export const quarterly = (): Life => move(met(), 'QUARTERLY_CHECK', ['NEED', 'NEXT_CHECK']);
export const dead = (): Life => move(met(), 'DEAD_OPPORTUNITY', ['LOST']);
export const client = (): Life => register('CURRENT_CLIENT', dataFor(['EVIDENCE'], cold().account, THEN));
/** A client with one more opportunity open. */
export const busyClient = (): Life =>
  accepted(
    client(),
    { type: 'addOpportunity', opportunity: anOpportunityInput({ product: 'Desk' }) },
    { ...then, by: 'fs' },
  );
/** In effect, its review pending. */
export const badFit = (life: Life = cold()): Life => move(life, 'BAD_FIT', ['FIT']);
export const reviewed = (life: Life = badFit()): Life =>
  accepted(
    life,
    { type: 'approve', proposalId: life.account.proposal?.id ?? '', note: '確認済み' },
    { ...then, by: 'manager' },
  );
export const onFile = (life: Life = cold()): Life => move(life, 'ON_FILE', ['KEEP']);
/** On file as a duplicate of the headquarters. */
export const duplicate = (life: Life = cold()): Life =>
  accepted(
    life,
    { type: 'putOnFile', onFile: { reason: 'DUPLICATE', successorId: 'hq' } },
    { ...then, links: HEADQUARTERS },
  );

/** Proposed by the member and approved by the manager. */
export const approved = (life: Life, to: Status, data: TransitionData, where: Circumstances = {}): Life => {
  const proposed = accepted(life, { type: 'propose', to, data }, where);
  return accepted(
    proposed,
    { type: 'approve', proposalId: proposed.account.proposal?.id ?? '', note: '承認します' },
    { ...where, by: 'manager' },
  );
};

/** IDs, the oldest first. */
export const opportunitiesOf = ({ account }: Life): string[] => Object.keys(account.opportunities);

/** Of one opportunity, today; `decision` says what becomes of the account. */
export const closingOf = (
  outcome: 'won' | 'lost' | 'returned',
  opportunityId: string,
  decision?: NextStatusInput,
): Command => ({
  type: 'closeOpportunity',
  closing: { opportunityId, outcome, on: TODAY },
  ...(decision && { decision }),
});

/** With two opportunities open. */
export const twoOpen = (): Life =>
  accepted(active(), { type: 'addOpportunity', opportunity: anOpportunityInput({ product: 'Desk' }) });

/** An active one whose opportunity and account are in the same hands. */
export const ownedByFieldSales = (): Life =>
  accepted(active(), { type: 'handOver', toId: 'fs', note: 'FSへ' }, { ...then, by: 'manager' });

/** A row of a list, imported. */
export const importOf = (status: Status, more: Partial<ImportRow> = {}): Command => ({
  type: 'import',
  row: { list: '展示会', listId: '17', details: { name: '株式会社サンプル' }, status, ...more },
});

/** An account that came by a list alone. */
export const imported = (status: Status, more: Partial<ImportRow> = {}): Life =>
  accepted(unregistered(), importOf(status, more));

/** Somebody has logged a contact, on its own day; `twoWay` says whether they answered. */
export const withContact = (
  life: Life,
  kind: 'call' | 'mail' | 'visit' | 'meeting' | 'note',
  date: string,
  twoWay = true,
): Life =>
  accepted(life, { type: 'logActivity', activity: { kind, date, twoWay, with: '山田' } }, { today: date });

export type CheckCommand = Extract<Command, { type: 'recordCheck' }>;

/** A check by call. */
export const checkOf = (
  result: CheckCommand['result'],
  date: string,
  data?: TransitionData,
): CheckCommand => ({
  type: 'recordCheck',
  result,
  activity: { kind: 'call', date, with: '山田' },
  ...(data && { data }),
});

/** The check was done today. */
export const withCheck = (
  life: Life,
  result: CheckCommand['result'],
  today: string,
  data?: TransitionData,
): Life => accepted(life, checkOf(result, today, data), { today });

/** The customer has asked to be called on that day. */
export const withCustomerDate = (life: Life, date: string, today: string): Life =>
  accepted(life, { type: 'setNextCheck', date, reason: '4月に来てほしい' }, { today });
