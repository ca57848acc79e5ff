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
import type { Work, WorkDraft, WorkMessage } from './account-work';
import type { ChangedThing } from './changed-things';
import type { MendMessage, MendState } from './mend';

export type PaneTab = 'account' | 'history';

/** Above the account: what was told last. */
export type PaneNotice =
  | { kind: 'sending' | 'reading' | 'finishFirst' }
  | { kind: 'error'; error: ApiError; again: PaneMessage }
  | { kind: 'refusal'; refusal: WindowRefusal }
  | { kind: 'result'; result: ResultState };

export interface PaneState {
  viewer: Viewer;
  id: string;
  /** As the row has it, until the account is read. */
  name: string;
  tab: PaneTab;
  accountView: AccountView | null;
  /** Instant of the last reading, ISO 8601. */
  readAt: string;
  /** Of the newest reading that was asked for. */
  serial: number;
  notice: PaneNotice | null;
  work: Work | null;
  /** What was typed waits, and the account is shown instead. */
  isWorkAside: boolean;
  /** Of an account that cannot be read. */
  mend: MendState;
  /** Opened as soon as the account is read. */
  next: WorkDraft | null;
  history: {
    entries: readonly HistoryEntry[];
    phase: { kind: 'idle' | 'reading' } | { kind: 'error'; error: ApiError };
  };
  /** Of the history only what changed this; null: all of it. */
  changed: ChangedThing | null;
}

export type PaneMessage =
  | { type: 'refresh' }
  | { type: 'read'; serial: number; at: string; result: Result<AccountView> }
  | { type: 'showTab'; tab: PaneTab; focus: boolean }
  | { type: 'open'; draft: WorkDraft }
  | { type: 'work'; message: WorkMessage }
  /** Without a word about what was typed: it stays. */
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

/** Another account is to be shown; or the team was read with this one. */
export type PaneOut = { kind: 'look'; id: string } | { kind: 'team'; viewer: Viewer };
export type PaneStep = PartStep<PaneState, PaneMessage, PaneOut>;
