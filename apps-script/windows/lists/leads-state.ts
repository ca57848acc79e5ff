/** The state of a match of leads: the choices before it, and the answer. */
import type { LeadsAnswer } from '../../../functions/contract/leads';
import type { ApiError, Result } from '../../script-api';
import type { Step } from '../kit/step';
import type { ListMessageKey } from '../messages/list-catalog';
import type { Viewer } from '../messages/viewer';
import type { ColumnsMessage, ColumnsState, EncodingName } from './columns';
import type { ImportMessage, ImportState } from './import-state';
import type { ListFile } from './list-file';
import type { RowLinkMessage, RowLinks } from './row-links';

/** Null leaves a choice to the functions. */
export interface LeadsInput {
  /** In base64. */
  file: string;
  /** Price of one lead in yen. */
  price: number | null;
  list: string | null;
  mapping: string | null;
  noHeader: boolean;
  encoding: EncodingName | null;
  sheet: string | null;
  headerLine: number | null;
}

export interface MatchedLeads {
  kind: 'matched';
  input: LeadsInput;
  /** The answer for the whole list. */
  answer: LeadsAnswer;
  /** Number of rows in the table. */
  shown: number;
  /** A file of all rows; `copied` tells whether copying it worked. */
  csv: { text: string; copied: boolean | null } | null;
}

/** A match to continue after a failed call, at the `next` of the former answer. */
export interface BegunMatch {
  input: LeadsInput;
  before: LeadsAnswer;
}

export interface LeadsState {
  viewer: Viewer;
  file: File | null;
  price: string;
  list: string;
  columns: ColumnsState;
  links: RowLinks;
  phase:
    | { kind: 'setup' }
    | { kind: 'problem'; field: 'file' | 'price'; key: ListMessageKey }
    /** `before` adds up the earlier calls of a long list. */
    | { kind: 'matching'; before: LeadsAnswer | null }
    | { kind: 'failed'; error: ApiError; begun: BegunMatch | null }
    | MatchedLeads;
  /** The import of the same list in this window; null until somebody starts it. */
  importing: ImportState | null;
  /** Escape did not close the window. */
  notice: boolean;
  warned: boolean;
}

export type LeadsMessage =
  | { type: 'chooseFile'; file: File | null }
  | { type: 'setPrice'; price: string }
  | { type: 'nameList'; list: string }
  | { type: 'columns'; message: ColumnsMessage }
  | { type: 'links'; message: RowLinkMessage }
  | { type: 'match' }
  | { type: 'fileRead'; price: number | null; read: ListFile }
  | { type: 'matched'; input: LeadsInput; result: Result<LeadsAnswer> }
  | { type: 'showMore' }
  | { type: 'saveCsv' }
  | { type: 'copyCsv' }
  | { type: 'copied'; done: boolean }
  | { type: 'importThese' }
  | { type: 'import'; message: ImportMessage }
  | { type: 'keyPressed'; escape: boolean };

export type LeadsStep = Step<LeadsState, LeadsMessage>;

export const isLeadsBusy = ({ phase }: LeadsState): boolean => phase.kind === 'matching';
