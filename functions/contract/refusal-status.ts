/** The HTTP status of a command that is refused alone. */
import type { RefusalCode } from '../domain/account/refusals';
import { PROBLEMS } from './problem';

const STATUS_BY_CODE: Partial<Record<RefusalCode, 403 | 404 | 409 | 500>> = {
  ROLE_NOT_ALLOWED: 403,
  OWNER_HANDS_OVER: 403,
  UNDO_REOPENS: 403,
  APPROVAL_OWN: 403,
  HAND_OVER_NOT_YOURS: 403,
  ACCOUNT_UNKNOWN: 404,
  ACCOUNT_EXISTS: 409,
  CHECK_RECORDED: 409,
  CONFLICT: 409,
  DUPLICATE_CORPORATE_NUMBER: 409,
  DUPLICATE_LIKELY: 409,
  MERGE_CONFIRM: 409,
  NOT_SAVED: 500,
};

/** Of all refusals, and of a request that does not fit the contract. */
export const REFUSED_STATUSES = [PROBLEMS.REQUEST_INVALID.status, 403, 404, 409, 422, 500] as const;

/** A rule that says no is 422: the request was understood, and the account does not allow it. */
export const httpStatusOf = (code: RefusalCode): Exclude<(typeof REFUSED_STATUSES)[number], 400> =>
  STATUS_BY_CODE[code] ?? 422;
