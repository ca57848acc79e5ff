/** The state of the sidebar, and what happens to it. */
import type { DayAnswer } from '../../../functions/contract/day';
import type { Text } from '../../../functions/domain/text/text';
import type {
  ApiError,
  DraftRow,
  RefusedCell,
  Result,
  ScriptApi,
  SendReport,
  SidebarState as SheetState,
} from '../../script-api';
import type { PaneMessage, PaneState, PaneTab } from '../account/pane-state';
import type { LookupMessage, LookupState } from '../companies/lookup';
import type { Effect, Step } from '../kit/step';
import type { Viewer } from '../messages/viewer';

/** Milliseconds between two questions for the selection; longer where nothing changes, and much longer without an answer. */
export const POLL_MS = 2000;
export const IDLE_POLL_MS = 5_000;
export const MAX_POLL_MS = 60_000;

export type SheetSelection = SheetState['selection'];

export type SidebarReport =
  | { kind: 'error'; error: ApiError; again: SidebarMessage | null }
  | { kind: 'sent'; message: Text; isComplete: boolean; refusals: readonly RefusedCell[] }
  | { kind: 'noRow'; name: string };

export type ListedItem = DayAnswer['sections'][number]['items'][number];

export interface DayState {
  isOpen: boolean;
  isReading: boolean;
  answer: DayAnswer | null;
  error: ApiError | null;
}

export interface SidebarWindowState {
  viewer: Viewer;
  /** The tab that a pane shows first. */
  tab: PaneTab;
  /** The first filter of an opened history. */
  changed: PaneState['changed'];
  lookup: LookupState;
  /** Why the script does not answer. */
  connection: Text | null;
  pending: { count: number; sending: boolean; sentAutomatically: boolean };
  report: SidebarReport | null;
  selection: SheetSelection;
  /** Key of the selection that was shown last. */
  followed: string;
  /** The row's version for which the account was read again. */
  requestedVersion: number;
  stage: { kind: 'reading' } | { kind: 'account'; id: string } | { kind: 'row' };
  /** The visible pane, and those with something typed, which are shown again when their account is selected. */
  panes: Readonly<Record<string, PaneState>>;
  /** Name of an account that was selected while something was typed. */
  elsewhere: string | null;
  day: DayState;
  /** The row of a draft is being registered. */
  registering: boolean;
  poll: { running: boolean; pause: number; visible: boolean };
}

/** The choices for the copy of an account's row. */
export interface CopyChoice {
  row: number;
  id: string;
  how: 'draft' | 'remove';
}

export type SidebarMessage =
  | { type: 'poll' }
  | { type: 'polled'; result: Result<SheetState> }
  | { type: 'visible'; visible: boolean }
  | { type: 'lookup'; message: LookupMessage }
  | { type: 'lookUpName'; name: string }
  | { type: 'viewerRead'; result: ReturnType<ScriptApi['readTeam']> }
  | { type: 'pane'; id: string; message: PaneMessage }
  | { type: 'goTo'; id: string; name: string }
  | { type: 'wentTo'; id: string; name: string; result: Result<boolean> }
  | { type: 'openRegister'; name: string }
  | { type: 'openedRegister'; name: string; result: Result<boolean> }
  | { type: 'send' }
  | { type: 'sent'; result: Result<SendReport> }
  /** Opens the form in which the refused cell can be completed. */
  | { type: 'openRefusal'; refused: RefusedCell }
  | { type: 'closeReport' }
  | { type: 'registerDraft'; draft: DraftRow }
  | { type: 'draftRegistered'; draft: DraftRow; result: Result<SendReport> }
  | ({ type: 'resolveCopy' } & CopyChoice)
  | { type: 'copyResolved'; choice: CopyChoice; result: Result<boolean> }
  | { type: 'showSelection' }
  | { type: 'toggleDay' }
  | { type: 'dayRead'; result: Result<DayAnswer> }
  /** The person has dealt with the refused requests. */
  | { type: 'forgetSentBack'; items: readonly ListedItem[] }
  | { type: 'sentBackForgotten'; result: Result<unknown> }
  /** Opens the account of an item, with the item's form if it has one. */
  | { type: 'openDayItem'; item: ListedItem; withForm: boolean };

export const STOP_POLLING: Effect<SidebarMessage> = { kind: 'later', key: 'poll', ms: 0, message: null };

export type SidebarStep = Step<SidebarWindowState, SidebarMessage>;
