import { GUARD_TEXTS } from '../../../../functions/domain/status/guard-texts';
import { STATUSES } from '../../../../functions/domain/status/statuses';
import { transitionHelp } from '../../../../functions/domain/status/transition-help';
import { transitionNote } from '../../../../functions/domain/status/transition-notes';
import { LEGAL_CELLS } from './specification-cells';

test('every legal transition is explained, in the order of the statuses, and no other', () => {
  expect(transitionHelp().map(({ from, to, cell }) => `${from} ${to} ${cell}`)).toEqual(
    LEGAL_CELLS.map(({ from, to, sign }) => `${from} ${to} ${sign}`),
  );
  const order = transitionHelp().map(({ from }) => STATUSES.indexOf(from));
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test('with what it asks for and its note', () => {
  const returned = transitionHelp().find(({ from, to }) => from === 'ACTIVE_OPPORTUNITY' && to === 'WORKING');
  expect(returned?.asks).toEqual([GUARD_TEXTS.NONE_OPEN, GUARD_TEXTS.REASON]);
  expect(transitionHelp().map(({ note }) => note)).toEqual(
    LEGAL_CELLS.map(({ from, to }) => transitionNote(from, to)),
  );
});
