/** What each window of the page runs. */
import type { ComponentType } from 'preact';
import type { MaintenanceInput, MaintenanceView } from '../../script-api';
import { ActionButton } from '../kit/elements';
import type { AnyProgram, Dispatch, Program } from '../kit/run-program';
import { CLOSE, type Step, step } from '../kit/step';
import { t } from '../messages/viewer';
import { startAbout, updateAbout } from './about';
import { startAutoSendWindow, updateAutoSend } from './auto-send';
import { startCheckStore, updateCheckStore } from './check-store';
import { CheckStoreView } from './check-store-view';
import { startDuplicates, updateDuplicates } from './duplicates';
import { startSignIns, updateSignIns } from './sign-ins';
import { SignInsView } from './sign-ins-view';
import { startUndo, updateUndo } from './undo-last-change';
import { AboutView, AutoSendView, DuplicatesView, UndoView } from './views';

type MaintenanceProgram = (viewer: MaintenanceInput) => AnyProgram;

const CLOSE_BUTTON = { type: 'closeButton' } as const;

/** With a button that closes it. */
const windowOf =
  <State, Message>(
    start: () => Step<State, Message>,
    update: (state: State, message: Message) => Step<State, Message>,
    View: ComponentType<{ viewer: MaintenanceInput; state: State; dispatch: Dispatch<Message> }>,
  ): MaintenanceProgram =>
  (viewer) => {
    const program: Program<State, Message | typeof CLOSE_BUTTON> = {
      start: start(),
      update: (state, message) =>
        message === CLOSE_BUTTON ? step(state, CLOSE) : update(state, message as Message),
      view: (state, dispatch) => (
        <>
          <View viewer={viewer} state={state} dispatch={dispatch} />
          <div class="buttons">
            <ActionButton act={() => dispatch(CLOSE_BUTTON)}>{t(viewer, 'close')}</ActionButton>
          </div>
        </>
      ),
    };
    return program;
  };

export const MAINTENANCE: Readonly<Record<MaintenanceView, MaintenanceProgram>> = {
  check: windowOf(startCheckStore, updateCheckStore, CheckStoreView),
  duplicates: windowOf(startDuplicates, updateDuplicates, DuplicatesView),
  undo: windowOf(startUndo, updateUndo, UndoView),
  autoSend: windowOf(startAutoSendWindow, updateAutoSend, AutoSendView),
  about: windowOf(startAbout, updateAbout, AboutView),
  signIns: windowOf(startSignIns, updateSignIns, SignInsView),
};
