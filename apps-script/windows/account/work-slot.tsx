/** The place of the open form in the pane of an account. */
import type { AccountView } from '../../script-api';
import { CommandFormView } from '../kit/form-view';
import type { Dispatch } from '../kit/run-program';
import { ChangeStatusView } from '../status/change-status-view';
import { sectionOfWork } from './account-work';
import type { FormName, SectionName } from './form-names';
import { overlapWarning } from './log-contact-form';
import { MergeView } from './merge-view';
import type { PaneMessage, PaneState } from './pane-state';

/** Of what is shown once the account is read. */
export interface ReadProps {
  state: PaneState;
  accountView: AccountView;
  dispatch: Dispatch<PaneMessage>;
}

/** Forms before which both sides of an overlap are told. */
const WARNED_FORMS: readonly FormName['form'][] = ['logContact', 'recordCheck'];

/** The work that is open, where it belongs. */
export const WorkSlot = ({
  state: { viewer, work },
  accountView,
  section,
  dispatch,
}: ReadProps & { section: SectionName }) => {
  if (work === null || sectionOfWork(work) !== section) return <div class="slot" />;
  const overlap = overlapWarning(viewer, accountView);
  switch (work.kind) {
    case 'form':
      return (
        <div class="slot">
          <CommandFormView
            viewer={viewer}
            state={work.state}
            dispatch={(message) => dispatch({ type: 'work', message: { kind: 'form', message } })}
            intro={
              overlap === null || !WARNED_FORMS.includes(work.name.form) ? null : (
                <p class="warning">{overlap}</p>
              )
            }
          />
        </div>
      );
    case 'change':
      return (
        <div class="slot">
          <ChangeStatusView
            viewer={viewer}
            state={work.state}
            dispatch={(message) => dispatch({ type: 'work', message: { kind: 'change', message } })}
          />
        </div>
      );
    case 'merge':
      return (
        <div class="slot">
          <MergeView
            viewer={viewer}
            state={work.state}
            dispatch={(message) => dispatch({ type: 'work', message: { kind: 'merge', message } })}
          />
        </div>
      );
    default:
      return work satisfies never;
  }
};
