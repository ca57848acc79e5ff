/** What the sidebar does about a row that is no registered account: the row is found again by what it is, for rows move. */
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
