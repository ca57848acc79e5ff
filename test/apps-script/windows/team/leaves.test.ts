import {
  backToday,
  isStandInAway,
  leaveLineProblems,
  leavesTask,
  NEW_LEAVE,
  periodsOf,
  standInsToChoose,
} from '../../../../apps-script/windows/team/leaves';
import { addDays } from '../../../../functions/domain/calendar/calendar-date';
import { aMember, MEMBERS, TODAY } from '../../../builders';

const members = Object.values(MEMBERS);
const line = (from: string, to = '', standInId = '') => ({ from, to, standInId });
const taskOf = (...lines: readonly ReturnType<typeof line>[]) => ({
  ...leavesTask(aMember({ id: 'is' }), TODAY),
  lines,
});

test.each([
  ['a day', [line('2026-07-02')], []],
  [
    'several, and a line left empty',
    [line('2026-07-02', '2026-07-03', 'is2'), NEW_LEAVE, line('2026-08-01')],
    [],
  ],
  ['only an end', [line('', '2026-07-03')], [{ line: 0, problem: 'date' }]],
  ['only a stand-in', [line('', '', 'is2')], [{ line: 0, problem: 'date' }]],
  ['a day that there is not', [line('2026-02-30')], [{ line: 0, problem: 'date' }]],
  ['ends before it begins', [NEW_LEAVE, line('2026-07-03', '2026-07-02')], [{ line: 1, problem: 'dates' }]],
  [
    'two on one day',
    [line('2026-07-02', '2026-07-04'), NEW_LEAVE, line('2026-07-04')],
    [
      { line: 0, problem: 'overlap' },
      { line: 2, problem: 'overlap' },
    ],
  ],
  ['a viewer stands in', [line('2026-07-02', '', 'viewer')], [{ line: 0, problem: 'standIn' }]],
])('what is wrong stands at its line: %s', (_, lines, problems) => {
  expect(leaveLineProblems({ members }, taskOf(...lines))).toEqual(problems);
});

test('a leave that overlaps one that is over has the problem, and the one that is over is kept', () => {
  const past = { from: '2026-06-01', to: '2026-06-05', standInId: null };
  const task = leavesTask(aMember({ id: 'is', leaves: [past] }), TODAY);
  expect(task.lines).toEqual([NEW_LEAVE]);
  expect(periodsOf(task)).toEqual([past]);
  const lines = [line('2026-06-05', '2026-07-02')];
  expect(leaveLineProblems({ members }, { ...task, lines })).toEqual([{ line: 0, problem: 'overlap' }]);
});

test('no more than the functions keep are sent: the oldest of those that are over go', () => {
  const past = Array.from({ length: 20 }, (_, n) => {
    const day = addDays('2026-01-01', n);
    return { from: day, to: day, standInId: null };
  });
  const task = leavesTask(aMember({ id: 'is', leaves: past }), TODAY);
  expect(periodsOf(task)).toEqual(past);
  const sent = periodsOf({ ...task, lines: [line('2026-08-01')] });
  expect(sent).toEqual([...past.slice(1), { from: '2026-08-01', to: '2026-08-01', standInId: null }]);
});

test('back today: the leave ended yesterday, and one that began today is none', () => {
  const lines = [line(TODAY, '2026-07-10'), line('2026-06-20', '2026-07-10', 'fs')];
  expect(backToday(lines, 1, TODAY)).toEqual([lines[0], line('2026-06-20', '2026-06-30', 'fs')]);
  expect(backToday(lines, 0, TODAY)).toEqual([lines[1]]);
});

test('who may stand in; whoever is chosen stays to be seen, also after leaving', () => {
  const ids = (chosen: string) => standInsToChoose(members, 'is', chosen).map(({ id }) => id);
  expect(ids('')).not.toEqual(expect.arrayContaining(['is']));
  expect(ids('')).not.toEqual(expect.arrayContaining(['viewer']));
  expect([ids('').includes('left'), ids('left').includes('left')]).toEqual([false, true]);
  const leaves = [{ from: '2026-07-05', to: '2026-07-06', standInId: null }];
  const team = [aMember({ id: 'is2', leaves })];
  expect(isStandInAway(team, line('2026-07-01', '2026-07-05', 'is2'))).toBe(true);
  expect(isStandInAway(team, line('2026-07-01', '2026-07-04', 'is2'))).toBe(false);
});
