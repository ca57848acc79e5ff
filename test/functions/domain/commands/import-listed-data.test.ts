import { toRecord } from '../../../../functions/domain/account/account-record';
import { type ListedData, mergeListedData } from '../../../../functions/domain/commands/import-listed-data';
import type { Status } from '../../../../functions/domain/status/statuses';
import { accepted, imported, importOf, type Life, refused, unregistered } from '../account-lives';

const SATO = { name: '佐藤 一郎', department: '営業部', title: '部長', email: 'sato@ko.example' };
const QUARTERLY: ListedData = {
  contacts: [SATO],
  meetings: ['2026-05-11'],
  bant: { need: 'yes', budget: 'no' },
  awaitedCondition: '来期予算の確定',
};
const LOST: ListedData = {
  contacts: [SATO],
  meetings: ['2026-02-02'],
  bant: { need: 'unclear' },
  latentNeed: '在庫が合わない',
  lost: { on: '2026-03-02', reason: 'TIMING', revisitOn: '2026-10-01' },
};
const OWNED = { ownerId: 'is' };
const recordOf = ({ account }: Life) => toRecord(account);

test.each<[Status, ListedData]>([
  ['QUARTERLY_CHECK', QUARTERLY],
  ['DEAD_OPPORTUNITY', LOST],
])('with all that %s asks for nothing is owed; the same row again changes nothing', (status, data) => {
  const life = imported(status, { ...OWNED, data });
  const record = recordOf(life);
  expect(record).toMatchObject({ status, debts: [], everMet: true, awaitedContactId: 'c000001' });
  expect(record.contacts.c000001).toMatchObject({ ...SATO, state: 'present' });
  expect(accepted(life, importOf(status, { ...OWNED, data })).account).toBe(life.account);
});

test.each<[string, Status, ListedData, string[]]>([
  ['no condition', 'QUARTERLY_CHECK', { ...QUARTERLY, awaitedCondition: '' }, ['NEED']],
  ['no need', 'QUARTERLY_CHECK', { ...QUARTERLY, bant: { need: 'no' } }, ['NEED']],
  ['nobody', 'QUARTERLY_CHECK', { ...QUARTERLY, contacts: [] }, ['NEED']],
  ['no meeting', 'QUARTERLY_CHECK', { ...QUARTERLY, meetings: [] }, ['MET']],
  ['an agreed need', 'DEAD_OPPORTUNITY', { ...LOST, bant: { need: 'yes' } }, ['LOST']],
  ['no reason', 'DEAD_OPPORTUNITY', { ...LOST, lost: { on: '2026-03-02' } }, ['LOST']],
  ['a recorded need', 'BAD_FIT', { latentNeed: '在庫が合わない' }, ['FIT']],
])('%s is a debt of %s', (_, status, data, debts) => {
  expect(recordOf(imported(status, { ...OWNED, data })).debts).toEqual(debts);
});

test('a new company is kept in touch with through somebody who has not asked to be left alone', () => {
  const contacts = [{ ...SATO, doNotContact: true }, { name: '鈴木 次郎' }];
  const awaited = (listed: ListedData['contacts']) =>
    recordOf(
      imported('QUARTERLY_CHECK', { ...OWNED, data: { ...QUARTERLY, ...(listed && { contacts: listed }) } }),
    ).awaitedContactId;
  expect(awaited(contacts)).toBe('c000001-2');
  expect(awaited(contacts.slice(0, 1))).toBeNull();
});

test('a company with a meeting is none that is COLD', () => {
  expect(refused(unregistered(), importOf('COLD', { data: { meetings: ['2026-05-11'] } })).code).toBe(
    'IMPORT_MET_COLD',
  );
});

test('the last contact was the meeting only where the list has no other day of one', () => {
  const kinds = (data: ListedData) =>
    Object.values(
      recordOf(imported('WORKING', { met: true, lastContact: '2026-06-01', data })).activities,
    ).map(({ kind, date }) => `${kind} ${date}`);
  expect(kinds({})).toEqual(['meeting 2026-06-01']);
  expect(kinds({ meetings: ['2026-06-01'] })).toEqual(['meeting 2026-06-01']);
  expect(kinds({ meetings: ['2026-05-11'] })).toEqual(['meeting 2026-05-11', 'call 2026-06-01']);
});

describe('an account that is here already', () => {
  const bare = imported('QUARTERLY_CHECK', OWNED);
  test('gets what it owes where the list has the same status', () => {
    expect(recordOf(bare).debts).toEqual(['MET', 'NEED']);
    const filled = accepted(bare, importOf('QUARTERLY_CHECK', { ...OWNED, data: QUARTERLY }));
    expect(recordOf(filled)).toMatchObject({ debts: ['MET'], awaitedCondition: '来期予算の確定' });
    const other = { ...QUARTERLY, bant: { budget: 'yes' as const }, awaitedCondition: '別の条件' };
    const kept = accepted(filled, importOf('QUARTERLY_CHECK', { ...OWNED, data: other }));
    expect(recordOf(kept).awaitedCondition).toBe('来期予算の確定');
    expect(kept.account.bant.budget.value).toBe('no');
  });
  test('of another status gets people alone', () => {
    const cold = imported('COLD');
    const filled = recordOf(accepted(cold, importOf('QUARTERLY_CHECK', { data: QUARTERLY })));
    expect(filled).toMatchObject({ status: 'COLD', everMet: false, bant: { need: { value: 'unknown' } } });
    expect(Object.values(filled.contacts).map(({ name }) => name)).toEqual([SATO.name]);
  });
  test('moves to the status of the list with its data, where that is asked for', () => {
    const working = imported('WORKING', OWNED);
    const moved = accepted(
      working,
      importOf('DEAD_OPPORTUNITY', { ...OWNED, appliesStatus: true, data: LOST }),
    );
    expect(recordOf(moved)).toMatchObject({
      ...{ status: 'DEAD_OPPORTUNITY', debts: [], everMet: true },
      lost: { on: '2026-03-02', reason: 'TIMING' },
    });
  });
  test('gets what is lacking of a person; one who left does not come back, nor one who was erased', () => {
    const withSato = imported('COLD', { data: { contacts: [{ name: '佐藤一郎' }] } });
    const filled = accepted(withSato, importOf('COLD', { data: { contacts: [SATO] } }));
    expect(Object.values(recordOf(filled).contacts)).toMatchObject([{ name: '佐藤一郎', title: '部長' }]);
    const left = accepted(filled, { type: 'saveContact', contact: { id: 'c000001', state: 'left' } });
    expect(accepted(left, importOf('COLD', { data: { contacts: [SATO] } })).account).toBe(left.account);
  });
  test('learns from a list who has asked not to be contacted, and keeps it where a list does not say so', () => {
    const asked = { contacts: [{ ...SATO, doNotContact: true }] };
    const known = imported('COLD', { data: { contacts: [SATO] } });
    const told = accepted(known, importOf('COLD', { data: asked }));
    expect(recordOf(told).contacts.c000001).toMatchObject({ ...SATO, doNotContact: true });
    expect(accepted(told, importOf('COLD', { data: asked })).account).toBe(told.account);
    expect(accepted(told, importOf('COLD', { data: { contacts: [SATO] } })).account).toBe(told.account);
  });
  test('gets a note the first time that a list names it', () => {
    const noted = { data: { notes: ['紹介'] } };
    const kinds = ({ history }: Life) =>
      history
        .flatMap(({ events }) => events.map(({ type }) => type))
        .filter((type) => type === 'activityLogged');
    const first = imported('COLD', noted);
    const again = accepted(first, importOf('COLD', noted));
    const other = accepted(again, importOf('COLD', { ...noted, list: '別のリスト' }));
    expect([first, again, other].map((life) => kinds(life).length)).toEqual([1, 1, 2]);
  });
});

test('two rows of one company: people and days of both, the rest as the first one has it', () => {
  const tanaka = { name: '田中' };
  expect(
    mergeListedData(QUARTERLY, {
      ...{ contacts: [SATO, tanaka], meetings: ['2026-06-01'], notes: ['メモ'] },
      ...{ bant: { budget: 'yes', timing: 'no' }, awaitedCondition: '別' },
    }),
  ).toEqual({
    ...{ contacts: [SATO, tanaka], meetings: ['2026-05-11', '2026-06-01'], notes: ['メモ'] },
    ...{ bant: { need: 'yes', budget: 'no', timing: 'no' }, awaitedCondition: '来期予算の確定' },
  });
  expect(mergeListedData({}, LOST)).toEqual(LOST);
});
