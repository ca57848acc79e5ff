/** The calendar link on the page. */
import { ActionButton, ErrorView, QuietNote } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tReports } from '../messages/reports-catalog';
import { formatDate, memberName, type Viewer } from '../messages/viewer';
import { zonedDay } from '../messages/zoned-minute';
import { type CalendarLinkMessage, type CalendarLinkState, LINK_FIELD } from './calendar-link';

interface Props {
  viewer: Pick<Viewer, 'language' | 'members'>;
  /** IANA zone of the team. */
  zone: string;
  state: CalendarLinkState;
  dispatch: Dispatch<CalendarLinkMessage>;
}

const NewLink = ({ viewer, state: { url, copied }, dispatch }: Props) =>
  url === null ? null : (
    <div class="outcome">
      <label for={LINK_FIELD}>{tReports(viewer, 'newLink')}</label>
      <textarea id={LINK_FIELD} rows={3} readOnly spellcheck={false} value={url} />
      <div class="buttons">
        <ActionButton act={() => dispatch({ type: 'copy' })} kind="primary">
          {tReports(viewer, 'copy')}
        </ActionButton>
        <span class="quiet" role="status">
          {copied === null ? '' : tReports(viewer, copied ? 'copied' : 'copyByHand')}
        </span>
      </div>
    </div>
  );

const Confirmation = ({
  viewer,
  state: { confirming },
  dispatch,
  memberId,
}: Props & { memberId: string | null }) => {
  if (confirming === null || confirming.memberId !== memberId) return null;
  const { action } = confirming;
  return (
    <div class="warning" role="alert">
      <p>{tReports(viewer, action === 'renew' ? 'confirmRenew' : 'confirmRevoke')}</p>
      <div class="buttons">
        <ActionButton act={() => dispatch({ type: 'press', action, memberId })} kind="primary">
          {tReports(viewer, action === 'renew' ? 'yesRenew' : 'yesRevoke')}
        </ActionButton>
        <ActionButton act={() => dispatch({ type: 'cancel' })}>{tReports(viewer, 'cancel')}</ActionButton>
      </div>
    </div>
  );
};

const OtherLinks = (props: Props & { others: NonNullable<CalendarLinkState['feeds']>['others'] }) => {
  const { viewer, zone, dispatch, others } = props;
  if (others.length === 0) return null;
  return (
    <>
      <h3>{tReports(viewer, 'otherLinks')}</h3>
      <ul class="plain items">
        {others.map(({ memberId, at }) => (
          <li key={memberId}>
            {memberName(viewer, memberId)}
            <small>{tReports(viewer, 'since', { date: formatDate(viewer, zonedDay(zone, at)) })}</small>
            <div>
              <ActionButton act={() => dispatch({ type: 'press', action: 'revoke', memberId })} kind="link">
                {tReports(viewer, 'revokeOf', { name: memberName(viewer, memberId) })}
              </ActionButton>
            </div>
            <Confirmation {...props} memberId={memberId} />
          </li>
        ))}
      </ul>
    </>
  );
};

export const CalendarLinkView = (props: Props) => {
  const { viewer, zone, state, dispatch } = props;
  const { feeds, phase } = state;
  const isBusy = phase.kind === 'changing' || phase.kind === 'reading';
  return (
    <>
      <NewLink {...props} />
      {isBusy ? <QuietNote>{tReports(viewer, 'reading')}</QuietNote> : null}
      {phase.kind === 'failed' ? (
        <ErrorView viewer={viewer} error={phase.error} again={() => dispatch({ type: 'read' })} />
      ) : null}
      {feeds === null ? null : (
        <>
          <p>
            {feeds.own === null
              ? tReports(viewer, 'noLink')
              : tReports(viewer, 'linkSince', { date: formatDate(viewer, zonedDay(zone, feeds.own.at)) })}
          </p>
          <div class="buttons">
            <ActionButton
              act={() => dispatch({ type: 'press', action: 'renew', memberId: null })}
              disabled={isBusy}
            >
              {tReports(viewer, feeds.own === null ? 'makeLink' : 'renewLink')}
            </ActionButton>
            {feeds.own === null ? null : (
              <ActionButton
                act={() => dispatch({ type: 'press', action: 'revoke', memberId: null })}
                disabled={isBusy}
              >
                {tReports(viewer, 'revokeLink')}
              </ActionButton>
            )}
          </div>
          <Confirmation {...props} memberId={null} />
          <OtherLinks {...props} others={feeds.others} />
        </>
      )}
    </>
  );
};
