import {
  CHANGED_THINGS,
  entriesThatChanged,
  thingOfColumn,
} from '../../../../apps-script/windows/account/changed-things';
import { keysOf } from '../../../../functions/domain/status/table-keys';
import { CONTACT_HEADINGS } from '../../../../functions/sheets/contacts-tab-texts';
import { OPPORTUNITY_HEADINGS } from '../../../../functions/sheets/opportunities-tab-texts';
import { accepted, quarterly } from '../../../functions/domain/account-lives';

const life = accepted(quarterly(), { type: 'handOver', toId: 'is2', note: '担当替え' });
const last = life.history.at(-1);

test('the entries that changed what is asked for, and all where nothing is', () => {
  expect(entriesThatChanged(life.history, null)).toBe(life.history);
  const byThing = keysOf(CHANGED_THINGS).map(
    (thing) => [thing, entriesThatChanged(life.history, thing)] as const,
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
  const columns = ['status', 'owners', 'nextCheck', 'daysOver', ''];
  const things = [...columns.keys(), columns.length].map((column) => thingOfColumn({ columns, column }));
  expect(things).toEqual(['status', 'owner', 'nextCheck', null, null, null]);
});

test.each([
  ['opportunity', Object.keys(OPPORTUNITY_HEADINGS), ['owners', 'department', 'state', 'amount']],
  ['contact', Object.keys(CONTACT_HEADINGS), ['person', 'department', 'phone']],
])('a cell on a tab of parts shows the %s, where it is not of the account', (thing, columns, keys) => {
  const thingOf = (key: string) => thingOfColumn({ columns, column: columns.indexOf(key) });
  expect(keys.map(thingOf)).toEqual(keys.map(() => thing));
  expect(thingOf('name')).toBe('name');
});
