/** Recording checks, on the page. */
import type { Status } from '../../../functions/domain/status/statuses';
import type { AccountView } from '../../script-api';
import { AccountWarnings } from '../account/account-warnings';
import type { BulkFormMessage, BulkFormState } from '../kit/bulk-form';
import { BulkFormView } from '../kit/bulk-form-view';
import type { CommandFormMessage, CommandFormState } from '../kit/command-form';
import { ActionButton, QuietNote } from '../kit/elements';
import type { FormValues } from '../kit/form-data';
import { CommandFormView } from '../kit/form-view';
import type { Dispatch } from '../kit/run-program';
import { tRows } from '../messages/rows-catalog';
import type { Viewer } from '../messages/viewer';
import { AccountDialogView } from './account-dialog-view';
import type { RecordCheckMessage, RecordCheckState } from './record-check';
import { WithTeamView } from './with-team-view';

interface Props {
  state: RecordCheckState;
  dispatch: Dispatch<RecordCheckMessage>;
}

const CHECKED: Status = 'QUARTERLY_CHECK';

const CheckIntro = ({ viewer, accountView }: { viewer: Viewer; accountView: AccountView }) =>
  accountView.account.status === CHECKED ? (
    <AccountWarnings viewer={viewer} accountView={accountView} />
  ) : (
    <p class="refusal">{tRows(viewer, 'noCheckRuns')}</p>
  );

export const RecordCheckView = ({ state, dispatch }: Props) => {
  const { viewer, running, phase } = state;
  switch (phase.kind) {
    case 'none':
      return <QuietNote>{tRows(viewer, 'noCheckRuns')}</QuietNote>;
    case 'choosing':
      return (
        <>
          <p>{tRows(viewer, 'checkHow', { n: running.length })}</p>
          <div class="buttons">
            <ActionButton act={() => dispatch({ type: 'oneByOne' })} kind="primary">
              {tRows(viewer, 'oneByOne')}
            </ActionButton>
            <ActionButton act={() => dispatch({ type: 'together' })}>
              {tRows(viewer, 'allTheSame')}
            </ActionButton>
          </div>
        </>
      );
    case 'single': {
      const { serial, dialog, rest } = phase;
      const [following] = rest;
      return (
        <AccountDialogView<CommandFormState, CommandFormMessage, FormValues>
          key={serial}
          state={dialog}
          dispatch={(message) => dispatch({ type: 'single', serial, message })}
          work={(known, accountView, form, send) => (
            <CommandFormView
              viewer={known}
              state={form}
              dispatch={send}
              intro={<CheckIntro viewer={known} accountView={accountView} />}
            />
          )}
          next={
            following === undefined
              ? null
              : {
                  label: tRows(viewer, 'nextOne', { name: following.name, n: rest.length }),
                  act: () => dispatch({ type: 'next' }),
                }
          }
        />
      );
    }
    case 'together':
      return (
        <WithTeamView<BulkFormState, BulkFormMessage>
          viewer={viewer}
          state={phase.window}
          dispatch={(message) => dispatch({ type: 'bulk', message })}
          window={(known, form, send) => <BulkFormView viewer={known} state={form} dispatch={send} />}
        />
      );
    default:
      return phase satisfies never;
  }
};
