/** When a member is away, on the page, and the form in which it is set. */

import { leaveOn } from '../../../functions/domain/account/leave';
import { leaveText } from '../../../functions/domain/account/member-texts';
import type { Member } from '../../../functions/domain/account/team';
import { ActionButton } from '../kit/elements';
import { membersById } from '../kit/members-by-id';
import type { Dispatch } from '../kit/run-program';
import { type TeamMessageKey, tTeam } from '../messages/team-catalog';
import { localize, memberName, type Viewer } from '../messages/viewer';
import {
  backToday,
  isAwayNow,
  isStandInAway,
  type LeaveLine,
  type LeaveLineProblem,
  type LeavesTask,
  leaveLineProblems,
  MAX_LEAVES,
  NEW_LEAVE,
  standInsToChoose,
} from './leaves';
import type { MembersMessage, ReadMembersState } from './members';

interface Props {
  viewer: Pick<Viewer, 'language'>;
  state: ReadMembersState;
  dispatch: Dispatch<MembersMessage>;
  member: Member;
}

/** The leave that is, and those to come. */
export const LeavesLine = ({ viewer, state: { answer }, member }: Omit<Props, 'dispatch'>) => {
  const { today } = answer.team;
  const coming = (member.leaves ?? []).filter(({ to }) => to >= today);
  if (!member.active || coming.length === 0) return null;
  const known = { ...viewer, members: membersById(answer) };
  const words = coming.map((leave) =>
    localize(
      viewer,
      leaveText(leave, (id) => memberName(known, id)),
    ),
  );
  return (
    <div class="quiet">
      {leaveOn(member, today) === null ? null : <span class="chip away">{tTeam(viewer, 'onLeave')}</span>}{' '}
      {tTeam(viewer, 'leaves')}: {words.join(viewer.language === 'ja' ? '、' : ', ')}
    </div>
  );
};

const PROBLEMS: Readonly<Record<LeaveLineProblem['problem'], TeamMessageKey>> = {
  date: 'leaveWantsDate',
  dates: 'leaveEndsEarly',
  overlap: 'leaveOverlaps',
  standIn: 'leaveStandIn',
};

interface LineProps extends Props {
  task: LeavesTask;
  at: number;
  line: LeaveLine;
  problems: readonly LeaveLineProblem['problem'][];
}

const Line = ({ viewer, state, dispatch, task, member, at, line, problems }: LineProps) => {
  const { answer, sending } = state;
  const { today } = answer.team;
  const known = { ...viewer, members: membersById(answer) };
  const enter = (lines: readonly LeaveLine[]) => dispatch({ type: 'enterLeaves', lines });
  const change = (values: Partial<LeaveLine>) =>
    enter(task.lines.map((one, index) => (index === at ? { ...one, ...values } : one)));
  const invalid = (...kinds: readonly LeaveLineProblem['problem'][]) =>
    problems.some((problem) => kinds.includes(problem))
      ? { 'aria-invalid': 'true' as const, 'aria-describedby': `leave-${at}-problem` }
      : {};
  const label = (key: TeamMessageKey) =>
    `${tTeam(viewer, key)} ${tTeam(viewer, 'lineNumber', { n: at + 1 })}`;
  const dateField = (field: 'from' | 'to', key: TeamMessageKey) => (
    <label>
      {tTeam(viewer, key)}
      <input
        type="date"
        value={line[field]}
        aria-label={label(key)}
        disabled={sending}
        {...invalid('date', 'dates', 'overlap')}
        onInput={({ currentTarget }) => change({ [field]: currentTarget.value })}
      />
    </label>
  );
  return (
    <li>
      <div class="leave">
        {dateField('from', 'leaveFrom')}
        {dateField('to', 'leaveTo')}
        <label>
          {tTeam(viewer, 'standIn')}
          <select
            value={line.standInId}
            aria-label={label('standIn')}
            disabled={sending}
            {...invalid('standIn')}
            onInput={({ currentTarget }) => change({ standInId: currentTarget.value })}
          >
            <option value="">{tTeam(viewer, 'managersStandIn')}</option>
            {standInsToChoose(answer.members, member.id, line.standInId).map(({ id }) => (
              <option key={id} value={id}>
                {memberName(known, id)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {problems.length === 0 ? null : (
        <p class="problem" id={`leave-${at}-problem`}>
          {problems.map((problem) => tTeam(viewer, PROBLEMS[problem])).join(' ')}
        </p>
      )}
      {isStandInAway(answer.members, line) ? <p class="hint">{tTeam(viewer, 'standInAway')}</p> : null}
      <div class="actions">
        {isAwayNow(line, today) ? (
          <ActionButton act={() => enter(backToday(task.lines, at, today))} kind="link" disabled={sending}>
            {tTeam(viewer, 'backToday')}
          </ActionButton>
        ) : null}
        <ActionButton
          act={() => enter(task.lines.filter((_, index) => index !== at))}
          kind="link"
          disabled={sending}
        >
          {tTeam(viewer, 'removeLine')}
          <span class="unseen">{` ${tTeam(viewer, 'leaves')} ${tTeam(viewer, 'lineNumber', { n: at + 1 })}`}</span>
        </ActionButton>
      </div>
    </li>
  );
};

export const LeavesForm = (props: Props & { task: LeavesTask }) => {
  const { viewer, state, dispatch, member, task } = props;
  const problems = task.isChecked ? leaveLineProblems(state.answer, task) : [];
  return (
    <form
      class="task form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        dispatch({ type: 'send' });
      }}
    >
      <h3>{tTeam(viewer, 'leavesTitle', { name: member.name })}</h3>
      <p class="hint">{tTeam(viewer, 'leavesExplained')}</p>
      <ul class="plain">
        {task.lines.map((line, at) => (
          // A leave has no name but its place.
          <Line
            key={at}
            {...props}
            at={at}
            line={line}
            problems={problems.flatMap((one) => (one.line === at ? one.problem : []))}
          />
        ))}
      </ul>
      <ActionButton
        act={() => dispatch({ type: 'enterLeaves', lines: [...task.lines, NEW_LEAVE] })}
        kind="link"
        disabled={state.sending || task.lines.length >= MAX_LEAVES}
      >
        {tTeam(viewer, 'addLeave')}
      </ActionButton>
      <div class="buttons">
        <button type="submit" class="primary" disabled={state.sending}>
          {tTeam(viewer, state.sending ? 'sending' : 'save')}
        </button>
        <ActionButton act={() => dispatch({ type: 'cancel' })} disabled={state.sending}>
          {tTeam(viewer, 'cancel')}
        </ActionButton>
      </div>
    </form>
  );
};
