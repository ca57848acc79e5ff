import { STATUSES } from '../../../../functions/domain/status/statuses';
import { noteOfMove, transitionNote } from '../../../../functions/domain/status/transition-notes';
import { CELLS } from './specification-cells';

test.each([
  ['COLD', 'ACTIVE_OPPORTUNITY', /ワーキング/],
  ['WORKING', 'BAD_FIT', /確認待ち/],
  ['WORKING', 'COLD', /会っていない/],
  ['DEAD_OPPORTUNITY', 'ACTIVE_OPPORTUNITY', /再開しません/],
  ['ACTIVE_OPPORTUNITY', 'WORKING', /差し戻し/],
  ['ACTIVE_OPPORTUNITY', 'CURRENT_CLIENT', /証拠/],
  ['CURRENT_CLIENT', 'WORKING', /案件/],
] as const)('the note that the specification has on %s → %s', (from, to, words) => {
  expect(transitionNote(from, to)?.ja).toMatch(words);
});

test('only a legal transition has one', () => {
  const noted = STATUSES.flatMap((from) =>
    STATUSES.filter((to) => transitionNote(from, to) !== null).map((to) => `${from} ${to}`),
  );
  const illegal = CELLS.filter(({ sign }) => sign === 'X' || sign === '–').map(
    ({ from, to }) => `${from} ${to}`,
  );
  expect(noted.filter((move) => illegal.includes(move))).toEqual([]);
});

test('of one account it says nothing of lost opportunities that there are none of', () => {
  const note = (hasLost: boolean) => noteOfMove('QUARTERLY_CHECK', 'ACTIVE_OPPORTUNITY', hasLost);
  expect([note(false), note(true)]).toEqual([null, transitionNote('QUARTERLY_CHECK', 'ACTIVE_OPPORTUNITY')]);
  expect(noteOfMove('WORKING', 'COLD', false)).not.toBeNull();
});
