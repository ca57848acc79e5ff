/** IDs of new accounts, made from what registers them: sent again, a registration finds the account that it made. */
import { ACCOUNT_ID_PREFIX } from '../domain/account/account-id';
import { digest } from '../store/firestore';

/** Of the account that a member's request registers. */
export const newAccountIdOfRequest = (memberId: string, requestId: string): string =>
  newAccountId(`${memberId}\n${requestId}`);

/** Of the account that a row of a company list registers; `identity` is what tells the row from all others. */
export const newAccountIdOfRow = (identity: string): string => newAccountId(identity);

const newAccountId = (origin: string): string => `${ACCOUNT_ID_PREFIX}${digest(origin)}`;
