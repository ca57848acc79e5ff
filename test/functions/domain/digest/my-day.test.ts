import type { Account } from '../../../../functions/domain/account/account';
import { myDay } from '../../../../functions/domain/digest/my-day';
import { buildQueue } from '../../../../functions/domain/queue/queue';
import { anAccount, anOpportunity, byId, TODAY, theMember } from '../../../builders';
import { aCheck, aHandOver, aLoss, queueContext } from '../queue/queue-scene';
import { anAnsweredProposal } from './answered-scene';

const LATE = aCheck({ id: 'a_late', name: '遅延', due: '2026-06-19' });
const NOW = aCheck({ id: 'a_now', name: '本日' });
const SOON = aCheck({ id: 'a_soon', name: '明日', due: '2026-07-02' });
const LATER = aCheck({ id: 'a_later', name: '来月', due: '2026-08-03' });
const LOST = aLoss({ id: 'a_lost', name: '再訪先' });
const OTHERS = aCheck({ id: 'a_other', name: '他人', due: '2026-06-19', ownerId: 'is2' });

const dayOf = (
  who: string,
  accounts: readonly Account[],
  working: readonly Account[] = [],
  withOpportunities: readonly Account[] = [],
  promised: readonly Account[] = [],
) => {
  const context = queueContext();
  return myDay(
    {
      rows: buildQueue(accounts, context).rows,
      ...{ working, withOpportunities, promised, sentBack: [], answered: [] },
    },
    { ...context, member: theMember(who), workingDays: 30 },
  );
};
const told = (...args: Parameters<typeof dayOf>) =>
  dayOf(...args).map(({ part, items }) => [part, ...items.map(({ company }) => company)]);

test("what is late comes first, then today and what is soon; nothing far ahead, nothing of another's", () => {
  expect(told('is', [SOON, LATER, LOST, OTHERS, NOW, LATE])).toEqual([
    ['overdue', '遅延'],
    ['today', '本日'],
    ['dueIn7', '明日'],
    ['revisit', '再訪先'],
  ]);
  expect(told('is2', [OTHERS, NOW])).toEqual([['overdue', '他人']]);
  expect(told('fs', [LATE])).toEqual([]);
});

test('each says what to do, how late it is, and in which form it is done', () => {
  const [late] = dayOf('is', [LATE])[0]?.items ?? [];
  expect(late).toMatchObject({ due: '2026-06-19', form: 'recordCheck', status: 'QUARTERLY_CHECK' });
  expect(late?.daysOver).toBeGreaterThan(0);
  expect(late?.words.ja).toContain('日超過');
  // So late that it is the managers' turn: what they would ask for is still the member's to do.
  expect(late?.words.ja).toContain('連絡して条件が整ったか確かめる');
  const [lost] = dayOf('is', [LOST])[0]?.items ?? [];
  expect(lost?.form).toBe('logContact');
});

test('a hand-over is in the day of who receives it', () => {
  const handedOver = aCheck({
    id: 'a_h',
    name: '引継',
    due: '2026-07-20',
    ownerId: 'is2',
    handOver: aHandOver({ toId: 'is2' }),
  });
  expect(told('is2', [handedOver])).toEqual([['handOver', '引継']]);
  expect(dayOf('is2', [handedOver])[0]?.items[0]?.form).toBe('answerHandOver');
});

test('a working account is near its box in the week before the end of it', () => {
  const since = (statusSince: string) =>
    anAccount({ id: statusSince, name: statusSince, status: 'WORKING', ownerId: 'is', statusSince });
  const working = ['2026-06-01', '2026-06-08', '2026-06-09', '2026-05-31'].map(since);
  expect(told('is', [], working)).toEqual([['nearBox', '2026-06-01', '2026-06-08']]);
  expect(dayOf('is', [], working)[0]?.items[0]).toMatchObject({ due: TODAY, form: 'logContact' });
});

test('an opportunity that was passed on is in the day of both at once; in the queue by then, it is told once', () => {
  const handOver = { id: 'h1', by: 'is', fromId: null, note: null, acknowledgedOn: null };
  const passedOn = (on: string): Account =>
    anAccount({
      id: 'a_o',
      name: '案件先',
      status: 'ACTIVE_OPPORTUNITY',
      ownerId: 'is',
      isOwnerId: 'is',
      opportunities: byId(anOpportunity({ fsOwnerId: 'fs', handOver: { ...handOver, on } })),
    });
  const today = passedOn(TODAY);
  expect(told('fs', [today], [], [today])).toEqual([['passedTo', '案件先']]);
  expect(told('is', [today], [], [today])).toEqual([['passedOn', '案件先']]);
  const late = passedOn('2026-06-26');
  expect(told('fs', [late], [], [late])).toEqual([['handOver', '案件先']]);
});

test('what was promised to a customer stays in the day until it is kept', () => {
  const handOver = aHandOver({ acknowledgedOn: '2026-06-30', promises: '4月に訪問' });
  const account = anAccount({ id: 'a_p', name: '約束', ownerId: 'is', handOver });
  const [section] = dayOf('is', [], [], [], [account]);
  expect(section).toMatchObject({ part: 'promised', items: [{ company: '約束', form: 'keepPromises' }] });
  expect(section?.items[0]?.words.ja).toContain('4月に訪問');
  const kept = anAccount({ handOver: { ...handOver, promisesKeptOn: TODAY } });
  expect(told('is', [], [], [], [kept])).toEqual([]);
});

test('a proposal that a manager has answered is in the day of whoever made it, with the note', () => {
  const context = queueContext();
  const nothing = { rows: [], working: [], withOpportunities: [], promised: [], sentBack: [] };
  const day = (who: string) =>
    myDay(
      { ...nothing, answered: [anAnsweredProposal()] },
      { ...context, member: theMember(who), workingDays: 30 },
    );
  expect(day('is').map(({ part, items }) => [part, ...items.map(({ words }) => words.ja)])).toEqual([
    ['answered', '「不適合」の提案は承認されました(鈴木) 2026/06/30: 規模を確認'],
  ]);
  expect(day('is2')).toEqual([]);
});
