import {
  actingMember,
  leaveOn,
  leaveProblem,
  leaveProblems,
} from '../../../../functions/domain/account/leave';
import type { Leave, Member } from '../../../../functions/domain/account/team';
import { aMember, MEMBERS } from '../../../builders';

const leave = (standInId: string | null, from = '2026-07-01', to = '2026-07-10'): Leave => ({
  from,
  to,
  standInId,
});
const team = (leaves: Readonly<Record<string, readonly Leave[]>>): Record<string, Member> => ({
  ...MEMBERS,
  ...Object.fromEntries(Object.entries(leaves).map(([id, own]) => [id, aMember({ id, leaves: own })])),
});
const acting = (leaves: Readonly<Record<string, readonly Leave[]>>, day = '2026-07-05'): string | null =>
  actingMember(team(leaves), 'is', day)?.id ?? null;

test.each([
  ['2026-06-30', null],
  ['2026-07-01', '2026-07-10'],
  ['2026-07-10', '2026-07-10'],
  ['2026-07-11', null],
  ['2026-08-03', '2026-08-03'],
])('on %s: a leave until %s', (day, until) => {
  const leaves = [leave('is2'), leave(null, '2026-08-03', '2026-08-03')];
  expect(leaveOn(aMember({ leaves }), day)?.to ?? null).toBe(until);
  expect(leaveOn(aMember(), day)).toBeNull();
});

test('the member, or who stands in, and for this one another; the managers where nobody does', () => {
  expect(acting({})).toBe('is');
  expect(acting({ is: [leave('is2')] })).toBe('is2');
  expect(acting({ is: [leave('is2')] }, '2026-07-11')).toBe('is');
  expect(acting({ is: [leave('is2')], is2: [leave('fs')] })).toBe('fs');
  expect(acting({ is: [leave('is2')], is2: [leave('is')] })).toBeNull();
  expect(acting({ is: [leave(null)] })).toBeNull();
  expect(acting({ is: [leave('left')] })).toBeNull();
  expect(actingMember(MEMBERS, 'left', '2026-07-05')).toBeNull();
  expect(actingMember(MEMBERS, 'nobody', '2026-07-05')).toBeNull();
  expect(actingMember(MEMBERS, null, '2026-07-05')).toBeNull();
});

test.each<[string, readonly Leave[], ReturnType<typeof leaveProblem>]>([
  ['none', [], null],
  ['a day', [leave('is2', '2026-07-01', '2026-07-01')], null],
  ['two, in any order', [leave(null, '2026-08-01', '2026-08-02'), leave('fs')], null],
  ['ends before it begins', [leave('is2', '2026-07-02', '2026-07-01')], 'dates'],
  ['two on one day', [leave('is2', '2026-07-10', '2026-07-12'), leave('is2')], 'overlap'],
  ['themselves', [leave('is')], 'standIn'],
  ['a leaver', [leave('left')], 'standIn'],
  ['a viewer', [leave('viewer')], 'standIn'],
  ['nobody', [leave('nobody')], 'standIn'],
])('periods: %s', (_, leaves, problem) => {
  expect(leaveProblem('is', leaves, MEMBERS)).toBe(problem);
});

test('each problem stands at its period; of two that overlap, both have it', () => {
  const leaves = [
    leave('is2'),
    leave('left', '2026-07-10', '2026-07-12'),
    leave(null, '2026-08-02', '2026-08-01'),
  ];
  expect(leaveProblems('is', leaves, MEMBERS)).toEqual([
    { at: 2, problem: 'dates' },
    { at: 0, problem: 'overlap' },
    { at: 1, problem: 'overlap' },
    { at: 1, problem: 'standIn' },
  ]);
});
