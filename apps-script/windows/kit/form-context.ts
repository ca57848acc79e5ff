/** Facts that a form needs beside its fields. */
import type { AccountRecord } from '../../../functions/domain/account/account-record';
import type { FormField } from './form-data';

export interface FormContext {
  account: AccountRecord | null;
  /** The team's calendar date. */
  today: string;
  /** The team's lost reasons, if the functions have sent them. */
  lostReasons?: FormField['choices'] | undefined;
  /** For ON_FILE with another account: its open opportunities may move to that account. */
  mayTransferOpportunities?: boolean;
  /** False for a person who may only move the open opportunities to the other account. */
  mayCloseOpportunities?: boolean;
}
