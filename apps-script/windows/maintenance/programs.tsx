/** What each window of the page runs. */
import type { MaintenanceInput, MaintenanceView } from '../../script-api';
import type { AnyProgram, Program } from '../kit/run-program';
import { type AboutMessage, type AboutState, startAbout, updateAbout } from './about';
import { type AutoSendMessage, type AutoSendState, startAutoSendWindow, updateAutoSend } from './auto-send';
import {
  type CheckStoreMessage,
  type CheckStoreState,
  startCheckStore,
  updateCheckStore,
} from './check-store';
import { CheckStoreView } from './check-store-view';
import {
  type DuplicatesMessage,
  type DuplicatesState,
  startDuplicates,
  updateDuplicates,
} from './duplicates';
import { type SignInsMessage, type SignInsState, startSignIns, updateSignIns } from './sign-ins';
import { SignInsView } from './sign-ins-view';
import { startUndo, type UndoMessage, type UndoState, updateUndo } from './undo-last-change';
import { AboutView, AutoSendView, DuplicatesView, UndoView } from './views';

export const MAINTENANCE: Readonly<Record<MaintenanceView, (viewer: MaintenanceInput) => AnyProgram>> = {
  check: (viewer) => {
    const program: Program<CheckStoreState, CheckStoreMessage> = {
      start: startCheckStore(),
      update: updateCheckStore,
      view: (state, dispatch) => <CheckStoreView viewer={viewer} state={state} dispatch={dispatch} />,
    };
    return program;
  },
  duplicates: (viewer) => {
    const program: Program<DuplicatesState, DuplicatesMessage> = {
      start: startDuplicates(),
      update: updateDuplicates,
      view: (state, dispatch) => <DuplicatesView viewer={viewer} state={state} dispatch={dispatch} />,
    };
    return program;
  },
  undo: (viewer) => {
    const program: Program<UndoState, UndoMessage> = {
      start: startUndo(),
      update: updateUndo,
      view: (state, dispatch) => <UndoView viewer={viewer} state={state} dispatch={dispatch} />,
    };
    return program;
  },
  autoSend: (viewer) => {
    const program: Program<AutoSendState, AutoSendMessage> = {
      start: startAutoSendWindow(),
      update: updateAutoSend,
      view: (state, dispatch) => <AutoSendView viewer={viewer} state={state} dispatch={dispatch} />,
    };
    return program;
  },
  about: (viewer) => {
    const program: Program<AboutState, AboutMessage> = {
      start: startAbout(),
      update: updateAbout,
      view: (state, dispatch) => <AboutView viewer={viewer} state={state} dispatch={dispatch} />,
    };
    return program;
  },
  signIns: (viewer) => {
    const program: Program<SignInsState, SignInsMessage> = {
      start: startSignIns(),
      update: updateSignIns,
      view: (state, dispatch) => <SignInsView viewer={viewer} state={state} dispatch={dispatch} />,
    };
    return program;
  },
};
