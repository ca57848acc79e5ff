/** Change of status of one account, on the page. */

import { statusLabel } from '../../../functions/domain/history/value-words';
import { noteOfMove } from '../../../functions/domain/status/transition-notes';
import { CommandFormView } from '../kit/form-view';
import { permittedOffers, whomToAsk } from '../kit/member-rights';
import type { Dispatch } from '../kit/run-program';
import { localize, t, type Viewer } from '../messages/viewer';
import type { ChangeStatusMessage, ChangeStatusState } from './change-status';
import { StatusPicker } from './status-picker';

interface Props {
  viewer: Viewer;
  state: ChangeStatusState;
  dispatch: Dispatch<ChangeStatusMessage>;
}

/** What the move means, and that a manager decides. */
const TransitionHints = ({ viewer, state: { accountView, to, form } }: Omit<Props, 'dispatch'>) => {
  const { account } = accountView;
  const hasLost = Object.values(account.opportunities).some(({ state }) => state === 'lost');
  const note = to === null ? null : noteOfMove(account.status, to, hasLost);
  const approval = accountView.offers.some((offer) => offer.to === to && offer.approval);
  return (
    <div>
      {note === null ? null : <p class="hint">{localize(viewer, note)}</p>}
      {approval ? <p class="hint">{t(viewer, 'approvalHint')}</p> : null}
      {form?.plan.fields.length === 0 ? <p class="hint">{t(viewer, 'nothingToFill')}</p> : null}
    </div>
  );
};

export const ChangeStatusView = ({ viewer, state, dispatch }: Props) => {
  const { accountView, to, form, hasChoice } = state;
  const { account } = accountView;
  const offers = permittedOffers(viewer, accountView);
  const isLegal = accountView.offers.some((offer) => offer.to === to);
  const isNotOffered = to !== null && !offers.some((offer) => offer.to === to);
  return (
    <div class="change">
      {isNotOffered && !isLegal ? (
        <p class="refusal">{t(viewer, 'notLegalNow', { status: statusLabel(viewer, to) })}</p>
      ) : null}
      {account.proposal === null ? null : <p class="warning">{t(viewer, 'proposalWaits')}</p>}
      {offers.length < accountView.offers.length ? (
        <p class="hint">{whomToAsk(viewer, 'changeStatus', account)}</p>
      ) : null}
      {!hasChoice && !isNotOffered ? null : accountView.offers.length === 0 ? (
        <p>{t(viewer, 'noOffers')}</p>
      ) : offers.length === 0 ? null : (
        <StatusPicker
          viewer={viewer}
          choices={offers.map((offer) => ({ to: offer.to, approval: offer.approval, count: null }))}
          chosen={to}
          choose={(chosen) => dispatch({ type: 'choose', to: chosen })}
        />
      )}
      <div>
        {form === null ? null : (
          <CommandFormView
            key={to}
            viewer={viewer}
            state={form}
            dispatch={(message) => dispatch({ type: 'form', message })}
            intro={<TransitionHints viewer={viewer} state={state} />}
          />
        )}
      </div>
    </div>
  );
};
