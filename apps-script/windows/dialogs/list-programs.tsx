/** What each window of the page of lists runs. */
import { mayWrite } from '../../../functions/domain/account/team';
import type { ListsView } from '../../script-api';
import { QuietNote } from '../kit/elements';
import type { AnyProgram, Dispatch, Program } from '../kit/run-program';
import { CLOSE, step } from '../kit/step';
import { startImport, updateImport } from '../lists/import';
import type { ImportMessage, ImportState } from '../lists/import-state';
import { ImportView } from '../lists/import-view';
import { startLeads, updateLeads } from '../lists/leads';
import type { LeadsMessage, LeadsState } from '../lists/leads-state';
import { LeadsView } from '../lists/leads-view';
import { t, type Viewer } from '../messages/viewer';
import { withTeam } from './frames';

type ListsProgram = (viewer: Viewer) => AnyProgram;

/** Every key, for windows that ask before Escape closes them. */
const listenToKeys = (dispatch: Dispatch<{ type: 'keyPressed'; escape: boolean }>): void =>
  document.addEventListener('keydown', (event) => {
    const isEscape = event.key === 'Escape' && !event.isComposing;
    // The page that the window lies in would close it at once.
    if (isEscape) event.preventDefault();
    dispatch({ type: 'keyPressed', escape: isEscape });
  });

/** Null where the person may only read: nobody prepares a list that is refused then. */
const importList: ListsProgram = (viewer) => {
  const program = withTeam<ImportState | null, ImportMessage>(
    viewer,
    {
      open: (known) =>
        known.you !== null && mayWrite(known.you)
          ? startImport()
          : step<ImportState | null, ImportMessage>(null),
      update: (state, message) => {
        if (state !== null) return updateImport(state, message);
        const closes = message.type === 'keyPressed' && message.escape;
        return step<ImportState | null, ImportMessage>(state, closes ? CLOSE : null);
      },
    },
    (known, state, dispatch) =>
      state === null ? (
        <QuietNote>{t(known, 'readOnly')}</QuietNote>
      ) : (
        <ImportView viewer={known} state={state} dispatch={dispatch} />
      ),
  );
  return {
    ...program,
    listen: (dispatch) =>
      listenToKeys((message) => {
        if (message.escape) dispatch({ type: 'leave' });
        dispatch({ type: 'window', message });
      }),
  };
};

const matchLeads: ListsProgram = (viewer) => {
  const program: Program<LeadsState, LeadsMessage> = {
    start: startLeads(viewer),
    update: updateLeads,
    view: (state, dispatch) => <LeadsView state={state} dispatch={dispatch} />,
    listen: listenToKeys,
  };
  return program;
};

export const LIST_PROGRAMS: Readonly<Record<ListsView, ListsProgram>> = {
  import: importList,
  leads: matchLeads,
};
