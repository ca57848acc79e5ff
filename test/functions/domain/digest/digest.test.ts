import type { Account } from '../../../../functions/domain/account/account';
import type { Member } from '../../../../functions/domain/account/team';
import type { CalendarDate } from '../../../../functions/domain/calendar/calendar-date';
import { type DigestDay, digestFor, digestMessage } from '../../../../functions/domain/digest/digest';
import { buildQueue } from '../../../../functions/domain/queue/queue';
import { BANDS } from '../../../../functions/domain/queue/queue-texts';
import { aMember, MEMBERS, TODAY, theMember } from '../../../builders';
import { aCheck, aHandOver, aLoss, anEndedClient, aProposal, queueContext } from '../queue/queue-scene';
import { anAnsweredProposal } from './answered-scene';

const BOTH: DigestDay['audiences'] = ['reps', 'managers'];
const MONDAY = { today: TODAY, isManagerDay: true, audiences: BOTH, answered: [] };
const OTHER_DAY = { ...MONDAY, isManagerDay: false };
const queueOf = (...accounts: Account[]) => buildQueue(accounts, queueContext());
const linkTo = ({ accountId }: { accountId: string }) => `https://f.example/open?account=${accountId}`;

/** The titles of the sections, with the companies of each. */
const told = (who: string, day: DigestDay, ...accounts: Account[]): Record<string, string[]> | null => {
  const digest = digestFor(theMember(who), queueOf(...accounts), day);
  if (digest === null) return null;
  const { sections } = digestMessage(digest, TODAY, 'ja', linkTo);
  return Object.fromEntries(sections.map(({ title, items }) => [title, items.map(({ company }) => company)]));
};

const LATE = aCheck({ id: 'a_late', name: '遅延', due: '2026-06-19' });
const NOW = aCheck({ id: 'a_now', name: '本日' });
const SOON = aCheck({ id: 'a_soon', name: '明日', due: '2026-07-02' });
const LATER = aCheck({ id: 'a_later', name: '来月', due: '2026-08-03' });
const LOST = aLoss({ id: 'a_lost', name: '再訪先' });
const OTHERS = aCheck({ id: 'a_other', name: '他人', due: '2026-06-19', ownerId: 'is2' });
const DEBT = aCheck({ id: 'a_debt', name: '不足', due: '2026-07-20', debts: ['NEED'] });
const ENDED = anEndedClient({ id: 'a_ended', name: '終了' });
const PROPOSED = aCheck({ id: 'a_prop', name: '提案', due: '2026-07-20', proposal: aProposal() });

test("a rep is told what is overdue, what is for today, and what else waits; nothing that is only coming or is another rep's", () => {
  expect(told('is', OTHER_DAY, LATE, NOW, SOON, LATER, LOST, OTHERS)).toEqual({
    '期限超過 1件': ['遅延'],
    '今日 1件': ['本日'],
    '再訪 1件': ['再訪先'],
  });
});

test('what is overdue is told again on each day, until it is answered', () => {
  const digest = (today: string) =>
    digestFor(theMember('is'), buildQueue([LATE], queueContext({ today })), { ...OTHER_DAY, today });
  expect([digest('2026-07-02'), digest('2026-07-31')].map((one) => one?.parts[0]?.rows.length)).toEqual([
    1, 1,
  ]);
});

test('a check that became a decision of the managers is told to its owner, too', () => {
  const missed = aCheck({ id: 'a_m', name: '三度', due: '2026-06-30', missedChecks: 2 });
  expect(told('is', OTHER_DAY, missed)).toEqual({ '判断待ち 1件': ['三度'] });
});

test('a hand-over is told to who receives it', () => {
  const handedOver = aCheck({
    id: 'a_h',
    name: '引継',
    due: '2026-07-20',
    ownerId: 'is2',
    handOver: aHandOver({ toId: 'is2' }),
  });
  expect(told('is2', OTHER_DAY, handedOver)).toEqual({ '引き継ぎ 1件': ['引継'] });
  expect(told('is', OTHER_DAY, handedOver)).toBeNull();
});

test('a hand-over that managers ask about is told to its receiver until it is acknowledged', () => {
  const ignored = aCheck({
    ...{ id: 'a_h', name: '引継', due: '2026-07-20', ownerId: 'is2' },
    handOver: aHandOver({ toId: 'is2', on: '2026-06-01' }),
  });
  expect(told('is2', OTHER_DAY, ignored)).toEqual({ '引き継ぎ 1件': ['引継'] });
  expect(told('manager', MONDAY, ignored)).toEqual({ 'チーム: 引き継ぎ 1件': ['引継'] });
});

test('missing data is told once a week', () => {
  expect(told('is', OTHER_DAY, DEBT)).toBeNull();
  expect(told('is', MONDAY, DEBT)).toEqual({ '要補完 1件': ['不足'] });
});

test.each(['is', 'fs', 'manager', 'admin', 'viewer', 'left'])(
  'where there is nothing, %s is told nothing',
  (who) => {
    expect([told(who, MONDAY), told(who, MONDAY, SOON, LATER)]).toEqual([null, null]);
  },
);

test.each(['manager', 'admin'])('%s is told once a week what waits for the team, with its owners', (who) => {
  const all = [LATE, NOW, OTHERS, ENDED, PROPOSED, SOON];
  expect(told(who, OTHER_DAY, ...all)).toBeNull();
  expect(told(who, MONDAY, ...all)).toEqual({
    'チーム: 判断待ち 1件': ['終了'],
    'チーム: 承認待ち 1件': ['提案'],
    'チーム: 期限超過 2件': expect.arrayContaining(['遅延', '他人']),
  });
  const digest = digestFor(theMember(who), queueOf(...all), MONDAY);
  if (digest === null) throw new Error('nothing');
  const { sections, footer } = digestMessage(digest, TODAY, 'ja', linkTo);
  expect(sections.at(-1)?.items[0]?.detail).toMatch(/担当 is/);
  expect(footer[0]).toBe('チーム全体の件数: 判断待ち 1・承認待ち 1・期限超過 2・7日以内 2');
});

test('a manager who owns accounts is told of these as a rep is, each day', () => {
  const own = { ...LATE, ownerId: 'manager' };
  expect(told('manager', OTHER_DAY, own)).toEqual({ '期限超過 1件': ['遅延'] });
  expect(Object.keys(told('manager', MONDAY, own) ?? {})).toEqual(['期限超過 1件', 'チーム: 期限超過 1件']);
});

test.each<[DigestDay['audiences'], string[]]>([
  [['reps'], ['期限超過 1件']],
  [['managers'], ['チーム: 期限超過 1件']],
  [[], []],
])('for %j', (audiences, titles) => {
  const own = { ...LATE, ownerId: 'manager' };
  expect(Object.keys(told('manager', { ...MONDAY, audiences }, own) ?? {})).toEqual(titles);
});

test.each(['viewer', 'left'])('%s is told nothing, whatever stands in the store', (who) => {
  expect(told(who, MONDAY, { ...LATE, ownerId: who })).toBeNull();
});

describe('in words', () => {
  const message = (language: 'ja' | 'en', ...accounts: Account[]) => {
    const digest = digestFor(theMember('is'), queueOf(...accounts), OTHER_DAY);
    if (digest === null) throw new Error('nothing');
    return digestMessage(digest, TODAY, language, linkTo);
  };

  test('the subject counts and names no company; an item says what to do, since when, and leads to the account', () => {
    const { title, sections } = message('ja', LATE, NOW);
    expect(title).toBe('Hachi 7月1日 isさん: 期限超過 1・今日 1');
    expect(sections[0]?.items[0]).toEqual({
      company: '遅延',
      link: 'https://f.example/open?account=a_late',
      detail: expect.stringMatching(/^\S.*12日超過/),
    });
    const english = message('en', LATE, NOW);
    expect(english.title).toBe('Hachi 2026-07-01 for is: Overdue 1, Today 1');
    expect(english.sections[0]?.title).toBe(`${BANDS.overdue.en} (1)`);
    expect(english.sections[0]?.items[0]?.detail).toMatch(/12 days overdue(, missed once)?\)$/);
    expect(JSON.stringify(english)).not.toMatch(/[ぁ-ん]/);
  });

  test('who is so late that a manager is asked reads what to do, and the manager what to ask', () => {
    const late = { ...LATE, id: 'a_late' };
    expect(message('ja', late).sections[0]?.items[0]?.detail).toMatch(/^連絡して条件が整ったか確かめる/);
    const team = digestFor(theMember('manager'), queueOf(late), MONDAY);
    const told = team === null ? null : digestMessage(team, TODAY, 'ja', linkTo);
    expect(told?.sections[0]?.items[0]?.detail).toMatch(/^マネージャーが担当者に確かめる/);
  });

  test('no name of a contact, no note and no condition goes out', () => {
    const account = aCheck({ due: '2026-06-19', awaitedCondition: '山田部長の決裁' });
    expect(JSON.stringify(message('ja', account))).not.toMatch(/山田|決裁/);
  });

  test('more than twenty are counted', () => {
    const many = Array.from({ length: 25 }, (_, n) => aCheck({ id: `a_${n}`, due: '2026-06-19' }));
    const { sections } = message('ja', ...many);
    expect(sections.map(({ title, items, left }) => [title, items.length, left])).toEqual([
      ['期限超過 25件', 20, 5],
    ]);
  });

  test('what people typed is one harmless line', () => {
    const { sections } = message('ja', { ...LATE, name: '甲\r\nBcc: x@y.example https://evil.example' });
    expect(sections[0]?.items[0]?.company).toBe('甲 Bcc: x\uff20y.example https\uff1a//evil.example');
  });
});

test('of somebody on leave the stand-in is told, with the owner’s name, until the leave ends', () => {
  const leaves = [{ from: '2026-07-01', to: '2026-07-03', standInId: 'is2' }];
  const members: Record<string, Member> = { ...MEMBERS, is: aMember({ id: 'is', leaves }) };
  const account = aCheck({ id: 'a_1', due: '2026-06-01' });
  const toldOn = (who: string, today: CalendarDate) => {
    const queue = buildQueue([account], queueContext({ members, today }));
    const digest = digestFor(members[who] ?? theMember(who), queue, { ...OTHER_DAY, today });
    return digest === null ? null : JSON.stringify(digestMessage(digest, today, 'ja', () => undefined));
  };
  expect(toldOn('is', '2026-07-02')).toBeNull();
  expect(toldOn('is2', '2026-07-02')).toContain('is(2026-07-03 まで休暇、代理: is2)');
  expect(toldOn('is2', '2026-07-06')).toBeNull();
  expect(toldOn('is', '2026-07-06')).not.toBeNull();
});

test('whoever proposed is told once how a manager has answered, without the note, where nothing else waits, too', () => {
  const day = { ...OTHER_DAY, answered: [anAnsweredProposal()] };
  expect(told('is', day, NOW)).toEqual({ '今日 1件': ['本日'], '提案への回答 1件': ['回答先'] });
  expect(told('is', day)).toEqual({ '提案への回答 1件': ['回答先'] });
  expect(told('is2', day)).toBeNull();
  expect(told('is', { ...day, audiences: ['managers'] })).toBeNull();
  const digest = digestFor(theMember('is'), queueOf(), day);
  const message = digest && digestMessage(digest, TODAY, 'ja', linkTo);
  expect(message?.title).toBe('Hachi 7月1日 isさん: 提案への回答 1');
  expect(JSON.stringify(message)).not.toContain('規模を確認');
});
