/** What a form knows beside its fields. */
import type { AccountRecord } from '../../../functions/domain/account/account-record';
import type { FormField } from './form-data';

export interface FormContext {
  account: AccountRecord | null;
  /** The team's calendar date. */
  today: string;
  /** Lost reasons of the team, where the functions have told them. */
  lostReasons?: FormField['choices'] | undefined;
  /** On file in favour of another account, to which open opportunities may go. */
  mayTransferOpportunities?: boolean;
  /** False for whoever may only say that the open opportunities go to the other account. */
  mayCloseOpportunities?: boolean;
}
