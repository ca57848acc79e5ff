/** What is done with a member, on the page: the forms, and the questions before somebody leaves, comes back or is unbound. */

import { LANGUAGES } from '../../../functions/domain/account/setting-texts';
import { type Member, ROLES, type Role } from '../../../functions/domain/account/team';
import { keysOf } from '../../../functions/domain/status/table-keys';
import type { HandOverState } from '../decisions/hand-over-state';
import { HandOverView } from '../decisions/hand-over-view';
import { ActionButton } from '../kit/elements';
import { membersById } from '../kit/members-by-id';
import type { Dispatch } from '../kit/run-program';
import { type TeamMessageKey, tTeam } from '../messages/team-catalog';
import { localize, type Viewer } from '../messages/viewer';
import { LeavesForm } from './leaves-view';
import { isSending, type MembersMessage, type MemberTask, type ReadMembersState } from './members';

interface ReadProps {
  viewer: Pick<Viewer, 'language'>;
  state: ReadMembersState;
  dispatch: Dispatch<MembersMessage>;
}

const ROLE_HINTS: Readonly<Record<Role, TeamMessageKey>> = {
  viewer: 'roleViewer',
  is: 'roleIs',
  fs: 'roleFs',
  manager: 'roleManager',
  admin: 'roleAdmin',
};

const Buttons = ({ viewer, state, dispatch, label }: ReadProps & { label: TeamMessageKey }) => (
  <div class="buttons">
    <ActionButton act={() => dispatch({ type: 'send' })} kind="primary" disabled={isSending(state)}>
      {tTeam(viewer, state.sending ? 'sending' : label)}
    </ActionButton>
    <ActionButton act={() => dispatch({ type: 'cancel' })} disabled={isSending(state)}>
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
}: ReadProps & {
  field: 'name' | 'kana' | 'email';
  label: TeamMessageKey;
  task: MemberTask & { kind: 'edit' };
}) => {
  const { viewer, dispatch, task } = props;
  const problem = fieldProblem(props, field);
  return (
    <div class="field">
      <label for={`member-${field}`}>{tTeam(viewer, label)}</label>
      <input
        id={`member-${field}`}
        inputMode={field === 'email' ? 'email' : 'text'}
        autocomplete="off"
        required={field !== 'kana'}
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

export const MemberForm = (props: ReadProps & { task: MemberTask & { kind: 'edit' } }) => {
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
      <TextField {...props} field="kana" label="memberKana" />
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
      <div class="field">
        <label for="member-language">{tTeam(viewer, 'memberLanguage')}</label>
        <select
          id="member-language"
          value={task.values.language}
          onInput={({ currentTarget }) =>
            dispatch({
              type: 'enter',
              values: { language: keysOf(LANGUAGES).find((one) => one === currentTarget.value) ?? '' },
            })
          }
        >
          <option value="">{tTeam(viewer, 'ownLanguage')}</option>
          {keysOf(LANGUAGES).map((language) => (
            <option key={language} value={language}>
              {localize(viewer, LANGUAGES[language])}
            </option>
          ))}
        </select>
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

const DepartureQuestion = (props: ReadProps & { member: Member; handOver: HandOverState }) => {
  const { viewer, state, dispatch, member, handOver } = props;
  const { name } = member;
  const load = state.answer.loads.find(({ id }) => id === member.id);
  const insideSales = handOver.rows?.filter(({ isInsideSales }) => isInsideSales).length ?? 0;
  return (
    <div class="task warning">
      <h3>{tTeam(viewer, 'leaveTitle', { name })}</h3>
      <p>
        {load === undefined || load.accounts === 0
          ? tTeam(viewer, 'leaveOwnsNone', { name })
          : tTeam(viewer, 'leaveOwns', { name, accounts: load.accounts, open: load.open })}
        {insideSales === 0 ? null : ` ${tTeam(viewer, 'leaveInsideSales', { accounts: insideSales })}`}
      </p>
      <p class="hint">{tTeam(viewer, 'leaveExplained')}</p>
      <HandOverView
        viewer={{ ...viewer, members: membersById(state.answer) }}
        state={handOver}
        dispatch={(message) => dispatch({ type: 'handOver', message })}
        within
      />
      <Buttons {...props} label="leaveNow" />
    </div>
  );
};

/** What is asked about that member, below their line. */
export const MemberTaskView = (props: ReadProps & { member: Member }) => {
  const { viewer, state, member } = props;
  const { task } = state;
  if (task?.id !== member.id) return null;
  const { name, email, role } = member;
  switch (task.kind) {
    case 'edit':
      return <MemberForm {...props} task={task} />;
    case 'leaves':
      return <LeavesForm {...props} task={task} />;
    case 'departure':
      return <DepartureQuestion {...props} handOver={task.handOver} />;
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
