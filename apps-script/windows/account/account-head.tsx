/** The head of an account: what stays in sight, what is to be decided, and its facts. */
import { type HandOver, lastContact, sortedById } from '../../../functions/domain/account/account';
import { openPromises } from '../../../functions/domain/account/open-promises';
import { isManager, mayWrite } from '../../../functions/domain/account/team';
import { mayAnswerFor, passedOpportunities } from '../../../functions/domain/account/waiting-hand-overs';
import type { CallerCommandType } from '../../../functions/domain/commands/command-rights';
import { activityWithNote } from '../../../functions/domain/history/change-text';
import type { AccountView } from '../../script-api';
import { ActionButton, StatusChip } from '../kit/elements';
import { mayGiveCommand, mayHandOver, whomToAsk } from '../kit/member-rights';
import { MoreActions } from '../kit/more-actions';
import { type AccountMessageKey, tAccount } from '../messages/account-catalog';
import { formatDate, memberName, type Viewer } from '../messages/viewer';
import { HeadFacts, joinParts, missingDataText } from './account-facts';
import { noteLines } from './account-sections';
import { AccountWarnings } from './account-warnings';
import { AnswersNote, BadFitReviewNote, ProposalNote } from './decision-notes';
import type { HeadForm } from './form-names';
import { type HeadProps, OpenFormButton } from './head-parts';
import { mayUnmerge, undoableEntry } from './pane-rights';

interface WaitingHandOver extends Pick<HandOver, 'by' | 'on'> {
  toId: string;
  /** Of the opportunity; null for the account itself. */
  product: string | null;
  lines: readonly (string | null)[];
}

/** The account, and each opportunity with the whole note with which it was passed on. */
const waitingHandOvers = (
  viewer: Viewer,
  { handOver, opportunities }: AccountView['account'],
): WaitingHandOver[] => [
  ...(handOver?.acknowledgedOn === null
    ? [
        {
          ...{ ...handOver, product: null },
          lines: [handOver.note],
        },
      ]
    : []),
  ...passedOpportunities({ opportunities }).flatMap(
    ({ product, fsOwnerId: toId, handOverNote, handOver: passed }) =>
      passed === null
        ? []
        : [{ ...passed, toId, product, lines: [...noteLines(viewer, handOverNote), passed.note] }],
  ),
];

const HandOverNotes = ({ viewer, accountView: { account, you, today }, dispatch }: HeadProps) => {
  const isYours = ({ toId }: WaitingHandOver): boolean =>
    mayAnswerFor(toId, { actor: you, members: viewer.members, today });
  const waiting = waitingHandOvers(viewer, account);
  if (waiting.length === 0) return null;
  return (
    <div class="warning">
      {waiting.map((one) => (
        <>
          <p>
            {joinParts(
              one.product,
              tAccount(viewer, one.toId === you.id ? 'handedToYou' : 'handedTo', {
                by: memberName(viewer, one.by),
                to: memberName(viewer, one.toId),
                date: formatDate(viewer, one.on),
              }),
            )}
          </p>
          {one.lines.map((line) => (line === null ? null : <p key={line}>{line}</p>))}
        </>
      ))}
      {waiting.some(isYours) ? (
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
          <OpenFormButton name={{ form: 'answerHandOver' }} values={{ answer: 'return' }} dispatch={dispatch}>
            {`${tAccount(viewer, 'return')}…`}
          </OpenFormButton>
        </div>
      ) : null}
    </div>
  );
};

/** Until somebody says that they are kept, also behind the acknowledgement. */
const Promises = ({ viewer, accountView: { account, you }, dispatch }: HeadProps) => {
  const promises = openPromises(account);
  return promises === null ? null : (
    <div class="warning">
      <p>{tAccount(viewer, 'promised', { words: promises })}</p>
      {mayGiveCommand({ ...viewer, you }, 'keepPromises', account) ? (
        <OpenFormButton name={{ form: 'keepPromises' }} dispatch={dispatch}>
          {tAccount(viewer, 'keepPromises')}
        </OpenFormButton>
      ) : null}
    </div>
  );
};

/** What its status asks for and nobody has said yet, with the form that asks for just that. */
const MissingData = ({ viewer, accountView: { account, you }, dispatch }: HeadProps) =>
  account.debts.length === 0 ? null : (
    <div class="warning">
      <p>{`${tAccount(viewer, 'debts')}: ${missingDataText(viewer, account)}`}</p>
      {!account.withdrawn && mayGiveCommand({ ...viewer, you }, 'fillIn', account) ? (
        <ActionButton act={() => dispatch({ type: 'fillDebts' })}>{tAccount(viewer, 'fillIn')}</ActionButton>
      ) : null}
    </div>
  );

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

const CHECK_FORM = { form: 'recordCheck', label: 'recordCheck', gives: 'recordCheck' } as const;
const CONTACT_FORM = { form: 'logContact', label: 'logContact', gives: 'logActivity' } as const;
const LATER_FORMS = [
  { form: 'nextCheck', label: 'setNextCheck', gives: 'setNextCheck' },
  { form: 'awaited', label: 'setAwaited', gives: 'setAwaited' },
] as const;

interface HeadAction {
  label: AccountMessageKey;
  act: () => void;
}

/** What a rep does with an account, the commonest first. */
const headActions = ({ viewer, accountView, now, dispatch }: HeadProps): HeadAction[] => {
  const { account, you } = accountView;
  const isChecked = account.status === 'QUARTERLY_CHECK';
  const undoable = undoableEntry(accountView, now);
  const open = (label: AccountMessageKey, form: HeadForm): HeadAction => ({
    label,
    act: () => dispatch({ type: 'open', draft: { kind: 'form', name: { form }, values: {} } }),
  });
  const permitted = [...(isChecked ? [CHECK_FORM] : []), CONTACT_FORM].filter(mayOpen(viewer, accountView));
  const later = isChecked ? LATER_FORMS.filter(mayOpen(viewer, accountView)) : [];
  return [
    ...permitted.map(({ label, form }) => open(label, form)),
    ...(mayHandOver({ you }, account.ownerId) ? [open('handOver', 'handOver')] : []),
    ...later.map(({ label, form }) => open(label, form)),
    ...(undoable === null
      ? []
      : [
          {
            label: 'undoNewest' as const,
            act: () =>
              dispatch({
                type: 'act',
                command: { type: 'undo', version: undoable.version },
                sentence: 'undone',
              }),
          },
        ]),
  ];
};

const mayOpen =
  (viewer: Viewer, { account, you }: AccountView) =>
  ({ gives }: { gives: CallerCommandType }): boolean =>
    mayGiveCommand({ ...viewer, you }, gives, account);

const PRIMARY_ACTIONS = 2;

/** Two in sight, and the others behind them. */
const HeadActions = (props: HeadProps) => {
  const { viewer } = props;
  const actions = headActions(props);
  const others = actions.slice(PRIMARY_ACTIONS);
  return (
    <div class="buttons pane-actions">
      {actions.slice(0, PRIMARY_ACTIONS).map(({ label, act }, index) => (
        <ActionButton key={label} act={act} kind={index === 0 ? 'primary' : ''}>
          {tAccount(viewer, label)}
        </ActionButton>
      ))}
      {others.length === 0 ? null : (
        <MoreActions label={tAccount(viewer, 'moreActions')}>
          {others.map(({ label, act }) => (
            <ActionButton key={label} act={act}>
              {tAccount(viewer, label)}
            </ActionButton>
          ))}
        </MoreActions>
      )}
    </div>
  );
};

/** What of the commonest is somebody else's to do, and whose. */
const ActionsOfOthers = ({ viewer, accountView }: HeadProps) => {
  const { account } = accountView;
  const forms = account.status === 'QUARTERLY_CHECK' ? [CHECK_FORM, CONTACT_FORM] : [CONTACT_FORM];
  const may = mayOpen(viewer, accountView);
  return (
    <>
      {forms
        .filter((form) => !may(form))
        .map(({ form, gives }) => (
          <p key={form} class="hint">
            {whomToAsk(viewer, gives, account)}
          </p>
        ))}
    </>
  );
};

/** The number of the person whom we speak with, else the company's. */
const phoneLine = ({ account }: AccountView): string | null => {
  const present = sortedById(account.contacts).filter(
    ({ state, phone }) => state === 'present' && phone !== null,
  );
  const person = present.find(({ id }) => id === account.awaitedContactId) ?? present[0];
  return joinParts(person?.phone ?? account.phone, person?.name) || null;
};

/** In sight however far one scrolls: which company, whose, how to reach it, and what was said last. */
const StickyHead = (props: HeadProps) => {
  const { viewer, accountView } = props;
  const { account, you } = accountView;
  const phone = phoneLine(accountView);
  const last = lastContact(account);
  return (
    <header class="pane-head">
      <h2 class="name">{account.name}</h2>
      <p>
        <StatusChip viewer={viewer} status={account.status} /> {tAccount(viewer, 'owner')}:{' '}
        {memberName(viewer, account.ownerId)}
      </p>
      {phone === null ? null : <p>{`☎ ${phone}`}</p>}
      <p class="last-words">
        {last === null ? tAccount(viewer, 'neverSpoken') : activityWithNote(viewer, last)}
      </p>
      {mayWrite(you) && !account.withdrawn ? <HeadActions {...props} /> : null}
    </header>
  );
};

export const AccountHead = (props: HeadProps) => {
  const { viewer, accountView } = props;
  const { account, you, today } = accountView;
  return (
    <>
      <StickyHead {...props} />
      {account.withdrawn ? <p class="warning">{tAccount(viewer, 'withdrawn')}</p> : null}
      <ProposalNote {...props} />
      <AnswersNote {...props} />
      <BadFitReviewNote {...props} />
      <HandOverNotes {...props} />
      <Promises {...props} />
      <MissingData {...props} />
      <HeadFacts viewer={viewer} account={account} today={today} />
      <SuccessorLink {...props} />
      <AccountWarnings viewer={viewer} accountView={accountView} />
      {mayWrite(you) ? null : <p class="quiet">{tAccount(viewer, 'readOnly')}</p>}
      {mayWrite(you) && !account.withdrawn ? <ActionsOfOthers {...props} /> : null}
    </>
  );
};
