import {
  CHANGED_THINGS,
  entriesThatChanged,
  thingOfColumn,
} from '../../../../apps-script/windows/account/changed-things';
import { toRecord } from '../../../../functions/domain/account/account-record';
import { keysOf } from '../../../../functions/domain/status/table-keys';
import { CONTACT_HEADINGS } from '../../../../functions/sheets/contacts-tab-texts';
import { OPPORTUNITY_HEADINGS } from '../../../../functions/sheets/opportunities-tab-texts';
import {
  accepted,
  badFit,
  busyClient,
  client,
  dataFor,
  dead,
  type Life,
  opportunitiesOf,
  quarterly,
  THEN,
  twoOpen,
  withCustomerDate,
  working,
} from '../../../functions/domain/account-lives';

const life = accepted(quarterly(), { type: 'handOver', toId: 'is2', note: '担当替え' });
const last = life.history.at(-1);

test('the entries that changed what is asked for, and all where nothing is', () => {
  expect(entriesThatChanged(life.history, null, toRecord(life.account))).toBe(life.history);
  const byThing = keysOf(CHANGED_THINGS).map(
    (thing) => [thing, entriesThatChanged(life.history, thing, toRecord(life.account))] as const,
  );
  const changed = new Map(byThing);
  expect(changed.get('owner')).toContain(last);
  for (const thing of ['status', 'nextCheck', 'condition', 'contact', 'bant'] as const) {
    expect(changed.get(thing)?.length).toBeGreaterThan(0);
    expect(changed.get(thing)).not.toContain(last);
  }
  expect(changed.get('product')?.length).toBeLessThan(life.history.length);
});

test('a cell of the register or of the queue shows one such thing, or none', () => {
  const columns = ['status', 'owners', 'nextCheck', 'due', 'daysOver', 'why', ''];
  const things = [...columns.keys(), columns.length].map((column) => thingOfColumn({ columns, column }));
  expect(things).toEqual(['status', 'owner', 'nextCheck', 'due', 'due', null, null, null]);
});

test.each([
  ['opportunity', Object.keys(OPPORTUNITY_HEADINGS), ['owners', 'department', 'state', 'amount']],
  ['contact', Object.keys(CONTACT_HEADINGS), ['person', 'department', 'phone']],
])('a cell on a tab of parts shows the %s, where it is not of the account', (thing, columns, keys) => {
  const thingOf = (key: string) => thingOfColumn({ columns, column: columns.indexOf(key) });
  expect(keys.map(thingOf)).toEqual(keys.map(() => thing));
  expect(thingOf('name')).toBe('name');
});

describe('the due day of the queue comes from', () => {
  const fieldsOf = ({ account, history }: Life): string[] => {
    const changed = entriesThatChanged(history, 'due', toRecord(account));
    return changed.flatMap(({ command }) => command);
  };

  test.each<[string, Life, string[]]>([
    [
      'the next check',
      withCustomerDate(quarterly(), '2026-09-01', '2026-07-01'),
      ['changeStatus', 'setNextCheck'],
    ],
    ['the revisit day, and a contact since', dead(), ['logActivity', 'changeStatus']],
    ['the judgement', badFit(), ['changeStatus']],
    ['the use of products', client(), ['register']],
    ['the opportunities', twoOpen(), ['changeStatus', 'addOpportunity']],
    ['the status, and the last contact', working(), ['register']],
    ['the hand-over that waits, too', life, ['changeStatus', 'handOver']],
  ])('%s', (_, of, commands) => {
    expect(fieldsOf(of)).toEqual(commands);
  });

  test('the proposal alone, while it waits', () => {
    const before = quarterly();
    const data = dataFor(['FIT'], before.account, THEN);
    const proposed = accepted(before, { type: 'propose', to: 'BAD_FIT', data });
    expect(fieldsOf(proposed)).toEqual(['propose']);
  });

  test('an opportunity that its receiver has not taken, whatever the status', () => {
    const passed = accepted(
      busyClient(),
      {
        type: 'handOverOpportunity',
        opportunityId: opportunitiesOf(busyClient())[0] ?? '',
        toId: 'fs2',
        note: 'x',
      },
      { by: 'fs' },
    );
    expect(fieldsOf(passed)).toContain('handOverOpportunity');
  });
});
