/** Handles a row that is no registered account. Rows move, so it is found again by its content. */
import type { DraftRow } from '../../script-api';
import { call, step } from '../kit/step';
import type { CopyChoice, SidebarStep, SidebarWindowState } from './sidebar-state';

export const registerShownDraft = (state: SidebarWindowState, draft: DraftRow): SidebarStep =>
  state.registering
    ? step(state)
    : step(
        { ...state, registering: true },
        call('registerDraft', [draft.row, draft.name, draft.mark], (result) => ({
          type: 'draftRegistered' as const,
          draft,
          result,
        })),
      );

export const resolveShownCopy = (state: SidebarWindowState, { row, id, how }: CopyChoice): SidebarStep =>
  step(
    state,
    call('resolveCopy', [row, how, id], (result) => ({
      type: 'copyResolved' as const,
      choice: { row, id, how },
      result,
    })),
  );
