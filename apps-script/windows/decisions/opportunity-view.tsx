/** One open opportunity handed over: of which company, the whole note of it, to whom, and with which words. */
import type { Opportunity } from '../../../functions/domain/account/account';
import { ActionButton, ErrorView, QuietNote } from '../kit/elements';
import { tHandOver } from '../messages/hand-over-catalog';
import { formatDate, localize, memberName } from '../messages/viewer';
import {
  type OpportunityMessage,
  type OpportunityState,
  opportunitiesToChoose,
  opportunityReceivers,
} from './hand-over-opportunity';
import type { HandOverRow } from './hand-over-rows';
import type { HandOverProps } from './hand-over-scope-view';
import { opportunityFacts } from './opportunity-facts';

interface Props extends HandOverProps {
  opportunity: OpportunityState;
  tell: (message: OpportunityMessage) => void;
}

const OpportunityChoice = ({ viewer, opportunity, tell, one }: Props & { one: Opportunity }) => (
  <label class="tick">
    <input
      type="radio"
      name="opportunity"
      checked={opportunity.opportunityId === one.id}
      aria-invalid={opportunity.wants === 'opportunity' ? 'true' : undefined}
      onInput={() => tell({ type: 'fill', values: { opportunityId: one.id } })}
    />
    <span>
      <strong>{one.product}</strong> {memberName(viewer, one.fsOwnerId)} · {formatDate(viewer, one.since)}
      {opportunityFacts(viewer, one).map((line) => (
        <small key={line} class="fact">
          {line}
        </small>
      ))}
    </span>
  </label>
);

const Receiver = ({ viewer, state, opportunity, tell }: Props) => (
  <div class="field">
    <label for="opportunity-receiver">{tHandOver(viewer, 'receivers')}</label>
    <select
      id="opportunity-receiver"
      value={opportunity.toId ?? ''}
      aria-invalid={opportunity.wants === 'receiver' ? 'true' : undefined}
      onInput={({ currentTarget }) =>
        tell({ type: 'fill', values: { toId: currentTarget.value === '' ? null : currentTarget.value } })
      }
    >
      <option value="">{tHandOver(viewer, 'chooseReceiver')}</option>
      {opportunityReceivers(opportunity, state.team.members).map(({ id }) => (
        <option key={id} value={id}>
          {memberName(viewer, id)}
        </option>
      ))}
    </select>
    {opportunity.wants === 'receiver' ? <p class="problem">{tHandOver(viewer, 'wantsReceivers')}</p> : null}
  </div>
);

const Note = ({ viewer, opportunity, tell }: Props) => (
  <div class="field">
    <label for="opportunity-note">{tHandOver(viewer, 'opportunityNote')}</label>
    <textarea
      id="opportunity-note"
      rows={2}
      maxLength={2000}
      value={opportunity.note}
      aria-invalid={opportunity.wants === 'note' ? 'true' : undefined}
      onInput={({ currentTarget }) => tell({ type: 'fill', values: { note: currentTarget.value } })}
    />
    {opportunity.wants === 'note' ? <p class="problem">{tHandOver(viewer, 'wantsNote')}</p> : null}
  </div>
);

const Outcome = ({ viewer, opportunity: { outcome, error }, tell, opportunity }: Props) => (
  <div aria-live="polite">
    {error === null ? null : (
      <ErrorView
        viewer={viewer}
        error={error}
        again={
          opportunity.account === null
            ? () => tell({ type: 'look', accountId: opportunity.accountId })
            : () => tell({ type: 'send' })
        }
      />
    )}
    {outcome === null ? null : 'refused' in outcome ? (
      <p class="problem outcome" tabIndex={-1}>
        {localize(viewer, outcome.refused)}
      </p>
    ) : (
      <p class="outcome" tabIndex={-1}>
        {tHandOver(viewer, 'opportunityDone', {
          product: outcome.product,
          to: memberName(viewer, outcome.toId),
        })}
      </p>
    )}
  </div>
);

const OpportunityForm = (props: Props) => {
  const { viewer, state, opportunity, tell } = props;
  const choices = opportunitiesToChoose(opportunity, state.team.you);
  return (
    <div class="opportunity">
      <Outcome {...props} />
      {opportunity.phase === 'reading' ? <QuietNote>{tHandOver(viewer, 'reading')}</QuietNote> : null}
      {opportunity.account !== null && opportunity.phase !== 'reading' && choices.length === 0 ? (
        <QuietNote>{tHandOver(viewer, 'noOpportunities')}</QuietNote>
      ) : null}
      {choices.length === 0 ? null : (
        <>
          <fieldset class="field opportunities" disabled={opportunity.phase !== 'choosing'}>
            <legend>{tHandOver(viewer, 'opportunities')}</legend>
            {choices.map((one) => (
              <OpportunityChoice key={one.id} {...props} one={one} />
            ))}
            {opportunity.wants === 'opportunity' ? (
              <p class="problem">{tHandOver(viewer, 'wantsOpportunity')}</p>
            ) : null}
          </fieldset>
          <Receiver {...props} />
          <Note {...props} />
          <div class="buttons">
            <ActionButton
              act={() => tell({ type: 'send' })}
              kind="primary"
              disabled={opportunity.phase !== 'choosing'}
            >
              {tHandOver(viewer, opportunity.phase === 'sending' ? 'sending' : 'giveOpportunity')}
            </ActionButton>
          </div>
        </>
      )}
    </div>
  );
};

/** Each company with what may be handed over of it, the chosen one with its form. */
export const OpportunityAccounts = (props: HandOverProps & { rows: readonly HandOverRow[] }) => {
  const { state, dispatch, rows } = props;
  const { opportunity } = state;
  const tell = (message: OpportunityMessage) => dispatch({ type: 'opportunity', message });
  return (
    <ul class="rows whole">
      {rows.map(({ id, name, facts }) => (
        <li key={id}>
          <ActionButton act={() => tell({ type: 'look', accountId: id })} kind="link">
            {facts === null ? name : `${name} (${facts.openOpportunities})`}
          </ActionButton>
          {opportunity?.accountId === id ? (
            <OpportunityForm {...props} opportunity={opportunity} tell={tell} />
          ) : null}
        </li>
      ))}
    </ul>
  );
};
