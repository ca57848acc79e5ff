/** The command that a draw becomes on the account that it meets. */
import { type Account, isRegistered, openOpportunities } from '../../../../functions/domain/account/account';
import type { NextStatusInput, ProductInput } from '../../../../functions/domain/account/command-inputs';
import { definedFields } from '../../../../functions/domain/account/defined-fields';
import { productsInUse } from '../../../../functions/domain/account/product-use';
import { addDays, type CalendarDate } from '../../../../functions/domain/calendar/calendar-date';
import type { Command } from '../../../../functions/domain/commands/command-table';
import type { ImportRow } from '../../../../functions/domain/commands/import-row';
import {
  BANT_KEYS,
  BANT_VALUES,
  CHECK_RESULTS,
  OPPORTUNITY_OUTCOMES,
} from '../../../../functions/domain/status/code-lists';
import { MATRIX } from '../../../../functions/domain/status/matrix';
import { STATUSES } from '../../../../functions/domain/status/statuses';
import { ENTRY_GUARDS } from '../../../../functions/domain/status/transitions';
import { anOpportunityInput, MEMBERS } from '../../../builders';
import { dataFor } from '../account-lives';
import { ACCOUNT_IDS, one, type RandomCommand, someStatus } from './random-command';
import { flawed, fullData, owedData, withoutTakeOver } from './random-data';

const QUICK_ENTRIES = [
  '電話 不在',
  '電話 話せた 鈴木様 来期の予算',
  '面談 佐藤様 見積',
  '確認 継続',
  '確認 不在',
  '>1 半年間応答なし',
  '>2 電話 話せた 総務部様',
  '>4 課題あり 予算なし 佐藤様 来期の予算',
  '>5 競合 課題なし 手作業が多い',
  '>7 課題なし',
  '>8 法的保存',
  '引継ぎ is2 見積は今週中',
  '受領',
  '約束 済',
  '電話',
];

/** Takes no property that the type lacks, also where a spread brings it, which the compiler would let pass. */
const exactly =
  <Shape extends object>() =>
  <Given extends Shape>(value: Given & Record<Exclude<keyof Given, keyof Shape>, never>): Shape =>
    value;

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
    case 'reviewBadFit': {
      const next = (pick[5] ?? 0) % 3 > 0 ? 'BAD_FIT' : reviewed;
      const fit = dataFor(['FIT'], account, today);
      return {
        type,
        to: next,
        note: '見直しました',
        ...(next !== 'BAD_FIT'
          ? { data: flawed(fullData(account, next, today), flaw, today) }
          : (pick[1] ?? 0) % 2 === 0
            ? { data: flawed(fit, flaw, today) }
            : {}),
        ...((pick[2] ?? 0) % 7 === 0 ? { judgeId: one(Object.keys(MEMBERS), pick[3]) ?? 'is' } : {}),
      };
    }
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
    case 'setRevisit':
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
    case 'editOpportunity':
      return {
        ...{ type, opportunityId: open?.id ?? 'o0' },
        ...one(
          [
            { nextStep: '見積の提出' },
            { department: '情報システム部', probability: (pick[1] ?? 0) % 101 },
            { expectedOn: addDays(today, (pick[1] ?? 0) % 400) },
            { amount: (pick[1] ?? 0) * 1000 },
            { amount: null, probability: null, expectedOn: null, department: null },
          ],
          pick[0],
        ),
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
    case 'moveContact':
      return {
        ...{ type, contactId: contact?.id ?? 'c0', toId: one(otherIds, pick[4]) ?? 'a' },
        ...(flaw % 2 === 0 ? { department: '営業部', phone: '03-0000-0001' } : {}),
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
      return {
        ...{ type, toId: one(Object.keys(MEMBERS), pick[0]) ?? 'fs', note: '引き継ぎ' },
        ...(flaw % 2 === 0 ? { withOpportunities: true } : {}),
        ...((pick[1] ?? 0) % 2 === 0 ? { promises: '4月に訪問' } : {}),
      };
    case 'handOverInsideSales':
      return { type, toId: one(['is', 'is2', ...Object.keys(MEMBERS)], pick[0]) ?? 'is2', note: '担当替え' };
    case 'handOverOpportunity':
      return {
        ...{ type, opportunityId: open?.id ?? 'o0', note: '担当替え' },
        toId: one(['fs', 'fs2', 'fs2', 'manager', ...Object.keys(MEMBERS)], pick[0]) ?? 'fs2',
      };
    case 'acknowledgeHandOver':
      return {
        ...{ type, accept: (pick[0] ?? 0) % 2 === 0 },
        ...((pick[1] ?? 0) % 4 === 0 ? {} : { note: '対象の部署が違う' }),
      };
    case 'keepPromises':
      return { type, ...(flaw % 2 === 0 ? { note: '訪問しました' } : {}) };
    case 'fillIn':
      return { type, data: flawed(owedData(account, today), flaw, today) };
    case 'quickEntry':
      return { type, text: one(QUICK_ENTRIES, pick[0]) ?? '' };
    case 'undo':
      return { type, version: Math.max(flaw % 4 === 3 ? 1 : 2, account.version - ((pick[0] ?? 0) % 4)) };
    default:
      return type satisfies never;
  }
};
