/** The sign-ins of the members, on the page. */
import type { Member } from '../../../functions/domain/account/team';
import { ROLES } from '../../../functions/domain/account/team';
import { ActionButton, ErrorView, QuietNote } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tMaintenance } from '../messages/maintenance-catalog';
import { localize, type Viewer } from '../messages/viewer';
import type { SignInsMessage, SignInsState } from './sign-ins';

interface Props<State = SignInsState> {
  viewer: Pick<Viewer, 'language'>;
  state: State;
  dispatch: Dispatch<SignInsMessage>;
}
type ReadState = Extract<SignInsState, { kind: 'read' }>;

const Question = ({
  viewer,
  member,
  dispatch,
  sending,
}: Omit<Props, 'state'> & { member: Member; sending: boolean }) => (
  <div class="warning">
    <p>{tMaintenance(viewer, 'unbindExplained', { name: member.name, email: member.email })}</p>
    <div class="buttons">
      <ActionButton act={() => dispatch({ type: 'unbind' })} kind="primary" disabled={sending}>
        {tMaintenance(viewer, 'unbind')}
      </ActionButton>
      <ActionButton act={() => dispatch({ type: 'cancel' })} disabled={sending}>
        {tMaintenance(viewer, 'cancel')}
      </ActionButton>
    </div>
  </div>
);

const MemberLine = ({ viewer, state, dispatch, member }: Props<ReadState> & { member: Member }) => {
  const { id, name, email, role, active } = member;
  const isBound = state.answer.bound.includes(id);
  return (
    <li>
      <strong>{active ? name : tMaintenance(viewer, 'whoLeft', { name })}</strong>
      <small>{`${email} · ${localize(viewer, ROLES[role])}`}</small>
      {isBound ? (
        <ActionButton act={() => dispatch({ type: 'ask', memberId: id })} kind="link">
          {`${tMaintenance(viewer, 'unbind')}…`}
        </ActionButton>
      ) : (
        <small>{tMaintenance(viewer, 'notBound')}</small>
      )}
      {state.asked === id ? (
        <Question viewer={viewer} member={member} dispatch={dispatch} sending={state.sending} />
      ) : null}
    </li>
  );
};

const Outcome = ({ viewer, state: { outcome }, dispatch }: Props<ReadState>) => {
  switch (outcome?.kind) {
    case 'unbound': {
      const { name, email } = outcome.member;
      return <QuietNote>{tMaintenance(viewer, 'unbound', { name, email })}</QuietNote>;
    }
    case 'error':
      return <ErrorView viewer={viewer} error={outcome.error} again={() => dispatch({ type: 'read' })} />;
    default:
      return null;
  }
};

export const SignInsView = ({ viewer, state, dispatch }: Props) => {
  switch (state.kind) {
    case 'reading':
      return <QuietNote>{tMaintenance(viewer, 'reading')}</QuietNote>;
    case 'failed':
      return <ErrorView viewer={viewer} error={state.error} again={() => dispatch({ type: 'read' })} />;
    case 'read': {
      const { you, members } = state.answer;
      if (you.role !== 'admin') return <QuietNote>{tMaintenance(viewer, 'adminsOnly')}</QuietNote>;
      return (
        <>
          <p class="hint">{tMaintenance(viewer, 'signInsHint')}</p>
          <div aria-live="polite">
            <Outcome viewer={viewer} state={state} dispatch={dispatch} />
          </div>
          <ul class="plain rows">
            {members.map((member) => (
              <MemberLine key={member.id} viewer={viewer} state={state} dispatch={dispatch} member={member} />
            ))}
          </ul>
        </>
      );
    }
    default:
      return state satisfies never;
  }
};
