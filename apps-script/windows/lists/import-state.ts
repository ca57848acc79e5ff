/** The state of an import: the choices before it, and its progress. */
import type {
  ImportAnswer,
  ImportBatch,
  ImportMode,
  ImportQuery,
  ImportUndoAnswer,
  ListChanges,
} from '../../../functions/contract/import';
import type { ApiError, Result } from '../../script-api';
import type { Step } from '../kit/step';
import type { ListMessageKey } from '../messages/list-catalog';
import type { ColumnsMessage, ColumnsState, EncodingName } from './columns';
import type { ListDecisionMessage, ListDecisions, SentDecisions } from './list-decisions';
import type { ListFile } from './list-file';
import type { RowLinkMessage, RowLinks } from './row-links';

/** The reading of dates in the whole list; null where each column decides. */
export interface DateChoices {
  dateOrder: NonNullable<ImportQuery['dateOrder']> | null;
  dateSystem: NonNullable<ImportQuery['dateSystem']> | null;
}

export const NO_DATE_CHOICES: DateChoices = { dateOrder: null, dateSystem: null };

/** What was rehearsed; every slice is imported with the same input. Null leaves a choice to the functions. */
export interface ImportInput extends DateChoices {
  list: string;
  /** The whole file in base64; null where a tab is read. */
  file: string | null;
  /** Title of a tab of this spreadsheet. */
  tab: string | null;
  /** The corrected meaning of columns: `INDEX:FIELD`, comma-separated, from 0. */
  mapping: string | null;
  noHeader: boolean;
  encoding: EncodingName | null;
  sheet: string | null;
  headerLine: number | null;
  /** A product that every company of the list uses. */
  product: string | null;
  mode: ImportMode | null;
  /** Decisions by group about rows that are likely companies of the register. */
  rules: string | null;
  statuses: 'keep' | 'apply';
}
export type ImportFieldName = 'file' | 'tab' | 'list' | 'product';

export interface Importing {
  input: ImportInput;
  skipProblems: boolean;
  /** The answer to the last slice; null before the first. */
  last: ImportAnswer | null;
}

/** A batch that is not being sent: finished where `next` is null. */
export interface Imported extends Importing {
  kind: 'imported';
  next: number | null;
  error: ApiError | null;
  /** The changes of all slices so far. */
  changes: ListChanges | null;
  undo:
    | { kind: 'idle' }
    | { kind: 'undoing'; count: number }
    | { kind: 'failed'; count: number; error: ApiError };
}

export interface BegunRehearsal {
  input: ImportInput;
  /** Its `next` is where to continue. */
  before: ImportAnswer;
}

export type ImportPhase =
  | { kind: 'setup' }
  | { kind: 'problem'; field: ImportFieldName; key: ListMessageKey }
  /** `before` adds up the earlier calls of a long list. */
  | { kind: 'rehearsing'; before: ImportAnswer | null }
  /** `begun` is the rehearsal to continue; null where no call was answered. */
  | { kind: 'failed'; error: ApiError; begun: BegunRehearsal | null }
  | {
      kind: 'rehearsed';
      answer: ImportAnswer;
      input: ImportInput;
      skipProblems: boolean;
      /** A decision was changed since, so that the list is rehearsed again before it is imported. */
      isStale: boolean;
    }
  | ({ kind: 'importing'; next: number; stopping: boolean } & Importing)
  | Imported
  | { kind: 'undone'; count: number };

export interface ImportState {
  fromTab: boolean;
  file: File | null;
  /** Titles of this spreadsheet's tabs. */
  tabs:
    | { kind: 'reading' }
    | { kind: 'failed'; error: ApiError }
    | { kind: 'read'; titles: readonly string[] };
  tab: string;
  list: string;
  /** The last proposed name; another name was typed, and is not replaced. */
  proposed: string;
  areClients: boolean;
  product: string;
  columns: ColumnsState;
  /** The chosen mode; null leaves it to the functions. */
  mode: ImportMode | null;
  dates: DateChoices;
  links: RowLinks;
  choices: ListDecisions;
  phase: ImportPhase;
  /** Why Escape did not close the window. */
  notice: 'stopFirst' | 'unfinishedEscape' | 'escapeAgain' | null;
  warned: boolean;
}

export type ImportMessage =
  | { type: 'readTabs' }
  | { type: 'tabsRead'; result: Result<string[]> }
  | { type: 'chooseSource'; fromTab: boolean }
  | { type: 'chooseFile'; file: File | null }
  | { type: 'chooseTab'; tab: string }
  | { type: 'nameList'; list: string }
  | { type: 'setClients'; areClients: boolean }
  | { type: 'nameProduct'; product: string }
  | { type: 'chooseMode'; mode: ImportMode }
  | { type: 'chooseDates'; dates: DateChoices }
  | { type: 'columns'; message: ColumnsMessage }
  | { type: 'links'; message: RowLinkMessage }
  | { type: 'rehearse' }
  | { type: 'fileRead'; read: ListFile }
  | {
      type: 'rehearsed';
      input: ImportInput;
      result: Result<ImportAnswer | ImportUndoAnswer>;
    }
  | { type: 'choices'; message: ListDecisionMessage }
  | { type: 'rowsDecided'; sent: SentDecisions; result: Result<{ decided: number }> }
  | { type: 'skipProblems'; skip: boolean }
  | { type: 'start' }
  | { type: 'sliced'; result: Result<ImportAnswer | ImportUndoAnswer> }
  /** The register shows the rows as of the last slice or undo. */
  | { type: 'registerRefreshed' }
  | { type: 'stop' }
  | { type: 'batchRead'; result: Result<ImportBatch> }
  | { type: 'goOn' }
  | { type: 'undo' }
  | { type: 'undoneSome'; result: Result<ImportAnswer | ImportUndoAnswer> }
  | { type: 'backToForm' }
  | { type: 'keyPressed'; escape: boolean }
  | { type: 'close' };

export type ImportStep = Step<ImportState, ImportMessage>;

/** The list or its undo is being sent: the window must stay open. */
export const isRunning = ({ phase }: ImportState): boolean =>
  phase.kind === 'importing' || (phase.kind === 'imported' && phase.undo.kind === 'undoing');

export const isImportBusy = (state: ImportState): boolean =>
  state.phase.kind === 'rehearsing' || isRunning(state);

/** The choices are shown until an import begins. */
export const isSetupShown = ({ phase }: ImportState): boolean =>
  !['importing', 'imported', 'undone'].includes(phase.kind);
