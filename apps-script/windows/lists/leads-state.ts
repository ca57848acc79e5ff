/** The state of a match of leads: what is chosen before, and what was answered. */
import type { LeadsAnswer } from '../../../functions/contract/leads';
import type { ApiError, Result } from '../../script-api';
import type { Step } from '../kit/step';
import type { ListMessageKey } from '../messages/list-catalog';
import type { Viewer } from '../messages/viewer';
import type { ColumnsMessage, ColumnsState, EncodingName } from './columns';
import type { ImportMessage, ImportState } from './import-state';
import type { ListFile } from './list-file';
import type { RowLinkMessage, RowLinks } from './row-links';

/** Null leaves it to the functions. */
export interface LeadsInput {
  /** In base64. */
  file: string;
  /** Yen that one lead cost. */
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
  /** Of the whole list. */
  answer: LeadsAnswer;
  /** So many rows are in the table. */
  shown: number;
  /** The file is made of all rows; what came of copying it. */
  csv: { text: string; copied: boolean | null } | null;
}

/** A match that goes on where a call brought no answer: at the `next` of what was answered before. */
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
    /** `before` is what earlier calls have answered of a long list. */
    | { kind: 'matching'; before: LeadsAnswer | null }
    | { kind: 'failed'; error: ApiError; begun: BegunMatch | null }
    | MatchedLeads;
  /** The list is imported in the same window; null until somebody asks for it. */
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
