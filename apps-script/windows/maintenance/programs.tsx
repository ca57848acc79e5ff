/** What each window of the page runs. */
import type { MaintenanceInput, MaintenanceView } from '../../script-api';
import { type ClosableProgram, closable } from '../kit/closable';
import { neverBusy } from '../kit/closing';
import { startAbout, updateAbout } from './about';
import { startAutoSendWindow, updateAutoSend } from './auto-send';
import { startCheckStore, updateCheckStore } from './check-store';
import { CheckStoreView } from './check-store-view';
import { startDuplicates, updateDuplicates } from './duplicates';
import { isUndoing, startUndo, updateUndo } from './undo-changes';
import { UndoView } from './undo-view';
import { AboutView, AutoSendView, DuplicatesView } from './views';

export const MAINTENANCE: Readonly<Record<MaintenanceView, ClosableProgram<MaintenanceInput>>> = {
  check: closable({
    start: startCheckStore,
    update: updateCheckStore,
    isBusy: neverBusy,
    View: CheckStoreView,
  }),
  duplicates: closable({
    start: startDuplicates,
    update: updateDuplicates,
    isBusy: neverBusy,
    View: DuplicatesView,
  }),
  undo: closable({ start: startUndo, update: updateUndo, isBusy: isUndoing, View: UndoView }),
  autoSend: closable({
    start: startAutoSendWindow,
    update: updateAutoSend,
    isBusy: neverBusy,
    View: AutoSendView,
  }),
  about: closable({ start: startAbout, update: updateAbout, isBusy: neverBusy, View: AboutView }),
};
