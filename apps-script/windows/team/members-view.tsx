/** The members on the page: each with role, accounts and leave, and what the person who looks may do with them. */

import { LANGUAGES } from '../../../functions/domain/account/setting-texts';
import { type Member, ROLES } from '../../../functions/domain/account/team';
import { ActionButton, ErrorView, QuietNote } from '../kit/elements';
import { membersById } from '../kit/members-by-id';
import type { Dispatch } from '../kit/run-program';
import { formError, type TeamMessageKey, tTeam } from '../messages/team-catalog';
import { localize, type Viewer } from '../messages/viewer';
import { maySetLeaves } from './leaves';
import { LeavesLine } from './leaves-view';
import { MemberForm, MemberTaskView } from './member-task-view';
import {
  isSending,
  type MembersMessage,
  type MembersOutcome,
  type MembersState,
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

const MemberActions = ({
  viewer,
  state,
  dispatch,
  member,
  isAdmin,
}: ReadProps & { member: Member; isAdmin: boolean }) => {
  const { id, name, kana = '', email, role, active, language = '' } = member;
  const button = (message: MembersMessage, label: TeamMessageKey) => (
    <ActionButton act={() => dispatch(message)} kind="link" disabled={isSending(state)}>
      {tTeam(viewer, label)}
      <span class="unseen">{` ${name}`}</span>
    </ActionButton>
  );
  return (
    <div class="actions">
      {isAdmin
        ? button(
            { type: 'begin', task: { kind: 'edit', id, values: { name, kana, email, role, language } } },
            'edit',
          )
        : null}
      {maySetLeaves(state.answer, member) ? button({ type: 'beginLeaves', id }, 'leavesOf') : null}
      {isAdmin && state.answer.bound.includes(id)
        ? button({ type: 'begin', task: { kind: 'unbind', id } }, 'unbind')
        : null}
      {!isAdmin
        ? null
        : active
          ? button({ type: 'beginDeparture', id }, 'leave')
          : button({ type: 'begin', task: { kind: 'return', id } }, 'takeBack')}
    </div>
  );
};

const MemberLine = (props: ReadProps & { member: Member; isAdmin: boolean }) => {
  const { viewer, state, member, isAdmin } = props;
  const { id, name, kana, email, role, active, language } = member;
  const { answer } = state;
  const load = answer.loads.find((one) => one.id === id);
  const isUnreadable = answer.problems.some((problem) => problem.id === id);
  return (
    <li class={active ? '' : 'gone'}>
      <div class="member">
        <strong>{id === answer.you.id ? tTeam(viewer, 'you', { name }) : name}</strong>
        <span class="chip role">{active ? localize(viewer, ROLES[role]) : tTeam(viewer, 'left')}</span>
      </div>
      <div class="quiet">{kana === undefined ? email : `${kana} · ${email}`}</div>
      <div class="quiet">
        {[
          load === undefined || load.accounts === 0
            ? ''
            : tTeam(viewer, 'load', { accounts: load.accounts, open: load.open }),
          language === undefined ? '' : localize(viewer, LANGUAGES[language]),
          isAdmin && active ? tTeam(viewer, answer.bound.includes(id) ? 'bound' : 'notBound') : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </div>
      <LeavesLine {...props} />
      {isUnreadable ? <p class="problem">{tTeam(viewer, 'unreadable')}</p> : null}
      <MemberActions {...props} />
      <MemberTaskView {...props} />
    </li>
  );
};

const OUTCOME_TEXTS = {
  added: 'memberAdded',
  saved: 'memberSaved',
  unbound: 'unbound',
  left: 'memberLeft',
  returned: 'memberReturned',
  leavesSaved: 'leavesSaved',
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

/** Who is in the team first, each group in the order of the team, which is that of their readings. */
const sortedMembers = (members: readonly Member[]): Member[] => [
  ...members.filter(({ active }) => active),
  ...members.filter(({ active }) => !active),
];

/** The button stays behind its form: it has the focus again when the form is left. */
const AddMember = (props: ReadProps) => {
  const { viewer, state, dispatch } = props;
  const { task } = state;
  const form = task?.kind === 'edit' && task.id === null ? task : null;
  return (
    <>
      <div hidden={form !== null}>
        <ActionButton act={() => dispatch({ type: 'begin', task: NEW_MEMBER })} disabled={isSending(state)}>
          {tTeam(viewer, 'addMember')}
        </ActionButton>
      </div>
      {form === null ? null : <MemberForm {...props} task={form} />}
    </>
  );
};

const ReadView = (props: ReadProps) => {
  const { viewer, state, dispatch } = props;
  const { answer, history } = state;
  const isAdmin = answer.you.role === 'admin';
  return (
    <>
      {isAdmin ? null : <QuietNote>{tTeam(viewer, 'adminsKeepMembers')}</QuietNote>}
      <div aria-live="polite">
        <Outcome {...props} />
      </div>
      {isAdmin ? <AddMember {...props} /> : null}
      <ul class="plain members">
        {sortedMembers(answer.members).map((member) => (
          <MemberLine key={member.id} {...props} member={member} isAdmin={isAdmin} />
        ))}
      </ul>
      {history === null ? null : (
        <TeamHistoryView
          viewer={{ ...viewer, members: membersById(answer) }}
          zone={answer.team.zone}
          state={history}
          dispatch={(message) => dispatch({ type: 'history', message })}
        />
      )}
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
    case 'read':
      return <ReadView {...props} state={state} />;
    default:
      return state satisfies never;
  }
};
