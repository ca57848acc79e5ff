/** The one map from a refusal's code to the HTTP status that it has alone. */
import type { RefusalCode } from '../domain/account/refusals';

const HTTP_STATUS: Partial<Record<RefusalCode, number>> = {
  ROLE_NOT_ALLOWED: 403,
  APPROVAL_OWN: 403,
  HAND_OVER_NOT_YOURS: 403,
  ACCOUNT_UNKNOWN: 404,
  ACCOUNT_EXISTS: 409,
  CONFLICT: 409,
  DUPLICATE_CORPORATE_NUMBER: 409,
  DUPLICATE_LIKELY: 409,
  MERGE_CONFIRM: 409,
};

/** A rule that says no is 422: the request was understood, and the account does not allow it. */
export const httpStatusOf = (code: RefusalCode): number => HTTP_STATUS[code] ?? 422;
