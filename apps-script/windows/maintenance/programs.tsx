/** What each window of the page runs. */
import type { MaintenanceInput, MaintenanceView } from '../../script-api';
import { type ClosableProgram, closable } from '../kit/closable';
import { startAbout, updateAbout } from './about';
import { startAutoSendWindow, updateAutoSend } from './auto-send';
import { startCheckStore, updateCheckStore } from './check-store';
import { CheckStoreView } from './check-store-view';
import { startDuplicates, updateDuplicates } from './duplicates';
import { startUndo, updateUndo } from './undo-changes';
import { UndoView } from './undo-view';
import { AboutView, AutoSendView, DuplicatesView } from './views';

export const MAINTENANCE: Readonly<Record<MaintenanceView, ClosableProgram<MaintenanceInput>>> = {
  check: closable(startCheckStore, updateCheckStore, CheckStoreView),
  duplicates: closable(startDuplicates, updateDuplicates, DuplicatesView),
  undo: closable(startUndo, updateUndo, UndoView),
  autoSend: closable(startAutoSendWindow, updateAutoSend, AutoSendView),
  about: closable(startAbout, updateAbout, AboutView),
};
