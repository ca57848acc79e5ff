/** What a check of the store finds. */
import type { StoreFindingCode } from './store-finding-texts';

export interface StoreFinding {
  code: StoreFindingCode;
  /** Null where it is about no account. */
  accountId: string | null;
  /** Path of the document in the store. */
  document: string;
  /** What of it: names of fields, versions, IDs; never what a person has written. */
  detail: string;
}
