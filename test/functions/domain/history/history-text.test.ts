/** History entries in words, made by the commands that make them. */

import type { Account } from '../../../../functions/domain/account/account';
import type { AccountEvent } from '../../../../functions/domain/account/account-event';
import { UNKNOWN_EDITOR_ID } from '../../../../functions/domain/account/unknown-editor';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { decide } from '../../../../functions/domain/commands/decide';
import { entryHead, entryLines } from '../../../../functions/domain/history/history-text';
import type { Reader } from '../../../../functions/domain/history/value-words';
import {
  aContact,
  aContext,
  aHandOverNote,
  anAccount,
  anOpportunity,
  aProduct,
  MEMBERS,
  TODAY,
} from '../../../builders';

const teller = (language: Reader['language']) => ({ language, members: MEMBERS });

/** The lines of the entry that the command makes. */
const linesOf = (
  account: Account,
  command: Command,
  { by = 'is', language = 'ja' as Reader['language'], undoes = null as number | null } = {},
): string[] => {
  const verdict = decide(account, command, aContext({ by }));
  if ('refusal' in verdict) throw new Error(verdict.refusal.code);
  return entryLines(teller(language), { events: verdict.events, undoes });
};

const call = { kind: 'call', date: TODAY, with: '総務部' } as const;
const working = anAccount({ status: 'WORKING', ownerId: 'is', isOwnerId: 'is' });
const waiting = anAccount({
  status: 'QUARTERLY_CHECK',
  everMet: true,
  ownerId: 'is',
  bant: {
    ...working.bant,
    need: { value: 'yes', on: '2026-03-02', by: 'is' },
  },
  awaitedCondition: '予算',
  awaitedContactId: 'c000001',
  contacts: { c000001: aContact() },
  nextCheck: { date: '2026-07-01', origin: 'cadence', base: '2026-04-01' },
});

test.each<[string, Parameters<typeof entryHead>[1], when: string, ja: string, en: string]>([
  [
    'at a time of day',
    { by: 'is', channel: 'cell' },
    '2026-07-01 09:30',
    '2026/07/01 09:30 · is · セル',
    '2026-07-01 09:30 · is · cell',
  ],
  ['by themselves', { by: 'is', channel: 'cell' }, TODAY, '2026/07/01 · is · セル', '2026-07-01 · is · cell'],
  [
    'sent by a clock',
    { by: 'is', sentBy: 'manager', channel: 'trigger' },
    TODAY,
    '2026/07/01 · is · 自動送信 · 送信:manager',
    '2026-07-01 · is · sent automatically · sent by manager',
  ],
  [
    'by nobody knows whom',
    { by: UNKNOWN_EDITOR_ID, sentBy: 'left', channel: 'trigger' },
    TODAY,
    '2026/07/01 · 編集者不明 · 自動送信 · 送信:left(退職)',
    '2026-07-01 · unknown editor · sent automatically · sent by left (left)',
  ],
  [
    'an ID that no member has never shows',
    { by: 'm_0123456789ab', channel: 'api' },
    TODAY,
    '2026/07/01 · (不明) · API',
    '2026-07-01 · (unknown) · API',
  ],
])('who: %s', (_, entry, when, ja, en) =>
  expect([entryHead(teller('ja'), entry, when), entryHead(teller('en'), entry, when)]).toEqual([ja, en]),
);

describe('entries of the history', () => {
  it('a change of status: the status first, then what came with it', () =>
    expect(
      linesOf(anAccount(), { type: 'changeStatus', to: 'WORKING', data: { ownerId: 'is', action: call } }),
    ).toEqual(['コールド → ワーキング', 'IS 担当:is', '担当:is', '電話 2026/07/01 総務部 (応答なし)']));

  it('a change back has its reason', () =>
    expect(
      linesOf(
        working,
        { type: 'changeStatus', to: 'COLD', data: { reason: '三か月応答なし' } },
        { language: 'en' },
      ),
    ).toEqual(['Working → Cold', 'Reason: 三か月応答なし']));

  it('a contact with its note', () =>
    expect(
      linesOf(working, { type: 'logActivity', activity: { ...call, twoWay: true, note: '資料を送る' } }),
    ).toEqual(['電話 2026/07/01 総務部: 資料を送る']));

  it('BANT, from what to what', () =>
    expect(linesOf(working, { type: 'setBant', bant: { need: 'yes' } }, { language: 'en' })).toEqual([
      'Need: Unknown → Yes',
    ]));

  it('a new contact, and one that changed', () => {
    expect(linesOf(working, { type: 'saveContact', contact: { name: '田中', department: '経理' } })).toEqual([
      '窓口を追加:田中 経理',
    ]);
    expect(
      linesOf(waiting, { type: 'saveContact', contact: { id: 'c000001', name: '山田', title: '部長' } }),
    ).toEqual(['窓口 山田: 役職:部長']);
  });

  it('an opportunity, opened and closed', () => {
    const open = anAccount({ status: 'CURRENT_CLIENT', products: { p000001: aProduct() } });
    expect(
      linesOf(open, {
        type: 'addOpportunity',
        opportunity: { product: 'Desk', fsOwnerId: 'fs', since: TODAY, handOverNote: aHandOverNote },
      }),
    ).toEqual(['案件を追加:Desk fs 2026/07/01']);
    const running = { ...open, opportunities: { o000001: anOpportunity({ product: 'Desk' }) } };
    expect(
      linesOf(
        running,
        {
          type: 'closeOpportunity',
          closing: { opportunityId: 'o000001', outcome: 'lost', on: TODAY, lostReason: 'BUDGET' },
        },
        { by: 'fs' },
      ),
    ).toEqual([
      '案件を閉じた',
      '案件 Desk: 状態:進行中 → 失注, 終わった日:2026/07/01, 失注理由:予算',
      '製品を追加:Desk 失注',
    ]);
  });

  it('a check and the day that it sets', () =>
    expect(
      linesOf(waiting, { type: 'recordCheck', result: 'stillWaiting', activity: { ...call, twoWay: true } }),
    ).toEqual([
      '電話 2026/07/01 総務部',
      '次回確認日:2026/07/01 → 2026/10/01',
      '確認の結果: 条件待ち(次回確認日を設定)',
    ]));

  it('a proposal', () =>
    expect(
      linesOf(
        waiting,
        {
          type: 'propose',
          to: 'BAD_FIT',
          data: {
            fit: {
              reason: 'SIZE',
              explicitNeed: 'none',
              latentNeed: 'none',
              products: ['Cloud', 'Desk'],
              recordedNeed: 'gone',
            },
          },
          note: '規模が合わない',
        },
        { language: 'en' },
      ),
    ).toEqual(['Proposed: Bad Fit', 'Reason: 規模が合わない']));

  it('a hand-over, to whom and with which note', () =>
    expect(linesOf(working, { type: 'handOver', toId: 'is2', note: '来週の商談から' })).toEqual([
      'IS 担当:is → is2',
      '担当:is → is2',
      '引き継ぎ: is2',
      '来週の商談から',
    ]));

  it('a name, and nothing of what follows from it', () =>
    expect(linesOf(working, { type: 'editDetails', details: { name: '新サンプル株式会社' } })).toEqual([
      '会社名:株式会社サンプル → 新サンプル株式会社',
    ]));

  it('a registration without its every detail', () =>
    expect(
      linesOf(
        { ...anAccount(), version: 0 },
        { type: 'register', details: { name: '株式会社あ', phone: '03' }, status: 'COLD' },
        { language: 'en' },
      ),
    ).toEqual(['Registered']));
});

it('never shows an empty entry', () =>
  expect(entryLines(teller('en'), { events: [], undoes: null })).toEqual(['A change']));

describe('accounts that are linked', () => {
  const names = { fromId: 'a_1', fromName: '(株)去る', intoId: 'a_2', intoName: '株式会社残る' };
  const unchanged = { from: 'COLD', to: 'COLD', reason: null, changes: [] } as const;
  const merged = { ...names, survivorStatus: 'COLD' } as const;
  it.each<[string, AccountEvent[], string[], string]>([
    [
      'merged, in the history of the one that went',
      [
        {
          ...unchanged,
          type: 'merged',
          to: 'ON_FILE',
          reason: '二重登録',
          data: { ...merged, reason: 'DUPLICATE' },
          changes: [
            {
              path: 'onFile',
              before: null,
              after: { on: TODAY, reason: 'DUPLICATE', reasonText: null, successorId: 'a_2', from: 'COLD' },
            },
          ],
        },
      ],
      ['「(株)去る」を「株式会社残る」に統合(重複)', 'コールド → 登録保存', '理由:二重登録'],
      '(株)去る was merged into 株式会社残る (Duplicate)',
    ],
    [
      'merged, in the history of the one that stays, in two events',
      [
        { ...unchanged, type: 'merged', data: { ...merged, reason: 'ACQUIRED' } },
        {
          ...unchanged,
          type: 'merged',
          data: {},
          changes: [{ path: 'debts', before: [], after: ['OWNER'] }],
        },
      ],
      ['「(株)去る」を「株式会社残る」に統合(買収)', '要補完:なし → 担当者'],
      '(株)去る was merged into 株式会社残る (Acquired)',
    ],
    [
      'taken apart',
      [{ ...unchanged, type: 'unmerged', from: 'ON_FILE', data: { ...names, merge: 2 } }],
      ['「(株)去る」と「株式会社残る」の統合を解除', '登録保存 → コールド'],
      'The merge of (株)去る into 株式会社残る was taken apart',
    ],
    [
      'another company',
      [{ ...unchanged, type: 'notDuplicateMarked', data: { otherId: 'a_2', otherName: '株式会社残る' } }],
      ['「株式会社残る」とは別の会社と確認'],
      '株式会社残る is another company',
    ],
  ])('%s', (_, events, inJa, firstInEn) => {
    expect(entryLines(teller('ja'), { events, undoes: null })).toEqual(inJa);
    expect(entryLines(teller('en'), { events, undoes: null })[0]).toBe(firstInEn);
  });
});
