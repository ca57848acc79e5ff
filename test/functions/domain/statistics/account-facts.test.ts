import { addEntry, noFacts, statusOf } from '../../../../functions/domain/statistics/account-facts';
import { TODAY } from '../../../builders';
import {
  accepted,
  approved,
  checkOf,
  dataFor,
  imported,
  importOf,
  type Life,
  quarterly,
  THEN,
  unregistered,
  withCheck,
  withContact,
  withCustomerDate,
} from '../account-lives';
import { factsOf } from './facts-of';

const factsOfLife = ({ history }: Life) => factsOf(history);

test('the first status is a fact, also where it is the one that accounts begin with', () => {
  const details = { name: '株式会社サンプル' };
  const life = accepted(unregistered(), { type: 'register', details, status: 'COLD' });
  const facts = factsOfLife(life);
  expect(facts.statuses).toEqual([{ version: 1, day: TODAY, status: 'COLD', since: TODAY, decided: true }]);
  expect(facts.current).toMatchObject({ name: '株式会社サンプル', status: 'COLD', ownerId: null });
  expect([statusOf(facts), statusOf(noFacts('acc-1'))]).toEqual(['COLD', null]);
});

test('a list that dates a status back says since when, and nobody decided it', () => {
  const life = imported('QUARTERLY_CHECK', { statusSince: '2024-05-01' });
  expect(factsOfLife(life).statuses).toMatchObject([
    { day: TODAY, status: 'QUARTERLY_CHECK', since: '2024-05-01', decided: false },
  ]);
});

test('a registration that is taken back, and one that comes once more', () => {
  const gone = accepted(imported('COLD'), { type: 'undo', version: 1 }, { by: 'manager' });
  expect(statusOf(factsOfLife(gone))).toBeNull();
  const again = factsOfLife(accepted(gone, importOf('WORKING'), { by: 'manager' }));
  expect(again.statuses.map(({ status }) => status)).toEqual(['COLD', null, 'WORKING']);
  expect(again.undone).toEqual([{ undoes: 1, by: 2 }]);
  expect(again.reacquired).toEqual([]);
});

test('a list that brings a known account has it once more; the same list does not', () => {
  const first = imported('COLD', { list: '展示会' });
  const second = accepted(first, importOf('COLD', { list: 'ウェビナー' }), { today: '2026-08-03' });
  const third = accepted(second, importOf('COLD', { list: 'ウェビナー' }), { today: '2026-08-04' });
  expect(factsOfLife(third).reacquired).toEqual([{ version: 2, day: '2026-08-03', list: 'ウェビナー' }]);
});

describe('a quarterly check', () => {
  // THEN is 2026-03-02: the first one is due on 2026-06-02.
  const due = '2026-06-02';

  test('ends with its contact, on its own day', () => {
    const done = accepted(quarterly(), checkOf('stillWaiting', '2026-06-01'), { today: '2026-06-03' });
    expect(factsOfLife(done).checks).toMatchObject([
      { day: '2026-06-03', doneOn: '2026-06-01', recorded: true, ownerId: 'is', nextCheck: { date: due } },
    ]);
    expect(factsOfLife(done).dues).toEqual([
      { day: THEN, from: due },
      { day: '2026-06-03', from: '2026-09-01' },
    ]);
  });

  test('ends with any two-way contact', () => {
    const spoken = withContact(quarterly(), 'mail', '2026-05-20');
    expect(factsOfLife(spoken).checks).toMatchObject([{ doneOn: '2026-05-20', recorded: false }]);
  });

  test('is not ended by a try, a voicemail or another day', () => {
    const tried = withCheck(quarterly(), 'noAnswer', due);
    const called = withContact(tried, 'call', '2026-06-03', false);
    const moved = withCustomerDate(called, '2026-08-03', '2026-06-04');
    expect(factsOfLife(moved).checks).toEqual([]);
  });

  test('ends with the status, done where somebody spoke with them', () => {
    const data = dataFor(['LOST'], quarterly().account, due);
    const lost = withCheck(quarterly(), 'needGone', due, data);
    expect(factsOfLife(lost).checks).toMatchObject([{ doneOn: due, recorded: true }]);
    const fit = dataFor(['FIT'], quarterly().account, due);
    const badFit = approved(quarterly(), 'BAD_FIT', fit, { today: due });
    expect(factsOfLife(badFit).checks).toMatchObject([{ doneOn: null, recorded: false }]);
    expect(factsOfLife(badFit).dues).toEqual([
      { day: THEN, from: due },
      { day: due, from: null },
    ]);
  });
});

test('what an older version did was done by the day of a newer one, whatever the clocks said', () => {
  const life = withCheck(quarterly(), 'stillWaiting', '2026-06-02');
  const [first, ...others] = life.history;
  const late = [{ ...(first as (typeof others)[0]), on: '2026-12-01' }, ...others];
  const facts = factsOf(late);
  expect(facts.statuses.map(({ day }) => day)).toEqual(factsOfLife(life).statuses.map(({ day }) => day));
});

test('entry by entry, stored in between, gives what all give at once', () => {
  const { history } = withCheck(quarterly(), 'stillWaiting', '2026-06-02');
  const kept = history.reduce(
    (facts, entry) => JSON.parse(JSON.stringify(addEntry(facts, entry))),
    noFacts('acc-1'),
  );
  expect(kept).toEqual(factsOf(history));
});
