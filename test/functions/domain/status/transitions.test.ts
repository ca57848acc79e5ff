import {
  ENTRY_GUARDS,
  FIRST_STATUSES,
  TRANSITIONS,
  transitionOf,
} from '../../../../functions/domain/status/transitions';
import { CELLS, LEGAL_CELLS } from './specification-cells';

test.each(CELLS)('$name has the guards of the specification', ({ from, to, sign, guards }) => {
  expect([...(transitionOf(from, to)?.guards ?? [])].sort()).toEqual([...guards].sort());
  expect(guards.length > 0).toBe('LCM'.includes(sign));
  expect(guards.includes('MANAGER')).toBe(sign === 'M');
});

test('each transition has one row', () => {
  const rows = TRANSITIONS.flatMap(({ from, to }) => from.map((one) => `${one} ${to}`));
  expect(new Set(rows).size).toBe(rows.length);
  expect(rows).toHaveLength(LEGAL_CELLS.length);
});

test('a new account starts in a status whose guards its registration can answer', () => {
  expect(FIRST_STATUSES).toEqual(['COLD', 'WORKING', 'CURRENT_CLIENT']);
  for (const status of FIRST_STATUSES) expect(ENTRY_GUARDS[status]).not.toContain('MET');
});
