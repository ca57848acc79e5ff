/** The merge of two accounts, on the page. */
import type { MergePreview } from '../../../functions/domain/commands/merge-terms';
import { ActionButton, ErrorView, StatusChip } from '../kit/elements';
import { CommandFormView } from '../kit/form-view';
import { RefusalDetails } from '../kit/refusal-details';
import type { Dispatch } from '../kit/run-program';
import { tAccount } from '../messages/account-catalog';
import {
  mergeComparison,
  missingDataAfterMerge,
  needsManagerText,
  transferLines,
} from '../messages/merge-text';
import type { Viewer } from '../messages/viewer';
import type { MergeConfirmation, MergeMessage, MergeState } from './merge';

interface Props {
  viewer: Viewer;
  state: MergeState;
  dispatch: Dispatch<MergeMessage>;
}

type ConfirmationProps = Props & { phase: MergeConfirmation };

const Comparison = ({ viewer, preview }: { viewer: Viewer; preview: MergePreview }) => {
  const { from, into } = preview;
  return (
    <table class="sides">
      <thead>
        <tr>
          {(
            [
              ['mergeGoes', from.name],
              ['mergeStays', into.name],
            ] as const
          ).map(([label, name]) => (
            <th key={label} scope="col">
              <div class="quiet">{tAccount(viewer, label)}</div>
              <div class="name">{name}</div>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            <StatusChip viewer={viewer} status={from.status} />
          </td>
          <td>
            <StatusChip viewer={viewer} status={into.status} />
          </td>
        </tr>
        {mergeComparison(viewer, preview).map(([label, left, right]) => (
          <tr key={label}>
            <td>
              <div class="quiet">{label}</div>
              <div>{left}</div>
            </td>
            <td>
              <div class="quiet">{label}</div>
              <div>{right}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Transfer = ({
  viewer,
  preview,
  goTo,
}: {
  viewer: Viewer;
  preview: MergePreview;
  goTo: (id: string) => void;
}) => {
  const { survivor, refusal, into } = preview;
  const lines = transferLines(viewer, preview);
  const debts = missingDataAfterMerge(viewer, preview);
  return (
    <div>
      <strong>{tAccount(viewer, 'mergeBrings')}</strong>
      {lines.length === 0 ? (
        <p class="quiet">{tAccount(viewer, 'mergeBringsNone')}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {survivor === null ? null : (
        <p>
          <strong>{tAccount(viewer, 'mergeAfter')}</strong> <span class="name">{into.name}</span>{' '}
          <StatusChip viewer={viewer} status={survivor.status} />
        </p>
      )}
      {debts === null ? null : <p class="hint">{debts}</p>}
      {refusal === null ? null : (
        <RefusalDetails viewer={viewer} refusal={refusal} reload={null} goTo={goTo} />
      )}
    </div>
  );
};

const Outlook = ({ viewer, phase, dispatch }: ConfirmationProps) => {
  const { outlook } = phase;
  const goTo = (id: string): void => dispatch({ type: 'goTo', id });
  return (
    <div aria-live="polite">
      {outlook.kind === 'preview' ? (
        <Transfer viewer={viewer} preview={outlook.preview} goTo={goTo} />
      ) : (
        <RefusalDetails
          viewer={viewer}
          refusal={outlook.refusal}
          reload={() => dispatch({ type: 'reload' })}
          goTo={goTo}
        />
      )}
    </div>
  );
};

/** The ways out of a confirmation: another account, or another company. */
const OtherWays = ({ viewer, phase: { choice, trouble }, dispatch }: ConfirmationProps) => (
  <>
    <div aria-live="polite">
      {trouble === null ? null : trouble.kind === 'error' ? (
        <ErrorView viewer={viewer} error={trouble.error} again={() => dispatch({ type: 'markApart' })} />
      ) : (
        <RefusalDetails
          viewer={viewer}
          refusal={trouble.refusal}
          reload={() => dispatch({ type: 'reload' })}
          goTo={(id) => dispatch({ type: 'goTo', id })}
        />
      )}
    </div>
    <div class="buttons">
      <ActionButton act={() => dispatch({ type: 'back' })}>{tAccount(viewer, 'mergeBack')}</ActionButton>
      {choice.reason === 'DUPLICATE' ? (
        <ActionButton act={() => dispatch({ type: 'markApart' })}>
          {tAccount(viewer, 'markNotDuplicate')}
        </ActionButton>
      ) : null}
    </div>
  </>
);

const Confirmation = (props: ConfirmationProps) => {
  const { viewer, phase, dispatch } = props;
  const { form, preview } = phase;
  if (form !== null)
    return (
      <div class="merge">
        <CommandFormView
          key="confirm"
          viewer={viewer}
          state={form}
          dispatch={(message) => dispatch({ type: 'form', message })}
          intro={
            <div>
              <Comparison viewer={viewer} preview={preview} />
              <Outlook {...props} />
            </div>
          }
        />
        <OtherWays {...props} />
      </div>
    );
  return (
    <div class="merge">
      <h3>{tAccount(viewer, 'mergeInto')}</h3>
      <Comparison viewer={viewer} preview={preview} />
      <Outlook {...props} />
      <p class="warning">{needsManagerText(viewer, preview.needsManager)}</p>
      <OtherWays {...props} />
      <ActionButton act={() => dispatch({ type: 'cancel' })}>{tAccount(viewer, 'cancel')}</ActionButton>
    </div>
  );
};

export const MergeView = (props: Props) => {
  const { viewer, state, dispatch } = props;
  const { phase, accountView } = state;
  if (phase.kind === 'confirming') return <Confirmation {...props} phase={phase} />;
  return (
    <div class="merge">
      <CommandFormView
        key="choose"
        viewer={viewer}
        state={phase.form}
        dispatch={(message) => dispatch({ type: 'form', message })}
        intro={<p class="hint">{tAccount(viewer, 'mergeHint', { name: accountView.account.name })}</p>}
      />
    </div>
  );
};
