/** The state of an account's pane, and what happens to it. */

import type { CommandResult } from '../../../functions/contract/commands';
import type { HistoryEntry } from '../../../functions/domain/account/history';
import type { AccountView, ApiError, Result, ScriptApi } from '../../script-api';
import type { CommandBody } from '../kit/form-input';
import type { WindowRefusal } from '../kit/refusal-facts';
import type { CommandRequestBody } from '../kit/request-ids';
import type { ResultMessage, ResultState } from '../kit/result-state';
import type { PartStep } from '../kit/step';
import type { AccountMessageKey } from '../messages/account-catalog';
import type { Viewer } from '../messages/viewer';
import type { NextWork, Work, WorkDraft, WorkMessage } from './account-work';
import type { ChangedThing } from './changed-things';
import type { MendMessage, MendState } from './mend';

export type PaneTab = 'account' | 'history';

/** The notice above the account. */
export type PaneNotice =
  | { kind: 'sending' | 'reading' | 'finishFirst' }
  | { kind: 'error'; error: ApiError; again: PaneMessage }
  | { kind: 'refusal'; refusal: WindowRefusal }
  | { kind: 'result'; result: ResultState };

export interface PaneState {
  viewer: Viewer;
  id: string;
  /** The name in the row, until the account is read. */
  name: string;
  tab: PaneTab;
  accountView: AccountView | null;
  /** Instant of the last reading, ISO 8601. */
  readAt: string;
  /** Number of the newest requested reading. */
  serial: number;
  notice: PaneNotice | null;
  work: Work | null;
  /** The form is put aside with what was typed, and the account is shown instead. */
  isWorkAside: boolean;
  /** For an account that cannot be read. */
  mend: MendState;
  /** Opened as soon as the account is read. */
  next: NextWork | null;
  history: {
    entries: readonly HistoryEntry[];
    phase: { kind: 'idle' | 'reading' } | { kind: 'error'; error: ApiError };
  };
  /** The history is limited to changes of this; null for all of them. */
  changed: ChangedThing | null;
}

export type PaneMessage =
  | { type: 'refresh' }
  | { type: 'read'; serial: number; at: string; result: Result<AccountView> }
  | { type: 'showTab'; tab: PaneTab; focus: boolean }
  | { type: 'open'; draft: WorkDraft }
  | { type: 'work'; message: WorkMessage }
  /** Leaves the form without asking, since what was typed stays. */
  | { type: 'leaveWork' }
  | { type: 'resumeWork' }
  | { type: 'discardWork' }
  | { type: 'act'; command: CommandBody; sentence: AccountMessageKey }
  | {
      type: 'acted';
      request: CommandRequestBody;
      sentence: AccountMessageKey;
      result: Result<readonly CommandResult[]>;
    }
  | { type: 'fillDebts' }
  | { type: 'debtsRead'; request: CommandRequestBody; result: Result<readonly CommandResult[]> }
  | { type: 'result'; message: ResultMessage }
  | { type: 'dismissNotice' }
  | { type: 'readOlder' }
  | { type: 'showChanged'; thing: ChangedThing | null }
  | { type: 'olderRead'; before: number; result: Result<AccountView> }
  | { type: 'teamRead'; result: ReturnType<ScriptApi['readTeam']> }
  | { type: 'mend'; message: MendMessage }
  | { type: 'look'; id: string }
  | { type: 'goTo'; id: string }
  | { type: 'wentTo' };

/** Another account is to be shown, or the team was read with this one. */
export type PaneOut = { kind: 'look'; id: string } | { kind: 'team'; viewer: Viewer };
export type PaneStep = PartStep<PaneState, PaneMessage, PaneOut>;
