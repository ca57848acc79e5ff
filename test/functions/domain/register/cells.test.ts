import {
  dayCounts,
  isWithdrawnText,
  memberLabel,
  rowCells,
  withdrawnText,
} from '../../../../functions/domain/register/cells';
import { COLUMN_KEYS, VALUE_KEYS } from '../../../../functions/domain/register/column-keys';
import { registerRow } from '../../../../functions/domain/register/row';
import { aMember, anAccount, MEMBERS, TODAY } from '../../../builders';
import { aView } from './random-rows';

const row = {
  ...registerRow(anAccount({ id: 'a_1', name: '株式会社松', status: 'QUARTERLY_CHECK', ownerId: 'is' })),
  version: 3,
  nextCheck: '2026-09-24',
  contact: '山田様',
  products: ['Cloud', 'Desk'],
};

test('every column has its cell, but for the state of the request and the line that is typed there', () => {
  const keys = Object.keys(rowCells(row, aView()));
  expect([...keys, 'requestState', 'quickEntry', 'mirror.quickEntry'].sort()).toEqual(
    [...COLUMN_KEYS].sort(),
  );
});

test.each(['ja', 'en'] as const)('in %s, what people may edit stands in its mirror, too', (language) => {
  const cells = rowCells(row, aView(language));
  for (const key of VALUE_KEYS) expect([key, cells[`mirror.${key}`]]).toEqual([key, cells[key]]);
  expect(cells).toMatchObject({
    'mirror.id': 'a_1',
    'mirror.version': 3,
    status: language === 'ja' ? '四半期チェック' : 'Check Back Quarterly',
    nextCheck: 46_289,
    daysUntilCheck: 85,
    products: 'Cloud, Desk',
  });
});

test('what is missing, in the language of the team; a code without a word as it is', () => {
  const debts = ['OWNER', 'NEED', 'REASON'] as const;
  expect(rowCells({ ...row, debts }, aView()).debts).toBe('担当, 課題・条件・窓口, REASON');
  expect(rowCells({ ...row, debts }, aView('en')).debts).toBe('Owner, Need, condition, contact, REASON');
});

test('from the day on which its last product ends, a client is to be decided, and uses nothing', () => {
  const debtsOn = (decisionDueOn: string | null, language: 'ja' | 'en' = 'ja') =>
    rowCells({ ...row, decisionDueOn, debts: ['OWNER'] }, aView(language)).debts;
  expect([null, '2026-07-02', TODAY, '2026-01-31'].map((day) => debtsOn(day))).toEqual([
    '担当',
    '担当',
    '判断待ち, 担当',
    '判断待ち, 担当',
  ]);
  expect(debtsOn(TODAY, 'en')).toBe('Decide, Owner');
  const used = (decisionDueOn: string) => rowCells({ ...row, decisionDueOn }, aView()).products;
  expect(['2026-07-02', TODAY].map(used)).toEqual(['Cloud, Desk', '']);
});

test('pending: the proposal, and before it a registration that was taken back', () => {
  expect(rowCells({ ...row, pending: 'BAD_FIT' }, aView()).pending).toBe('不適合');
  const { pending } = rowCells({ ...row, pending: 'BAD_FIT', withdrawn: true }, aView());
  expect(pending).toBe(withdrawnText('ja'));
});

test('a withdrawn row is known in both languages', () => {
  expect([withdrawnText('ja'), withdrawnText('en')].map(isWithdrawnText)).toEqual([true, true]);
  expect(['', '不適合', undefined, 0].map(isWithdrawnText)).toEqual([false, false, false, false]);
});

test.each([
  [null, ''],
  ['is', 'is'],
  ['left', 'left(退職)'],
  ['nobody', '(不明)'],
  ['twin', '佐藤 <twin@example.jp>'],
])('the member %p is "%s"', (id, label) => {
  const members = {
    ...MEMBERS,
    twin: aMember({ id: 'twin', name: '佐藤' }),
    other: aMember({ id: 'other', name: '佐藤' }),
  };
  expect(memberLabel(id, members, 'ja')).toBe(label);
});

test('days are counted from today, and none from a day that is not known', () => {
  const days = { statusSince: '2026-06-01', lastContact: null, nextCheck: '2026-06-30' };
  expect(dayCounts(days, TODAY)).toEqual({ daysInStatus: 30, daysSinceContact: '', daysUntilCheck: -1 });
});
