/** The members on the page: each with role and accounts, and what an admin does with them. */
import type { MembersAnswer } from '../../../functions/contract/members';
import { type Member, ROLES, type Role } from '../../../functions/domain/account/team';
import { keysOf } from '../../../functions/domain/status/table-keys';
import { ActionButton, ErrorView, QuietNote } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { formError, type TeamMessageKey, tTeam } from '../messages/team-catalog';
import { localize, type Viewer } from '../messages/viewer';
import type { HandOverState } from './hand-over';
import { HandOverView } from './hand-over-view';
import {
  type MembersMessage,
  type MembersOutcome,
  type MembersState,
  type MemberTask,
  NEW_MEMBER,
  type ReadMembersState,
} from './members';
import { TeamHistoryView } from './team-history-view';

interface Props<State = MembersState> {
  viewer: Pick<Viewer, 'language'>;
  state: State;
  dispatch: Dispatch<MembersMessage>;
}
type ReadProps = Props<ReadMembersState>;

const ROLE_HINTS: Readonly<Record<Role, TeamMessageKey>> = {
  viewer: 'roleViewer',
  is: 'roleIs',
  fs: 'roleFs',
  manager: 'roleManager',
  admin: 'roleAdmin',
};

const Buttons = ({ viewer, state, dispatch, label }: ReadProps & { label: TeamMessageKey }) => (
  <div class="buttons">
    <ActionButton act={() => dispatch({ type: 'send' })} kind="primary" disabled={state.sending}>
      {tTeam(viewer, state.sending ? 'sending' : label)}
    </ActionButton>
    <ActionButton act={() => dispatch({ type: 'cancel' })} disabled={state.sending}>
      {tTeam(viewer, 'cancel')}
    </ActionButton>
  </div>
);

/** What is wrong with that field of the member, by the functions. */
const fieldProblem = ({ viewer, state: { outcome } }: ReadProps, field: string): string | null => {
  if (outcome?.kind !== 'refused') return null;
  const issue = outcome.error.issues?.find(({ path }) => path === `member.${field}`);
  return issue === undefined ? null : localize(viewer, issue.message);
};

const TextField = ({
  field,
  label,
  ...props
}: ReadProps & { field: 'name' | 'email'; label: TeamMessageKey; task: MemberTask & { kind: 'edit' } }) => {
  const { viewer, dispatch, task } = props;
  const problem = fieldProblem(props, field);
  return (
    <div class="field">
      <label for={`member-${field}`}>{tTeam(viewer, label)}</label>
      <input
        id={`member-${field}`}
        inputMode={field === 'email' ? 'email' : 'text'}
        autocomplete="off"
        required
        maxLength={field === 'email' ? 254 : 200}
        value={task.values[field]}
        aria-invalid={problem === null ? undefined : 'true'}
        aria-describedby={problem === null ? undefined : `member-${field}-problem`}
        onInput={({ currentTarget }) => dispatch({ type: 'enter', values: { [field]: currentTarget.value } })}
      />
      {problem === null ? null : (
        <p class="problem" id={`member-${field}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
};

const EditForm = (props: ReadProps & { task: MemberTask & { kind: 'edit' } }) => {
  const { viewer, state, dispatch, task } = props;
  return (
    <form
      class="task form"
      onSubmit={(event) => {
        event.preventDefault();
        dispatch({ type: 'send' });
      }}
    >
      <TextField {...props} field="name" label="memberName" />
      <TextField {...props} field="email" label="memberEmail" />
      <div class="field">
        <label for="member-role">{tTeam(viewer, 'memberRole')}</label>
        <select
          id="member-role"
          value={task.values.role}
          onInput={({ currentTarget }) =>
            dispatch({
              type: 'enter',
              values: {
                role: keysOf(ROLES).find((role) => role === currentTarget.value) ?? task.values.role,
              },
            })
          }
        >
          {keysOf(ROLES).map((role) => (
            <option key={role} value={role}>
              {localize(viewer, ROLES[role])}
            </option>
          ))}
        </select>
        <p class="hint">{tTeam(viewer, ROLE_HINTS[task.values.role])}</p>
      </div>
      <p class="hint">{tTeam(viewer, task.id === null ? 'inviteHint' : 'otherAddress')}</p>
      <div class="buttons">
        <button type="submit" class="primary" disabled={state.sending}>
          {tTeam(viewer, state.sending ? 'sending' : task.id === null ? 'add' : 'save')}
        </button>
        <ActionButton act={() => dispatch({ type: 'cancel' })} disabled={state.sending}>
          {tTeam(viewer, 'cancel')}
        </ActionButton>
      </div>
    </form>
  );
};

const LeaveQuestion = (props: ReadProps & { member: Member; handOver: HandOverState | null }) => {
  const { viewer, state, dispatch, member, handOver } = props;
  const { name } = member;
  const load = state.answer.loads.find(({ id }) => id === member.id);
  return (
    <div class="task warning">
      <h3>{tTeam(viewer, 'leaveTitle', { name })}</h3>
      <p>
        {load === undefined || load.accounts === 0
          ? tTeam(viewer, 'leaveOwnsNone', { name })
          : tTeam(viewer, 'leaveOwns', { name, accounts: load.accounts, open: load.open })}
      </p>
      <p class="hint">{tTeam(viewer, 'leaveExplained')}</p>
      {handOver === null ? null : (
        <HandOverView
          viewer={{ ...viewer, members: membersById(state.answer) }}
          state={handOver}
          dispatch={(message) => dispatch({ type: 'handOver', message })}
          within
        />
      )}
      <Buttons {...props} label="leaveNow" />
    </div>
  );
};

/** What is asked about that member, below their line. */
const TaskOf = (props: ReadProps & { member: Member }) => {
  const { viewer, state, member } = props;
  const { task } = state;
  if (task?.id !== member.id) return null;
  const { name, email, role } = member;
  switch (task.kind) {
    case 'edit':
      return <EditForm {...props} task={task} />;
    case 'leave':
      return <LeaveQuestion {...props} handOver={task.handOver} />;
    case 'return':
      return (
        <div class="task warning">
          <p>{tTeam(viewer, 'returnExplained', { name, email, role: localize(viewer, ROLES[role]) })}</p>
          <Buttons {...props} label="returnNow" />
        </div>
      );
    case 'unbind':
      return (
        <div class="task warning">
          <p>{tTeam(viewer, 'unbindExplained', { name, email })}</p>
          <Buttons {...props} label="unbindNow" />
        </div>
      );
    default:
      return task satisfies never;
  }
};

const MemberActions = ({ viewer, state, dispatch, member }: ReadProps & { member: Member }) => {
  const { id, name, email, role, active } = member;
  const button = (message: MembersMessage, label: TeamMessageKey) => (
    <ActionButton act={() => dispatch(message)} kind="link" disabled={state.sending}>
      {tTeam(viewer, label)}
      <span class="unseen">{` ${name}`}</span>
    </ActionButton>
  );
  return (
    <div class="actions">
      {button({ type: 'begin', task: { kind: 'edit', id, values: { name, email, role } } }, 'edit')}
      {state.answer.bound.includes(id)
        ? button({ type: 'begin', task: { kind: 'unbind', id } }, 'unbind')
        : null}
      {active
        ? button({ type: 'beginLeave', id }, 'leave')
        : button({ type: 'begin', task: { kind: 'return', id } }, 'takeBack')}
    </div>
  );
};

const MemberLine = (props: ReadProps & { member: Member; isAdmin: boolean }) => {
  const { viewer, state, member, isAdmin } = props;
  const { id, name, email, role, active } = member;
  const { answer } = state;
  const load = answer.loads.find((one) => one.id === id);
  const isUnreadable = answer.problems.some((problem) => problem.id === id);
  return (
    <li class={active ? '' : 'gone'}>
      <div class="member">
        <strong>{id === answer.you.id ? tTeam(viewer, 'you', { name }) : name}</strong>
        <span class="chip role">{active ? localize(viewer, ROLES[role]) : tTeam(viewer, 'left')}</span>
      </div>
      <div class="quiet">{email}</div>
      <div class="quiet">
        {[
          load === undefined || load.accounts === 0
            ? ''
            : tTeam(viewer, 'load', { accounts: load.accounts, open: load.open }),
          isAdmin && active ? tTeam(viewer, answer.bound.includes(id) ? 'bound' : 'notBound') : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </div>
      {isUnreadable ? <p class="problem">{tTeam(viewer, 'unreadable')}</p> : null}
      {isAdmin ? <MemberActions {...props} /> : null}
      <TaskOf {...props} />
    </li>
  );
};

const OUTCOME_TEXTS = {
  added: 'memberAdded',
  saved: 'memberSaved',
  unbound: 'unbound',
  left: 'memberLeft',
  returned: 'memberReturned',
} as const satisfies Record<Exclude<MembersOutcome['kind'], 'refused'>, TeamMessageKey>;

const Outcome = ({ viewer, state: { outcome } }: ReadProps) => {
  if (outcome === null) return null;
  if (outcome.kind === 'refused')
    return (
      <div tabIndex={-1}>
        <ErrorView viewer={viewer} error={formError(outcome.error)} again={null} />
      </div>
    );
  const { name, email } = outcome.member;
  return (
    <p class="outcome" tabIndex={-1}>
      {tTeam(viewer, OUTCOME_TEXTS[outcome.kind], { name, email })}
    </p>
  );
};

const membersById = ({ members }: MembersAnswer): Readonly<Record<string, Member>> =>
  Object.fromEntries(members.map((member) => [member.id, member]));

/** Who is in the team first, each group in the order in which they came. */
const sortedMembers = (members: readonly Member[]): Member[] => [
  ...members.filter(({ active }) => active),
  ...members.filter(({ active }) => !active),
];

const ReadView = (props: ReadProps) => {
  const { viewer, state, dispatch } = props;
  const { answer, task, history } = state;
  const isAdmin = answer.you.role === 'admin';
  return (
    <>
      {isAdmin ? null : <QuietNote>{tTeam(viewer, 'adminsKeepMembers')}</QuietNote>}
      <div aria-live="polite">
        <Outcome {...props} />
      </div>
      {!isAdmin ? null : task?.kind === 'edit' && task.id === null ? (
        <EditForm {...props} task={task} />
      ) : (
        <ActionButton act={() => dispatch({ type: 'begin', task: NEW_MEMBER })} disabled={state.sending}>
          {tTeam(viewer, 'addMember')}
        </ActionButton>
      )}
      <ul class="plain members">
        {sortedMembers(answer.members).map((member) => (
          <MemberLine key={member.id} {...props} member={member} isAdmin={isAdmin} />
        ))}
      </ul>
      <TeamHistoryView
        viewer={{ ...viewer, members: membersById(answer) }}
        zone={answer.team.zone}
        state={history}
        dispatch={(message) => dispatch({ type: 'history', message })}
      />
    </>
  );
};

export const MembersView = (props: Props) => {
  const { viewer, state, dispatch } = props;
  switch (state.kind) {
    case 'reading':
      return <QuietNote>{tTeam(viewer, 'reading')}</QuietNote>;
    case 'failed':
      return <ErrorView viewer={viewer} error={state.error} again={() => dispatch({ type: 'read' })} />;
    case 'refused':
      return <QuietNote>{tTeam(viewer, 'managersOnly')}</QuietNote>;
    case 'read':
      return <ReadView {...props} state={state} />;
    default:
      return state satisfies never;
  }
};
