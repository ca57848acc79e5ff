/** Going to the rows of companies in a list: each says what came of it, the others stay as they are. */
import { type RowLinks, updateRowLinks } from '../../../../apps-script/windows/lists/row-links';
import { effectOf, offline } from '../window-scene';

const BEFORE: RowLinks = { a_1: { kind: 'noRow' }, a_2: { kind: 'wentTo' } };

test.each([
  [{ value: true }, { kind: 'wentTo' }],
  [{ value: false }, { kind: 'noRow' }],
  [offline, { kind: 'error', ...offline }],
])('%j is said of that company as %j', (result, said) => {
  const going = updateRowLinks(BEFORE, { type: 'goToRow', id: 'a_1' });
  expect(going.state).toEqual({ a_2: BEFORE.a_2 });
  const go = effectOf(going.effects, 'call');
  expect([go.name, go.args]).toEqual(['goTo', ['a_1']]);
  expect(updateRowLinks(going.state, go.reply(result)).state).toEqual({ ...BEFORE, a_1: said });
});
