/** What the sidebar and the dialogs ask of the script, by google.script.run, and what they are told: plain data only. */
import type { AccountAnswer } from '../functions/contract/account';
import type { CommandRequest, CommandResult } from '../functions/contract/commands';
import type { FunctionName } from '../functions/contract/contract';
import type { LayoutAnswer } from '../functions/contract/layout';
import type { Method } from '../functions/contract/operation';
import type { FormRetry } from '../functions/domain/account/form-retry';
import type { Member } from '../functions/domain/account/team';
import type { QueueEditColumn } from '../functions/domain/queue/edit-columns';
import type { EditableKey } from '../functions/domain/register/column-keys';
import type { Status } from '../functions/domain/status/statuses';
import type { Text } from '../functions/domain/text/text';

export type Language = keyof Text;

/** Something that a person can do something about: no connection, no membership, a refused list. */
export interface ApiError {
  /** Stable: a code of the functions, or OFFLINE, NOT_GRANTED, NO_REGISTER, ROW_MOVED, BUSY of the script. */
  code: string;
  message: Text;
  /** Of a refused form: what is wrong where; names of fields with dots between them. */
  issues?: readonly { path: string; message: Text }[];
}
export type Result<T> = { value: T } | { error: ApiError };

/** One row of the selection that is an account. */
export interface SelectedRow {
  id: string;
  name: string;
  status: Status;
  version: number;
}

export type DialogView =
  | 'changeStatus'
  | 'logContact'
  | 'recordCheck'
  | 'reviewBadFit'
  | 'closeOpportunity'
  | 'lookUp'
  | 'register';

/** What a dialog opens with. */
export interface DialogInput {
  view: DialogView;
  language: Language;
  /** The team's calendar date. */
  today: string;
  rows: readonly SelectedRow[];
  /** Rows of the selection that a filter hides: left out unless the person asks for them. */
  hidden: readonly SelectedRow[];
  /** Rows of the selection that are no account: drafts, copies, blocked rows. */
  otherRows: number;
  /** Chosen already, as by a cell that was edited and refused for missing data. */
  to: Status | null;
  /** Of the form's fields: what was chosen and written in that cell's row already. */
  values: Readonly<Record<string, string>>;
  /** ID of the opportunity, for `closeOpportunity`. */
  part: string;
  /** Company name that was typed already, for `register` and `lookUp`. */
  name: string;
}

export type ListsView = 'import' | 'leads';

/** What a window of the page of lists opens with. */
export interface ListsInput {
  view: ListsView;
  language: Language;
  /** The team's calendar date. */
  today: string;
}

export type MaintenanceView = 'check' | 'duplicates' | 'undo' | 'autoSend' | 'about';

/** What a window of the maintenance page opens with. */
export interface MaintenanceInput {
  view: MaintenanceView;
  language: Language;
}

export type TeamPageView = 'members' | 'settings';

/** What a window of the page about the team opens with. */
export interface TeamPageInput {
  view: TeamPageView;
  language: Language;
}

export type DecisionsView = 'handOver' | 'approvals' | 'badFitReviews' | 'badFitSample';

/** What a window of the page of decisions opens with. */
export interface DecisionsInput {
  view: DecisionsView;
  language: Language;
  /** Selected in the register, to be handed over; without those that a filter hides. */
  rows: readonly SelectedRow[];
}

/** What the window of reports opens with. */
export interface ReportsInput {
  view: 'reports';
  language: Language;
}

export interface SidebarInput {
  language: Language;
  /** What to show first. */
  tab: 'account' | 'history';
  /** Keys of the columns of the tab, and the index of the one in which a cell is selected. */
  columns: readonly unknown[];
  column: number;
}

/** A draft as it was shown: rows move, and another company may stand there by now. */
export interface DraftRow {
  /** Counts from 1. */
  row: number;
  name: string;
  /** What its row keeps instead of a version; null before its first edit was seen. */
  mark: string | null;
}

/** What the selection is, without asking the functions; the sidebar asks for it every few seconds. */
export interface SidebarState {
  selection:
    | { kind: 'account'; id: string; name: string; status: Status; version: number; more: number }
    /** Typed by hand and not registered yet; `row` counts from 1. */
    | ({ kind: 'draft' } & DraftRow)
    /** The same account stands in a row above. */
    | { kind: 'copied'; row: number; id: string; name: string }
    /** ID and name do not belong together any more, as after a partial sort. */
    | { kind: 'inconsistent'; row: number }
    | { kind: 'idTypedOver'; row: number }
    /** Nothing in the row, or another tab. */
    | { kind: 'none' };
  /** Rows with requests of this person that wait to be sent. */
  pending: number;
}

export interface AccountView extends AccountAnswer {
  members: Readonly<Record<string, Member>>;
  you: Member;
  /** The team's calendar date. */
  today: string;
  /** IANA zone of the team. */
  zone: string;
}

export interface RefusedCell {
  /** Of the account. */
  id: string;
  name: string;
  key: EditableKey | QueueEditColumn;
  /** In which form it goes on once more data is given; null where another answer is needed. */
  retry: FormRetry | null;
  words: Text;
}

export interface SendReport {
  accepted: number;
  refused: number;
  /** Waiting still: not reached in time, or blocked. */
  waiting: number;
  /** Rows that somebody else edited: they send them, or the clock does. */
  others: number;
  /** The first account whose cell was refused for missing data only: the form to fill in. */
  missingData: { row: SelectedRow; key: RefusedCell['key']; retry: FormRetry } | null;
  /** Of accounts, each cell that came back, from the top. */
  refusals: readonly RefusedCell[];
  /** In a sentence, ja and en. */
  message: Text;
}

/** What the sheet itself knows, without the functions. Instants are ISO 8601. */
export interface SheetFacts {
  /** E-mail address of the person at the window. */
  address: string;
  /** Instant of the last refresh from this sheet; null before the first. */
  refreshedAt: string | null;
  /** Rows that wait to be sent, whoever typed them. */
  pending: number;
  /** Whether the register has all its columns. */
  hasColumns: boolean;
  /** What the identity token of the person says, without its signature: JSON in base64url. Empty where there is no token. */
  claims: string;
  autoSend: {
    /** E-mail address of whoever it speaks for; null while nobody has installed it. */
    installer: string | null;
    mine: boolean;
    /** Instant of its last run; null before the first. */
    lastRun: string | null;
  };
}

/** The functions of the script that windows call: each answers `Result<…>`. */
export interface ScriptApi {
  sidebarState(): Result<SidebarState>;
  /** `before`: history entries older than this version. */
  readAccount(id: string, before: number | null): Result<AccountView>;
  /** Who is here and who is in the team; for windows that show no account. */
  readTeam(): Result<{ members: Readonly<Record<string, Member>>; you: Member; today: string }>;
  /** Sends them in one call, shows what became of them in the sheet, and answers in their order. */
  sendCommands(
    requests: readonly CommandRequest[],
    channel: 'menu' | 'sidebar',
  ): Result<readonly CommandResult[]>;
  /** Sends what waits in the sheet. */
  sendPending(): Result<SendReport>;
  /**
   * Calls one of the functions in the name of the person at the window. What is sent and answered is typed by the contract
   * where a window asks (`askFunction`), so that a new question of a window is no code of the script.
   */
  callFunction(name: FunctionName, method: Method, input: object): Result<unknown>;
  /** Brings what was changed elsewhere, as by an import, into the sheet. */
  refreshRows(): Result<LayoutAnswer>;
  /** Selects the account's row; false when it has none. `words`, in the person's language, are told in a toast. */
  goTo(id: string, words?: string): Result<boolean>;
  /** A row that was copied from that account's: becomes a draft of its own, or goes. False where it is there no more. */
  resolveCopy(row: number, how: 'draft' | 'remove', id: string): Result<boolean>;
  /** Registers that draft, wherever it stands by now, as sending would. */
  registerDraft(row: number, name: string, mark: string | null): Result<SendReport>;
  sheetFacts(): Result<SheetFacts>;
  /** The clock trigger of the person at the window, begun or stopped. */
  setAutoSend(on: boolean): Result<boolean>;
  /** Shows that tab; false where there is none. */
  activateTab(sheetId: number): Result<boolean>;
  /** Titles of the tabs of this spreadsheet that are not Hachi's. */
  listTabs(): Result<string[]>;
  openDialog(view: DialogView, ids: readonly string[], to: Status | null, name: string): Result<boolean>;
}
