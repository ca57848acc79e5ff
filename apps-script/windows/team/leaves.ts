/** The form for the days on which a member is away. Past leaves are kept, the others can be changed. */
import type { MembersAnswer } from '../../../functions/contract/members';
import { type LeaveProblem, leaveProblems, mayStandInFor } from '../../../functions/domain/account/leave';
import { isManager, type Leave, type Member } from '../../../functions/domain/account/team';
import { addDays, type CalendarDate, isCalendarDate } from '../../../functions/domain/calendar/calendar-date';

/** A leave as typed. */
export interface LeaveLine {
  from: string;
  /** Empty for a single day. */
  to: string;
  /** Empty for the managers. */
  standInId: string;
}

export interface LeavesTask {
  kind: 'leaves';
  id: string;
  lines: readonly LeaveLine[];
  /** Leaves that ended before today. */
  past: readonly Leave[];
  /** Problems are shown after the first attempt to save. */
  isChecked: boolean;
}

export const NEW_LEAVE: LeaveLine = { from: '', to: '', standInId: '' };

/** The most that the functions store. */
export const MAX_LEAVES = 20;

export const leavesTask = ({ id, leaves = [] }: Member, today: CalendarDate): LeavesTask => {
  const lines = leaves
    .filter(({ to }) => to >= today)
    .map(({ from, to, standInId }) => ({ from, to, standInId: standInId ?? '' }));
  return {
    ...{ kind: 'leaves', id, isChecked: false },
    lines: lines.length === 0 ? [NEW_LEAVE] : lines,
    past: leaves.filter(({ to }) => to < today),
  };
};

const isFilled = ({ from, to, standInId }: LeaveLine): boolean =>
  from !== '' || to !== '' || standInId !== '';

const periodOf = ({ from, to, standInId }: LeaveLine): Leave => ({
  from,
  to: to === '' ? from : to,
  standInId: standInId === '' ? null : standInId,
});

/** What is sent: the lines, and the latest past leaves as far as there is room. */
export const periodsOf = ({ lines, past }: Pick<LeavesTask, 'lines' | 'past'>): Leave[] => {
  const periods = lines.filter(isFilled).map(periodOf);
  return [...past.slice(past.length - Math.max(0, MAX_LEAVES - periods.length)), ...periods];
};

/** `date`: a missing day, or one that does not exist. */
export type LeaveLineProblem = { line: number; problem: LeaveProblem | 'date' };

export const leaveLineProblems = (
  { members }: Pick<MembersAnswer, 'members'>,
  { id, lines, past }: LeavesTask,
): readonly LeaveLineProblem[] => {
  const isReadable = (line: LeaveLine): boolean =>
    isCalendarDate(line.from) && (line.to === '' || isCalendarDate(line.to));
  const unreadable = lines.flatMap((line, at) =>
    isFilled(line) && !isReadable(line) ? [{ line: at, problem: 'date' as const }] : [],
  );
  const readable = lines.flatMap((line, at) => (isReadable(line) ? [{ at, period: periodOf(line) }] : []));
  const known = Object.fromEntries(members.map((member) => [member.id, member]));
  const periods = [...readable.map(({ period }) => period), ...past];
  return [
    ...unreadable,
    ...leaveProblems(id, periods, known).flatMap(({ at, problem }) => {
      const line = readable[at]?.at;
      return line === undefined ? [] : [{ line, problem }];
    }),
  ];
};

/** Members who may stand in, and the present stand-in even if they no longer may. */
export const standInsToChoose = (members: readonly Member[], memberId: string, chosenId: string): Member[] =>
  members.filter((member) => mayStandInFor(memberId, member) || member.id === chosenId);

/** Where the stand-in is away on some of the days, their own stand-in acts. */
export const isStandInAway = (members: readonly Member[], line: LeaveLine): boolean => {
  const { from, to, standInId } = periodOf(line);
  const { leaves = [] } = members.find(({ id }) => id === standInId) ?? {};
  return leaves.some((leave) => leave.from <= to && from <= leave.to);
};

export const isAwayNow = ({ from, to }: LeaveLine, today: CalendarDate): boolean =>
  isCalendarDate(from) && from <= today && today <= (to === '' ? from : to);

/** The lines changed so that the member is back today. */
export const backToday = (lines: readonly LeaveLine[], at: number, today: CalendarDate): LeaveLine[] =>
  lines.flatMap((line, index) => {
    if (index !== at) return [line];
    return line.from < today ? [{ ...line, to: addDays(today, -1) }] : [];
  });

/** Members set their own leaves, managers everybody's. */
export const maySetLeaves = ({ you }: Pick<MembersAnswer, 'you'>, member: Member): boolean =>
  member.active && (isManager(you) || you.id === member.id);
