import { isManager, mayWrite } from '../../../functions/domain/account/team';
import { ActionButton, StatusChip } from '../kit/elements';
import { mayGiveCommand, whomToAsk } from '../kit/member-rights';
import { tAccount } from '../messages/account-catalog';
import { formatDate, memberName } from '../messages/viewer';
import { HeadFacts } from './account-facts';
import { AnswersNote, BadFitReviewNote, ProposalNote } from './decision-notes';
import { type HeadProps, OpenFormButton } from './head-parts';
import { overlapWarning } from './log-contact-form';
import { mayUnmerge, undoableEntry } from './pane-rights';

const HandOverNote = ({ viewer, accountView: { account, you }, dispatch }: HeadProps) => {
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
          <OpenFormButton name={{ form: 'returnHandOver' }} dispatch={dispatch}>
            {tAccount(viewer, 'return')}
          </OpenFormButton>
        </div>
      ) : null}
    </div>
  );
};

const SuccessorLink = ({ viewer, accountView, now, dispatch }: HeadProps) => {
  const { account, you } = accountView;
  const successor = account.onFile?.successorId ?? null;
  if (successor === null) return null;
  return (
    <div class="buttons">
      <ActionButton act={() => dispatch({ type: 'look', id: successor })}>
        {tAccount(viewer, 'showSuccessor')}
      </ActionButton>
      {mayUnmerge(accountView, now) ? (
        <OpenFormButton
          name={{ form: 'unmerge' }}
          dispatch={dispatch}
        >{`${tAccount(viewer, 'unmerge')}…`}</OpenFormButton>
      ) : null}
      {account.merged === null && isManager(you) ? (
        <OpenFormButton name={{ form: 'cutLink' }} dispatch={dispatch}>
          {tAccount(viewer, 'cutLink')}
        </OpenFormButton>
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

const HeadButtons = ({ viewer, accountView, now, dispatch }: HeadProps) => {
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
          <OpenFormButton key={form} name={{ form }} kind={kind} dispatch={dispatch}>
            {tAccount(viewer, label)}
          </OpenFormButton>
        ))}
        {owns ? (
          <OpenFormButton name={{ form: 'handOver' }} dispatch={dispatch}>
            {tAccount(viewer, 'handOver')}
          </OpenFormButton>
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

export const AccountHead = (props: HeadProps) => {
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
      <AnswersNote {...props} />
      <BadFitReviewNote {...props} />
      <HandOverNote {...props} />
      <HeadFacts viewer={viewer} account={account} today={today} />
      <SuccessorLink {...props} />
      {overlap === null ? null : <p class="warning">{overlap}</p>}
      {mayWrite(you) ? null : <p class="quiet">{tAccount(viewer, 'readOnly')}</p>}
      {mayWrite(you) && !account.withdrawn ? <HeadButtons {...props} /> : null}
    </>
  );
};
