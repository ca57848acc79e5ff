/** The head of an account: what it is, what waits for somebody, and what may be done with it. */
import type { ComponentChildren } from 'preact';
import { isManager, mayWrite } from '../../../functions/domain/account/team';
import { statusLabel } from '../../../functions/domain/history/value-words';
import type { AccountView } from '../../script-api';
import { ActionButton, StatusChip } from '../kit/elements';
import { mayGiveCommand, whomToAsk } from '../kit/member-rights';
import type { Dispatch } from '../kit/run-program';
import { tAccount } from '../messages/account-catalog';
import { formatDate, memberName, type Viewer } from '../messages/viewer';
import { HeadFacts } from './account-facts';
import type { FormName } from './form-names';
import { overlapWarning } from './log-contact-form';
import { mayDecideProposal, mayUnmerge, undoableEntry } from './pane-rights';
import type { PaneMessage } from './pane-state';

interface Props {
  viewer: Viewer;
  accountView: AccountView;
  /** Instant of the reading, ISO 8601. */
  now: string;
  dispatch: Dispatch<PaneMessage>;
}

const OpenButton = ({
  name,
  kind = '',
  dispatch,
  children,
}: {
  name: FormName;
  kind?: string;
  dispatch: Dispatch<PaneMessage>;
  children: ComponentChildren;
}) => (
  <ActionButton act={() => dispatch({ type: 'open', draft: { kind: 'form', name, values: {} } })} kind={kind}>
    {children}
  </ActionButton>
);

const ProposalNote = ({ viewer, accountView, dispatch }: Props) => {
  const { proposal } = accountView.account;
  if (proposal === null) return null;
  const { id: proposalId, inEffect, by, on, to, note } = proposal;
  return (
    <div class="warning">
      <p>
        {tAccount(viewer, inEffect ? 'reviewPending' : 'proposalPending', {
          who: memberName(viewer, by),
          date: formatDate(viewer, on),
          status: statusLabel(viewer, to),
        })}
      </p>
      {note === null ? null : <p>{note}</p>}
      {mayDecideProposal(accountView) ? (
        <div class="buttons">
          <OpenButton name={{ form: 'approve', proposalId }} dispatch={dispatch}>
            {tAccount(viewer, 'approve')}
          </OpenButton>
          <OpenButton name={{ form: 'reject', proposalId }} dispatch={dispatch}>
            {tAccount(viewer, 'reject')}
          </OpenButton>
        </div>
      ) : null}
    </div>
  );
};

const HandOverNote = ({ viewer, accountView: { account, you }, dispatch }: Props) => {
  const { handOver } = account;
  if (handOver === null || handOver.acknowledgedOn !== null) return null;
  const { by, toId, on, note, promises } = handOver;
  const mine = toId === you.id;
  return (
    <div class="warning">
      <p>
        {tAccount(viewer, mine ? 'handedToYou' : 'handedTo', {
          by: memberName(viewer, by),
          to: memberName(viewer, toId),
          date: formatDate(viewer, on),
        })}
      </p>
      <p>{note}</p>
      {promises === null ? null : <p>{tAccount(viewer, 'promised', { words: promises })}</p>}
      {mine ? (
        <div class="buttons">
          <ActionButton
            act={() =>
              dispatch({
                type: 'act',
                command: { type: 'acknowledgeHandOver', accept: true },
                sentence: 'acknowledged',
              })
            }
          >
            {tAccount(viewer, 'acknowledge')}
          </ActionButton>
          <OpenButton name={{ form: 'returnHandOver' }} dispatch={dispatch}>
            {tAccount(viewer, 'return')}
          </OpenButton>
        </div>
      ) : null}
    </div>
  );
};

const SuccessorLink = ({ viewer, accountView, now, dispatch }: Props) => {
  const { account, you } = accountView;
  const successor = account.onFile?.successorId ?? null;
  if (successor === null) return null;
  return (
    <div class="buttons">
      <ActionButton act={() => dispatch({ type: 'look', id: successor })}>
        {tAccount(viewer, 'showSuccessor')}
      </ActionButton>
      {mayUnmerge(accountView, now) ? (
        <OpenButton
          name={{ form: 'unmerge' }}
          dispatch={dispatch}
        >{`${tAccount(viewer, 'unmerge')}…`}</OpenButton>
      ) : null}
      {account.merged === null && isManager(you) ? (
        <OpenButton name={{ form: 'cutLink' }} dispatch={dispatch}>
          {tAccount(viewer, 'cutLink')}
        </OpenButton>
      ) : null}
    </div>
  );
};

const HEAD_FORMS = [
  { form: 'logContact', label: 'logContact', gives: 'logActivity', kind: 'primary' },
  { form: 'recordCheck', label: 'recordCheck', gives: 'recordCheck', kind: 'primary' },
  { form: 'nextCheck', label: 'setNextCheck', gives: 'setNextCheck', kind: '' },
  { form: 'awaited', label: 'setAwaited', gives: 'setAwaited', kind: '' },
] as const;

const HeadButtons = ({ viewer, accountView, now, dispatch }: Props) => {
  const { account, you } = accountView;
  const undoable = undoableEntry(accountView, now);
  const isChecked = account.status === 'QUARTERLY_CHECK';
  const owns = account.ownerId === null || account.ownerId === you.id || isManager(you);
  const forms = HEAD_FORMS.filter(({ form }) => isChecked || form === 'logContact');
  const mayOpen = forms.filter(({ gives }) => mayGiveCommand({ ...viewer, you }, gives, account));
  const others = forms.filter((form) => !mayOpen.includes(form));
  return (
    <>
      <div class="buttons">
        {mayOpen.map(({ form, label, kind }) => (
          <OpenButton key={form} name={{ form }} kind={kind} dispatch={dispatch}>
            {tAccount(viewer, label)}
          </OpenButton>
        ))}
        {owns ? (
          <OpenButton name={{ form: 'handOver' }} dispatch={dispatch}>
            {tAccount(viewer, 'handOver')}
          </OpenButton>
        ) : null}
        {undoable === null ? null : (
          <ActionButton
            act={() =>
              dispatch({
                type: 'act',
                command: { type: 'undo', version: undoable.version },
                sentence: 'undone',
              })
            }
          >
            {tAccount(viewer, 'undoNewest')}
          </ActionButton>
        )}
      </div>
      {others.map(({ form, gives }) => (
        <p key={form} class="hint">
          {whomToAsk(viewer, gives, account)}
        </p>
      ))}
    </>
  );
};

export const AccountHead = (props: Props) => {
  const { viewer, accountView } = props;
  const { account, you, today } = accountView;
  const overlap = overlapWarning(viewer, accountView);
  return (
    <>
      <h2 class="name">{account.name}</h2>
      <div>
        <StatusChip viewer={viewer} status={account.status} />
      </div>
      {account.withdrawn ? <p class="warning">{tAccount(viewer, 'withdrawn')}</p> : null}
      <ProposalNote {...props} />
      <HandOverNote {...props} />
      <HeadFacts viewer={viewer} account={account} today={today} />
      <SuccessorLink {...props} />
      {overlap === null ? null : <p class="warning">{overlap}</p>}
      {mayWrite(you) ? null : <p class="quiet">{tAccount(viewer, 'readOnly')}</p>}
      {mayWrite(you) && !account.withdrawn ? <HeadButtons {...props} /> : null}
    </>
  );
};
