import { toRecord } from '../../../../functions/domain/account/account-record';
import { UNKNOWN_EDITOR_ID } from '../../../../functions/domain/account/unknown-editor';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { quickEntry } from '../../../../functions/domain/commands/quick-entry';
import { refusalMessage } from '../../../../functions/domain/commands/refusal-message';
import { aMember, MEMBERS } from '../../../builders';
import {
  accepted,
  active,
  attempt,
  codes,
  cold,
  type Life,
  met,
  missing,
  quarterly,
  refused,
  working,
} from '../account-lives';

const line = (text: string): Command => ({ type: 'quickEntry', text });
const shown = ({ account }: Life): Record<string, unknown> => ({ ...toRecord(account) });
const eventsOf = ({ history }: Life): string[] => history.at(-1)?.events.map(({ type }) => type) ?? [];

test.each<[text: string, life: Life, account: object]>([
  ['面談 6/29 佐藤様 来週見積', working(), { everMet: true }],
  [
    '>4 2026-11-10 課題あり 予算なし 佐藤様 予算待ち',
    met(),
    {
      status: 'QUARTERLY_CHECK',
      awaitedCondition: '予算待ち',
      nextCheck: { date: '2026-11-10', origin: 'customer' },
    },
  ],
  [
    '>5 2026-12-01 競合 課題なし 手作業が多い',
    met(),
    { status: 'DEAD_OPPORTUNITY', latentNeed: '手作業が多い' },
  ],
  ['>1 半年間応答なし', working(), { status: 'COLD' }],
  ['>2 電話 話せた 佐藤様', quarterly(), { status: 'WORKING' }],
  ['>8 法的保存', met(), { status: 'ON_FILE' }],
  ['確認 不在', quarterly(), { unanswered: 1 }],
  ['次 2026-10-01', quarterly(), { nextCheck: { date: '2026-10-01' } }],
])('%s does it in one step', (text, life, account) => {
  const after = accepted(life, line(text));
  expect(shown(after)).toMatchObject(account);
  expect(after.account.version).toBe(life.account.version + 1);
});

test('a line is not applied by half: what one part of it lacks, refuses all of it', () => {
  const life = met();
  // The need and the contact are missing; the date and the condition are not kept for it.
  const refusal = refused(life, line('>4 2026-11-10 予算待ち'));
  expect([codes(refusal), missing(refusal)]).toEqual([
    ['NEED'],
    expect.arrayContaining(['bant.need', 'contactId']),
  ]);
  // A day has no use there.
  expect(codes(refused(life, line('>8 2026-12-01 法的保存')))).toContain('DATA_UNUSED');
  expect(codes(refused(life, line('電話 話せた 2026-07-02')))).toEqual(['DATE_IN_FUTURE']);
  expect(codes(refused(cold(), line('>4 予算待ち')))).toEqual([expect.stringMatching(/MEET|MET/)]);
});

test('whoever may not give the command that is meant may not say it in a line', () => {
  for (const [text, life, by] of [
    ['>8 法的保存', active(), 'is'],
    ['確認 不在', quarterly(), 'fs'],
    ['電話 不在', met(), 'viewer'],
  ] as const)
    expect(codes(refused(life, line(text), { by }))).toEqual(['ROLE_NOT_ALLOWED']);
  const members = { ...MEMBERS, [UNKNOWN_EDITOR_ID]: aMember({ id: UNKNOWN_EDITOR_ID, role: 'is' }) };
  const editor = { by: UNKNOWN_EDITOR_ID, members, channel: 'trigger' } as const;
  expect(codes(refused(quarterly(), line('確認 不在'), editor))).toEqual(['ROLE_NOT_ALLOWED']);
  expect(codes(refused(quarterly(), line('>7 業種対象外'), editor))).toEqual(['ROLE_NOT_ALLOWED']);
  expect(eventsOf(accepted(quarterly(), line('電話 不在'), editor))).toEqual(['activityLogged']);
});

test('a cleared cell asks for nothing', () => {
  const life = met();
  expect(attempt(life, line(' '))).toBe(life);
});

test('a line that cannot be read says how it is written, and which day may be meant', () => {
  const wordsOf = (text: string, language: 'ja' | 'en'): string =>
    refusalMessage(refused(met(), line(text)), language, MEMBERS);
  expect(wordsOf('来週見積', 'ja')).toMatch(/^読み取れません。\n例:「電話 不在」/);
  expect(wordsOf('電話 佐藤様', 'en')).toMatch(/^Say whether you spoke.*\nUnderstood so far: 電話 佐藤様/);
  expect(wordsOf('>4 2026-02-30 予算', 'ja')).toMatch(/この日付はありません。この日ですか: 2026-02-28/);
});

test.each([
  ['電話 不在', []],
  ['来週見積', []],
  ['次 2026-10-01', ['status', 'nextCheck']],
  ['確認 不在', expect.arrayContaining(['status', 'bant', 'unanswered'])],
  ['>4 予算待ち', expect.arrayContaining(['status', 'bant', 'awaitedCondition'])],
])('%s is stale where what its command reads has changed', (text, paths) =>
  expect(quickEntry.reads({ text })).toEqual(paths),
);

test('an account is handed over, accepted and its promises kept by lines, each by whom it waits for alone', () => {
  const members = { ...MEMBERS, is2: aMember({ id: 'is2', role: 'is', name: '伊藤 さくら' }) };
  const owned = working();
  const given = accepted(owned, { type: 'handOver', toId: 'is2', note: '担当替え', promises: '4月に訪問' });
  expect(codes(refused(given, line('受領')))).toEqual(['HAND_OVER_NOT_YOURS']);
  const taken = accepted(given, line('受領'), { by: 'is2', members });
  expect(taken.account.handOver?.acknowledgedOn).not.toBeNull();
  expect(codes(refused(owned, line('受領')))).toEqual(['HAND_OVER_NONE']);
  const kept = accepted(taken, line('promise kept'), { by: 'is2', members });
  expect(kept.account.handOver?.promisesKeptOn).toBeDefined();
  expect(codes(refused(owned, line('約束 済')))).toEqual(['PROMISES_NONE']);
  const byLine = accepted(owned, line('引継ぎ 伊藤 見積は今週中'), { members });
  expect(byLine.account).toMatchObject({ ownerId: 'is2', handOver: { note: '見積は今週中' } });
  // Without a note nobody could go on, and who has left takes nothing.
  expect(codes(refused(owned, line('hand over to 伊藤'), { members }))).toEqual(['NOTE_NEEDED']);
  const left = { ...members, is2: aMember({ id: 'is2', role: 'is', name: '伊藤 さくら', active: false }) };
  const refusal = refused(owned, line('引継ぎ 伊藤 見積'), { members: left });
  expect(codes(refusal)).toEqual(['MEMBER_UNKNOWN']);
  expect(refusalMessage(refusal, 'ja', left)).toContain('ほかの人を選んでください。');
});
