import {
  CHANGED_THINGS,
  entriesThatChanged,
  thingOfColumn,
} from '../../../../apps-script/windows/account/changed-things';
import { keysOf } from '../../../../functions/domain/status/table-keys';
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
  const things = ['status', 'owners', 'nextCheck', 'personState', 'amount', 'daysOver', ''].map(
    thingOfColumn,
  );
  expect(things).toEqual(['status', 'owner', 'nextCheck', 'contact', 'opportunity', null, null]);
});
