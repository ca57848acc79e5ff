/** The packages of a hand-over on the page, and on paper: one account after the other. */
import type { AccountAnswer } from '../../../functions/contract/account';
import { openOpportunities, sortedById } from '../../../functions/domain/account/account';
import { isHandedTo } from '../../../functions/domain/account/waiting-hand-overs';
import { entryHead, entryLines } from '../../../functions/domain/history/history-text';
import { BANT_VALUE_LABELS } from '../../../functions/domain/status/code-list-texts';
import { BANT_KEYS } from '../../../functions/domain/status/code-lists';
import { STATUS } from '../../../functions/domain/status/statuses';
import { ActionButton, DefinitionList, ErrorView, QuietNote } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { BANT_LABELS, tHandOver } from '../messages/hand-over-catalog';
import { formatDate, localize, memberName, type Viewer } from '../messages/viewer';
import { opportunityFacts } from './opportunity-facts';
import type { PackageReply, PackagesMessage, PackagesState } from './packages';

interface Props {
  viewer: Pick<Viewer, 'language' | 'members'>;
}
type Account = AccountAnswer['account'];

/** Newest contacts that are shown. */
const MAX_CONTACTS = 5;

const joined = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part != null && part !== '').join(' · ');

/** Nothing where there are none: the label then goes, too. */
const listOf = (lines: readonly string[]) =>
  lines.length === 0 ? null : (
    <ul class="plain">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );

const peopleLines = ({ contacts }: Account): string[] =>
  sortedById(contacts)
    .filter(({ state }) => state === 'present')
    .map(({ name, department, title, phone, email }) => joined(name, department, title, phone, email));

const bantText = ({ viewer, account: { bant } }: Props & { account: Account }): string =>
  BANT_KEYS.map(
    (key) => `${localize(viewer, BANT_LABELS[key])}: ${localize(viewer, BANT_VALUE_LABELS[bant[key].value])}`,
  ).join(' · ');

const opportunityLines = ({ viewer, account }: Props & { account: Account }): string[] =>
  openOpportunities(account).flatMap((one) => [
    joined(one.product, memberName(viewer, one.fsOwnerId), formatDate(viewer, one.since)),
    ...opportunityFacts(viewer, one),
  ]);

const productLines = ({ viewer, account }: Props & { account: Account }): string[] =>
  sortedById(account.products)
    .filter(({ state }) => state === 'live')
    .map(({ product, since, endsOn, reference }) =>
      joined(
        product,
        since === null && endsOn === null
          ? ''
          : `${since === null ? '' : formatDate(viewer, since)}–${endsOn === null ? '' : formatDate(viewer, endsOn)}`,
        reference,
      ),
    );

const contactLines = ({ viewer, account }: Props & { account: Account }): string[] =>
  sortedById(account.activities)
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .slice(0, MAX_CONTACTS)
    .map((activity) =>
      joined(
        formatDate(viewer, activity.date),
        activity.with,
        memberName(viewer, activity.by),
        activity.note,
      ),
    );

const historyLines = ({ viewer, history }: Props & Pick<AccountAnswer, 'history'>): string[] =>
  history.map((entry) => joined(entryHead(viewer, entry, entry.on), ...entryLines(viewer, entry)));

/** For whom something of it waits: taken over or given back. */
const Reply = ({
  viewer,
  id,
  reply,
  dispatch,
}: Props & { id: string; reply: PackageReply | undefined; dispatch: Dispatch<PackagesMessage> }) => {
  const { note = '', phase = 'writing', refused = null } = reply ?? {};
  if (phase === 'accepted' || phase === 'returned')
    return (
      <p class="outcome" role="status">
        {tHandOver(viewer, phase === 'accepted' ? 'acceptedOne' : 'returnedOne')}
      </p>
    );
  return (
    <div class="reply">
      <label class="field">
        {tHandOver(viewer, 'noteOptional')}
        <textarea
          rows={2}
          maxLength={2000}
          value={note}
          disabled={phase === 'sending'}
          onInput={({ currentTarget }) => dispatch({ type: 'write', id, note: currentTarget.value })}
        />
      </label>
      {refused === null ? null : (
        <p class="problem" role="alert">
          {localize(viewer, refused)}
        </p>
      )}
      <div class="buttons">
        <ActionButton
          act={() => dispatch({ type: 'reply', id, accept: true })}
          kind="primary"
          disabled={phase === 'sending'}
        >
          {tHandOver(viewer, 'acceptNow')}
        </ActionButton>
        <ActionButton
          act={() => dispatch({ type: 'reply', id, accept: false })}
          disabled={phase === 'sending'}
        >
          {tHandOver(viewer, 'returnNow')}
        </ActionButton>
      </div>
    </div>
  );
};

const Package = ({
  viewer,
  answer,
  reply,
  dispatch,
  youId,
}: Props & {
  answer: AccountAnswer;
  reply: PackageReply | undefined;
  dispatch: Dispatch<PackagesMessage>;
  youId: string;
}) => {
  const { account, history } = answer;
  const { handOver } = account;
  const props = { viewer, account };
  return (
    <article class="package">
      <h3>{account.name}</h3>
      <DefinitionList
        facts={[
          [
            tHandOver(viewer, 'status'),
            joined(localize(viewer, STATUS[account.status].label), formatDate(viewer, account.statusSince)),
          ],
          [tHandOver(viewer, 'owner'), memberName(viewer, account.ownerId)],
          handOver === null
            ? null
            : [
                tHandOver(viewer, 'handedOver'),
                joined(
                  `${memberName(viewer, handOver.fromId)} → ${memberName(viewer, handOver.toId)}`,
                  formatDate(viewer, handOver.on),
                  handOver.note,
                ),
              ],
          handOver?.promises ? [tHandOver(viewer, 'promisesMade'), handOver.promises] : null,
          [tHandOver(viewer, 'people'), listOf(peopleLines(account))],
          ['BANT', bantText(props)],
          [tHandOver(viewer, 'latentNeed'), account.latentNeed],
          [tHandOver(viewer, 'awaited'), account.awaitedCondition],
          [
            tHandOver(viewer, 'nextCheck'),
            account.nextCheck === null ? null : formatDate(viewer, account.nextCheck.date),
          ],
          [tHandOver(viewer, 'products'), listOf(productLines(props))],
          [tHandOver(viewer, 'opportunities'), listOf(opportunityLines(props))],
          [tHandOver(viewer, 'contacts'), listOf(contactLines(props))],
          [tHandOver(viewer, 'history'), listOf(historyLines({ viewer, history }))],
        ]}
      />
      {isHandedTo(account, youId) ? (
        <Reply viewer={viewer} id={account.id} reply={reply} dispatch={dispatch} />
      ) : null}
    </article>
  );
};

export const PackagesView = ({
  viewer,
  state,
  ids,
  youId,
  dispatch,
}: Props & {
  state: PackagesState | null;
  /** Of the accounts that the window is about. */
  ids: readonly string[];
  /** Who is at the window. */
  youId: string;
  dispatch: Dispatch<PackagesMessage>;
}) => (
  <section class="packages">
    {state === null ? (
      ids.length === 0 ? null : (
        <ActionButton act={() => dispatch({ type: 'openAll', ids })} kind="link">
          {tHandOver(viewer, 'showPackages', { n: ids.length })}
        </ActionButton>
      )
    ) : (
      <>
        {state.phase.kind === 'reading' ? (
          <QuietNote>
            {tHandOver(viewer, 'progress', {
              n: state.read.length,
              total: state.read.length + state.left.length,
            })}
          </QuietNote>
        ) : null}
        {state.phase.kind === 'failed' ? (
          <ErrorView viewer={viewer} error={state.phase.error} again={() => dispatch({ type: 'goOn' })} />
        ) : null}
        {state.phase.kind === 'read' ? (
          <div class="buttons">
            <ActionButton act={() => dispatch({ type: 'print' })}>{tHandOver(viewer, 'print')}</ActionButton>
          </div>
        ) : null}
        {state.read.map((answer) => (
          <Package
            key={answer.account.id}
            viewer={viewer}
            answer={answer}
            reply={state.replies[answer.account.id]}
            dispatch={dispatch}
            youId={youId}
          />
        ))}
      </>
    )}
  </section>
);
