import type { Account } from '../../../../functions/domain/account/account';
import { calendarEntries } from '../../../../functions/domain/digest/calendar-entries';
import { aMember, anAccount, MEMBERS } from '../../../builders';
import { aCheck, aLoss } from '../queue/queue-scene';

const linkTo = ({ accountId }: { accountId: string }) => `https://f.example/open?account=${accountId}`;
const entriesOf = (...accounts: Account[]) =>
  calendarEntries(accounts, { memberId: 'is', members: MEMBERS }, 'ja', linkTo);

test('next checks and revisits of the own accounts, by date', () => {
  const entries = entriesOf(
    aLoss({ id: 'a_2', name: '乙' }, { revisitOn: '2026-09-01' }),
    aCheck({ id: 'a_1', name: '甲', due: '2026-07-31', version: 4 }),
    aCheck({ id: 'a_3', ownerId: 'is2' }),
    aLoss({ id: 'a_4' }, { revisitOn: null, revisitTrigger: '契約の更新' }),
    anAccount({ id: 'a_5', status: 'WORKING', ownerId: 'is' }),
    { ...aCheck({ id: 'a_6' }), withdrawn: true },
  );
  expect(entries).toEqual([
    {
      id: 'check-a_1@hachi',
      date: '2026-07-31',
      title: '四半期チェック: 甲',
      description: '来期の予算',
      link: 'https://f.example/open?account=a_1',
      sequence: 4,
      since: '2026-03-02',
    },
    expect.objectContaining({ id: 'revisit-a_2@hachi', date: '2026-09-01', title: '再訪: 乙' }),
  ]);
});

test('a date that moves stays the same entry, with a higher number; one that has passed keeps its day', () => {
  const [before] = entriesOf(aCheck({ due: '2026-06-19', version: 4 }));
  const [after] = entriesOf(aCheck({ due: '2026-10-01', version: 5 }));
  expect(after?.id).toBe(before?.id);
  expect([before?.sequence, after?.sequence]).toEqual([4, 5]);
  expect(before?.date).toBe('2026-06-19');
});

test('in whatever order they are read, the list is the same', () => {
  const accounts = ['a_3', 'a_1', 'a_2'].map((id) => aCheck({ id }));
  expect(entriesOf(...accounts)).toEqual(entriesOf(...[...accounts].reverse()));
});

test('who stands in has the entries of the days of the leave, and the owner keeps them all', () => {
  const leaves = [{ from: '2026-07-01', to: '2026-07-10', standInId: 'is2' }];
  const members = { ...MEMBERS, is: aMember({ id: 'is', leaves }) };
  const accounts = [
    aCheck({ id: 'a_1', name: '甲', due: '2026-07-10' }),
    aCheck({ id: 'a_2', name: '乙', due: '2026-07-13' }),
  ];
  const titlesFor = (memberId: string) =>
    calendarEntries(accounts, { memberId, members }, 'ja', linkTo).map(({ title }) => title);
  expect(titlesFor('is2')).toEqual(['四半期チェック: 甲(担当 is は休暇、代理 is2)']);
  expect(titlesFor('is')).toEqual(['四半期チェック: 甲(担当 is は休暇、代理 is2)', '四半期チェック: 乙']);
  expect(titlesFor('fs')).toEqual([]);
});
