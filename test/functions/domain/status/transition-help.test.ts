import { GUARD_TEXTS } from '../../../../functions/domain/status/guard-texts';
import { STATUSES } from '../../../../functions/domain/status/statuses';
import { transitionHelp } from '../../../../functions/domain/status/transition-help';
import { LEGAL_CELLS } from './specification-cells';

test('every legal transition is explained, in the order of the statuses, and no other', () => {
  expect(transitionHelp().map(({ from, to, cell }) => `${from} ${to} ${cell}`)).toEqual(
    LEGAL_CELLS.map(({ from, to, sign }) => `${from} ${to} ${sign}`),
  );
  const order = transitionHelp().map(({ from }) => STATUSES.indexOf(from));
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test('with what it asks for, and with its note where it has one', () => {
  const lost = transitionHelp().find(({ from, to }) => from === 'ACTIVE_OPPORTUNITY' && to === 'WORKING');
  expect(lost?.asks).toEqual([GUARD_TEXTS.NONE_OPEN, GUARD_TEXTS.REASON]);
  expect(lost?.note).toEqual({ ja: 'FS が差し戻します。', en: 'Field sales returns it.' });
  const others = transitionHelp().filter(({ from, to }) => from === 'QUARTERLY_CHECK' && to === 'WORKING');
  expect(others.map(({ note }) => note)).toEqual([null]);
});
