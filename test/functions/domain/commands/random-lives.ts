/** Random commands for the properties: drawn as plain numbers, made into commands on the state that they meet. */

import * as fc from 'fast-check';
import {
  type Account,
  isRegistered,
  openOpportunities,
  productsInUse,
} from '../../../../functions/domain/account/account';
import { toRecord } from '../../../../functions/domain/account/account-record';
import type {
  NextStatusInput,
  ProductInput,
  TransitionData,
} from '../../../../functions/domain/account/command-inputs';
import { definedFields } from '../../../../functions/domain/account/defined-fields';
import { addDays, type CalendarDate } from '../../../../functions/domain/calendar/calendar-date';
import type { Command, CommandType } from '../../../../functions/domain/commands/command-table';
import type { ImportRow } from '../../../../functions/domain/commands/import-row';
import {
  BANT_KEYS,
  BANT_VALUES,
  CHECK_RESULTS,
  OPPORTUNITY_OUTCOMES,
} from '../../../../functions/domain/status/code-lists';
import type { GuardCode } from '../../../../functions/domain/status/guard-texts';
import { MATRIX } from '../../../../functions/domain/status/matrix';
import { STATUSES, type Status } from '../../../../functions/domain/status/statuses';
import { ENTRY_GUARDS, TRANSITIONS, transitionOf } from '../../../../functions/domain/status/transitions';
import { anOpportunityInput, MEMBERS } from '../../../builders';
import { dataFor } from '../account-lives';

export const ACCOUNT_IDS = ['a', 'b', 'c'] as const;

type RandomCommandType = Exclude<CommandType, 'receive' | 'absorb' | 'release'>;

const WEIGHTS: Record<RandomCommandType, number> = {
  register: 3,
  import: 5,
  changeStatus: 22,
  putOnFile: 5,
  propose: 6,
  restore: 8,
  approve: 9,
  reject: 3,
  cutLink: 2,
  merge: 8,
  unmerge: 6,
  markNotDuplicate: 1,
  logActivity: 14,
  correctMeeting: 3,
  recordCheck: 9,
  setNextCheck: 2,
  setAwaited: 6,
  addOpportunity: 9,
  closeOpportunity: 14,
  saveContact: 3,
  eraseContact: 2,
  saveProduct: 5,
  setBant: 4,
  editDetails: 2,
  addFormerName: 1,
  handOver: 3,
  acknowledgeHandOver: 12,
  fillIn: 4,
  undo: 14,
};
export const RANDOM_COMMAND_TYPES = Object.keys(WEIGHTS) as RandomCommandType[];

export interface RandomCommand {
  type: RandomCommandType;
  account: (typeof ACCOUNT_IDS)[number];
  by: string;
  /** Days that pass before it; the clock may also be set back. */
  days: number;
  /** What is left out or wrong in it, mostly nothing. */
  flaw: number;
  /** Free choices. */
  pick: readonly number[];
}

export const randomCommand: fc.Arbitrary<RandomCommand> = fc.record({
  type: fc.oneof(
    ...RANDOM_COMMAND_TYPES.map((type) => ({ weight: WEIGHTS[type], arbitrary: fc.constant(type) })),
  ),
  account: fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c'),
  by: fc.constantFrom('is', 'is', 'fs', 'fs2', 'manager', 'manager', 'manager2', 'admin', 'viewer', 'left'),
  days: fc.constantFrom(0, 0, 0, 0, 1, 1, 3, 30, 95, -1),
  flaw: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(40) }),
  pick: fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
});

/** Takes no property that the type lacks, also where a spread brings it, which the compiler would let pass. */
const exactly =
  <Shape extends object>() =>
  <Given extends Shape>(value: Given & Record<Exclude<keyof Given, keyof Shape>, never>): Shape =>
    value;

const one = <T>(values: readonly T[], pick: number | undefined): T | undefined =>
  values[(pick ?? 0) % Math.max(values.length, 1)];

/** Everything that the guards ask for, one part of it left out or spoilt by the flaw. */
const flawed = (data: TransitionData, flaw: number, today: CalendarDate): TransitionData => {
  if (flaw === 0) return data;
  const tomorrow = addDays(today, 1);
  const spoilt: TransitionData[] = [
    { nextCheckDate: today },
    { nextCheckDate: addDays(today, 20) },
    { action: { kind: 'meeting', date: today, with: '山田' } },
    { action: { kind: 'note', date: tomorrow } },
    { bant: { need: 'yes', budget: 'yes', authority: 'yes', timing: 'yes' } },
    { bant: { need: 'unclear' }, latentNeed: '' },
    { opportunity: { product: 'Cloud' } },
    { product: { product: 'Cloud', since: today, endsOn: today, reference: 'PO' } },
    { meeting: { date: today, with: '' } },
    { ownerId: 'left' },
    { reason: '短い' },
  ];
  const keys = Object.keys(data);
  const left = one(keys, flaw);
  return flaw % 2 === 0
    ? { ...data, ...one(spoilt, Math.floor(flaw / 2)) }
    : (Object.fromEntries(Object.entries(data).filter(([key]) => key !== left)) as TransitionData);
};

/** An account that has an owner is not taken over by the way. */
const withoutTakeOver = ({ ownerId: owner, ...data }: TransitionData, account: Account): TransitionData =>
  owner === undefined || (account.ownerId !== null && account.ownerId !== 'left')
    ? data
    : { ...data, ownerId: owner };

const fullData = (account: Account, to: Status, today: CalendarDate): TransitionData => {
  const guards: readonly GuardCode[] = transitionOf(account.standing.status, to)?.guards ?? ENTRY_GUARDS[to];
  return withoutTakeOver(dataFor(guards, account, today), account);
};

const owedData = (account: Account, today: CalendarDate): TransitionData =>
  withoutTakeOver(dataFor(account.standing.debts, account, today), account);

const someStatus = (account: Account, pick: number | undefined): Status => {
  const legal = TRANSITIONS.filter(({ from }) => from.includes(account.standing.status)).map(({ to }) => to);
  return one([...legal, ...legal, ...STATUSES], pick) ?? 'WORKING';
};

export const commandOf = (drawn: RandomCommand, account: Account, today: CalendarDate): Command => {
  const { type, flaw, pick } = drawn;
  const to = someStatus(account, pick[0]);
  const reviewed =
    one([...STATUSES.filter((target) => MATRIX[account.standing.status][target] === 'M'), to], pick[0]) ?? to;
  const data = flawed(fullData(account, to, today), flaw, today);
  const open = one(openOpportunities(account), pick[1]) ?? one(Object.values(account.opportunities), pick[1]);
  const otherIds = ACCOUNT_IDS.filter((id) => id !== account.id || flaw % 5 === 1);
  const date = addDays(today, one([0, 0, 0, -1, -100, 1], pick[2]) ?? 0);
  const contact = one(Object.values(account.contacts), pick[3]);
  const use = one(productsInUse(account, today), pick[1]) ?? one(Object.values(account.products), pick[1]);
  // What a decision needs, as if its opportunity were closed and its product ended by the command itself.
  const { closing: _, churn: __, ...others } = data;
  const decided: { decision?: NextStatusInput } = flaw % 3 === 1 ? {} : { decision: { to, data: others } };
  switch (type) {
    case 'register': {
      const first =
        one(['COLD', 'COLD', 'WORKING', 'WORKING', 'CURRENT_CLIENT', 'BAD_FIT'] as const, pick[0]) ?? 'COLD';
      const data = flawed(dataFor(ENTRY_GUARDS[first], account, today), flaw, today);
      return { type, details: { name: '株式会社サンプル' }, status: first, data };
    }
    case 'import':
      return {
        type,
        row: exactly<ImportRow>()({
          list: '展示会',
          details: { name: one(['株式会社サンプル', '株式会社サンプル新社'], pick[3]) ?? '株式会社サンプル' },
          // On an account that is here only this status of the list changes anything.
          status: isRegistered(account)
            ? 'CURRENT_CLIENT'
            : (one([...STATUSES, 'CURRENT_CLIENT'], pick[0]) ?? 'COLD'),
          statusSince: addDays(today, -30),
          ...(flaw % 2 === 0 ? { ownerId: 'is' } : {}),
          ...(flaw % 3 === 1 ? { met: true, lastContact: date } : {}),
          ...((pick[1] ?? 0) % 2 === 0
            ? {
                products: [
                  exactly<ProductInput>()({
                    product: one(['Cloud', 'Desk'], pick[4]) ?? 'Cloud',
                    state: 'live',
                    since: date,
                    reference: 'PO',
                    source: 'list:展示会',
                  }),
                ],
              }
            : {}),
          ...((pick[5] ?? 0) % 2 === 0 ? { revises: true } : {}),
        }),
      };
    case 'changeStatus':
      return { type, to, data };
    case 'propose':
    case 'restore':
      return {
        type,
        to: reviewed,
        data: flawed(fullData(account, reviewed, today), flaw, today),
        note: '提案',
      };
    case 'putOnFile':
      return {
        type,
        onFile: {
          ...definedFields({
            reason: one(['DUPLICATE', 'MERGED', 'LEGAL_HOLD'], pick[3]),
            successorId: one(otherIds, pick[4]),
          }),
          ...((pick[5] ?? 0) % 2 === 0 ? { products: 'successor', opportunities: 'successor' } : {}),
        },
        data: { coordinatedWith: '担当者' },
      };
    case 'approve':
    case 'reject':
      return { type, proposalId: flaw % 9 === 1 ? 'r9' : (account.proposal?.id ?? 'r0'), note: '確認済み' };
    case 'cutLink':
    case 'unmerge':
      return { type, reason: '別会社と判明' };
    case 'merge':
      // The status to confirm is the caller's to choose: it depends on the other account.
      return {
        type,
        intoId: one(otherIds, pick[4]) ?? 'a',
        reason: one(['DUPLICATE', 'DUPLICATE', 'MERGED', 'ACQUIRED'] as const, pick[3]) ?? 'DUPLICATE',
        ...(flaw % 6 === 1 ? { survivorStatus: one(STATUSES, pick[0]) ?? 'COLD' } : {}),
      };
    case 'markNotDuplicate':
      return { type, otherId: one(otherIds, pick[4]) ?? 'a' };
    case 'logActivity':
      return {
        type,
        activity: {
          kind:
            one(['meeting', 'meeting', 'meeting', 'call', 'mail', 'visit', 'note'] as const, pick[0]) ??
            'call',
          date,
          ...((pick[1] ?? 0) % 2 === 0 ? {} : { twoWay: (pick[3] ?? 0) % 2 === 0 }),
          with: '山田',
          ...(contact === undefined ? {} : { contactId: contact.id }),
        },
        ...(flaw % 2 === 0 ? { coordinatedWith: '担当者' } : {}),
      };
    case 'correctMeeting': {
      const meeting = one(
        Object.values(account.activities).filter(({ kind }) => kind === 'meeting'),
        pick[0],
      );
      return { type, activityId: meeting?.id ?? 'a0', reason: '別会社の商談でした' };
    }
    case 'recordCheck': {
      const result = one(CHECK_RESULTS, pick[0]) ?? 'noAnswer';
      const goal = (
        { becameDeal: 'ACTIVE_OPPORTUNITY', needGone: 'DEAD_OPPORTUNITY', badFit: 'BAD_FIT' } as const
      )[result as 'becameDeal'];
      return {
        type,
        result,
        activity: { kind: flaw % 9 === 1 ? 'note' : 'call', date, with: '山田' },
        data: goal === undefined ? {} : flawed(fullData(account, goal, today), flaw, today),
      };
    }
    case 'setNextCheck':
      return { type, date: addDays(today, (pick[0] ?? 0) % 400) };
    case 'setAwaited':
      return {
        type,
        ...((pick[0] ?? 0) % 2 === 0
          ? { awaitedCondition: one(['来期の予算', ' ', null], pick[1]) ?? null }
          : {}),
        ...((pick[2] ?? 0) % 3 === 0 ? { contact: { name: one(['鈴木', '佐藤'], pick[4]) ?? '鈴木' } } : {}),
        ...((pick[2] ?? 0) % 3 === 1 ? { contactId: contact?.id ?? 'c0' } : {}),
      };
    case 'addOpportunity':
      return {
        type,
        opportunity: flawed(
          {
            opportunity: anOpportunityInput({
              since: today,
              product: one(['Cloud', 'Desk'], pick[1]) ?? 'Cloud',
            }),
          },
          flaw % 4 === 1 ? 13 : 0,
          today,
        ).opportunity ?? { product: 'Cloud' },
        data: withoutTakeOver({ ownerId: 'is', coordinatedWith: '担当者' }, account),
      };
    case 'closeOpportunity': {
      const outcome = one(OPPORTUNITY_OUTCOMES, pick[2]) ?? 'lost';
      const last =
        openOpportunities(account).length === 1 && account.standing.status === 'ACTIVE_OPPORTUNITY';
      return {
        type,
        closing: { opportunityId: open?.id ?? 'o0', outcome, on: today },
        ...(outcome === 'won' && flaw % 3 === 0
          ? { decision: { to: 'CURRENT_CLIENT' } }
          : last || flaw % 4 === 1
            ? decided
            : {}),
      };
    }
    case 'saveContact':
      return {
        type,
        contact: {
          ...(contact !== undefined && flaw % 2 === 0 ? { id: contact.id } : {}),
          name: '鈴木',
          state: one(['present', 'present', 'left', 'moved'] as const, pick[1]) ?? 'present',
          speaksWith: [one(Object.keys(MEMBERS), pick[2]) ?? 'is'],
        },
      };
    case 'eraseContact':
      return {
        type,
        contactId: contact?.id ?? 'c0',
        ...(flaw % 2 === 0 ? {} : { spellings: ['山田部長', '予算'] }),
      };
    case 'saveProduct': {
      const end = (pick[2] ?? 0) % 2 === 0 && use !== undefined;
      return {
        type,
        product: end
          ? { ...use, state: 'ended', endsOn: date, churnReason: flaw % 2 === 0 ? '内製化' : null }
          : {
              product: one(['Cloud', 'Desk'], pick[3]) ?? 'Cloud',
              state: 'live',
              since: date,
              reference: 'PO-2',
            },
        ...(end && account.standing.status === 'CURRENT_CLIENT' ? decided : {}),
      };
    }
    case 'setBant': {
      const values = BANT_VALUES;
      return { type, bant: { [one(BANT_KEYS, pick[0]) ?? 'need']: one(values, pick[1]) } };
    }
    case 'editDetails':
      return {
        type,
        details: {
          name: `株式会社${(pick[0] ?? 0) % 3}`,
          kana: flaw % 2 === 0 ? null : 'カナ',
          ...((pick[1] ?? 0) % 2 === 0 ? { parentId: one([...otherIds, null], pick[4]) ?? null } : {}),
        },
      };
    case 'addFormerName':
      return {
        type,
        name: `株式会社旧${(pick[0] ?? 0) % 3}`,
        ...(flaw === 0 ? {} : { until: addDays(today, ((pick[1] ?? 0) % 3) - 1) }),
      };
    case 'handOver':
      return { type, toId: one(Object.keys(MEMBERS), pick[0]) ?? 'fs', note: '引き継ぎ' };
    case 'acknowledgeHandOver':
      return { type, accept: (pick[0] ?? 0) % 2 === 0 };
    case 'fillIn':
      return { type, data: flawed(owedData(account, today), flaw, today) };
    case 'undo':
      return { type, version: Math.max(flaw % 4 === 3 ? 1 : 2, account.version - ((pick[0] ?? 0) % 4)) };
    default:
      return type satisfies never;
  }
};

const waits = ({ handOver }: Account): boolean => handOver !== null && handOver.acknowledgedOn === null;

/** Whether a command of this kind can be about the account as it stands; another would only be refused. */
const fits = (type: RandomCommandType, account: Account): boolean => {
  switch (type) {
    case 'register':
      return !isRegistered(account);
    case 'import':
      return true;
    case 'recordCheck':
    case 'setNextCheck':
      return account.standing.status === 'QUARTERLY_CHECK';
    case 'approve':
    case 'reject':
      return account.proposal !== null;
    case 'propose':
      return (
        isRegistered(account) &&
        account.proposal === null &&
        account.standing.status !== 'COLD' &&
        account.standing.status !== 'WORKING'
      );
    case 'restore':
      return (
        account.proposal === null &&
        (account.standing.status === 'BAD_FIT' || account.standing.status === 'ON_FILE')
      );
    case 'cutLink':
      return toRecord(account).onFile?.successorId != null;
    case 'merge':
      return isRegistered(account) && toRecord(account).onFile?.successorId == null;
    case 'unmerge':
      return toRecord(account).merged !== null;
    case 'closeOpportunity':
      return openOpportunities(account).length > 0;
    case 'fillIn':
      return account.standing.debts.length > 0;
    case 'acknowledgeHandOver':
      return waits(account);
    case 'correctMeeting':
      return account.everMet;
    case 'eraseContact':
      return Object.keys(account.contacts).length > 0;
    default:
      return isRegistered(account);
  }
};

/** The drawn command, mostly turned into one that fits the account, given by somebody who may. */
export const fitToAccount = (drawn: RandomCommand, account: Account): RandomCommand => {
  if (drawn.flaw % 10 === 9) return drawn;
  const [pick = 0] = drawn.pick;
  const manager = one(['manager', 'manager2'], pick) ?? 'manager';
  if (!isRegistered(account))
    return { ...drawn, type: drawn.type === 'import' || pick % 4 === 1 ? 'import' : 'register' };
  if (account.standing.status === 'QUARTERLY_CHECK' && (drawn.pick[5] ?? 0) % 2 === 0)
    return { ...drawn, type: (drawn.pick[4] ?? 0) % 4 === 0 ? 'setNextCheck' : 'recordCheck' };
  if (openOpportunities(account).length > 0 && (drawn.pick[5] ?? 0) % 3 === 0)
    return { ...drawn, type: 'closeOpportunity', by: one(['fs', 'fs', 'manager'], pick) ?? 'fs' };
  if (account.standing.debts.length > 0 && (drawn.pick[4] ?? 0) % 2 === 0)
    return { ...drawn, type: 'fillIn' };
  const type = fits(drawn.type, account) ? drawn.type : 'changeStatus';
  if (
    type === 'approve' ||
    type === 'reject' ||
    type === 'cutLink' ||
    type === 'correctMeeting' ||
    type === 'eraseContact'
  )
    return { ...drawn, type, by: manager };
  if ((type === 'merge' || type === 'unmerge') && pick % 4 > 0) return { ...drawn, type, by: manager };
  if (
    type === 'closeOpportunity' ||
    (type === 'changeStatus' && account.standing.status === 'ACTIVE_OPPORTUNITY')
  )
    return { ...drawn, type, by: one(['fs', 'fs', 'manager'], pick) ?? 'fs' };
  if (type === 'acknowledgeHandOver') return { ...drawn, type, by: account.handOver?.toId ?? manager };
  if (type === 'undo' && pick % 3 > 0) return { ...drawn, type, by: manager };
  if (type !== 'changeStatus') return { ...drawn, type };
  if (toRecord(account).merged !== null && pick % 3 > 0) return { ...drawn, type: 'unmerge', by: manager };
  if (toRecord(account).onFile?.successorId != null) return { ...drawn, type: 'cutLink', by: manager };
  if (MATRIX[account.standing.status][someStatus(account, pick)] !== 'M') return { ...drawn, type };
  return account.proposal === null
    ? { ...drawn, type: 'propose' }
    : { ...drawn, type: 'approve', by: manager };
};
