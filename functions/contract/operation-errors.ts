/** Which problems a call of a function can end with. */
import type { Operation } from './operation';
import type { ProblemCode } from './problem';

const OF_EVERY_CALL: readonly ProblemCode[] = [
  'PATH_UNKNOWN',
  'REQUEST_INVALID',
  'NOT_SIGNED_IN',
  'TOKEN_INVALID',
  'TOKEN_EXPIRED',
  'TOKEN_SIGNATURE_REMOVED',
  'EMAIL_NOT_VERIFIED',
  'DOMAIN_NOT_ALLOWED',
  'NOT_A_MEMBER',
  'MEMBER_LEFT',
  'MEMBER_UNREADABLE',
  'SPREADSHEET_IS_COPY',
  'DOCUMENT_UNREADABLE',
  'WRITE_UNREADABLE',
  'INTERNAL',
  'SIGN_IN_UNAVAILABLE',
  'REGISTER_SHEET_NOT_SET',
  'STORE_UNAVAILABLE',
];
const OF_A_BODY: readonly ProblemCode[] = ['BODY_TOO_LARGE', 'CONTENT_TYPE_UNSUPPORTED'];
const OF_JSON: readonly ProblemCode[] = ['BODY_EMPTY', 'BODY_NOT_UTF8', 'BODY_NOT_JSON'];
/** Beside SHEET_NOT_REACHABLE. */
const OF_A_SPREADSHEET: readonly ProblemCode[] = [
  'SHEETS_API_OFF',
  'SHEETS_SCOPE_MISSING',
  'SHEETS_SHARING_BANNED',
  'SHEETS_POLICY_FORBIDS',
];

export const errorsOf = ({ body, file, errors }: Operation): readonly ProblemCode[] => [
  ...new Set([
    ...OF_EVERY_CALL,
    ...(body === undefined && file !== true ? [] : OF_A_BODY),
    ...(body === undefined ? [] : OF_JSON),
    ...(errors.includes('SHEET_NOT_REACHABLE') ? OF_A_SPREADSHEET : []),
    ...errors,
  ]),
];
