/** What can be wrong with a call itself, before any rule of the product is asked: code, HTTP status, and its facts. */
import * as z from 'zod';
import { listOf } from '../schema/schema-of';
import { corporateNumberProblemSchema } from './corporate-number';
import { unreadableDocumentFacts } from './document-problem';
import { inputIssueSchema } from './issue';
import { listRemarkSchema } from './list-reading';
import { textSchema } from './text';

interface ProblemKind {
  status: number;
  /** Beside `code` and `message`. */
  facts?: z.ZodRawShape;
}

const sheetsStatus = z
  .int()
  .nullable()
  .describe('HTTP status of Google Sheets; null where it did not answer.');

export const PROBLEMS = {
  PATH_UNKNOWN: { status: 404 },
  METHOD_NOT_ALLOWED: { status: 405, facts: { allow: listOf(z.enum(['GET', 'POST'])) } },
  NOT_SIGNED_IN: { status: 401 },
  TOKEN_INVALID: { status: 401 },
  TOKEN_EXPIRED: { status: 401 },
  TOKEN_SIGNATURE_REMOVED: { status: 401 },
  EMAIL_NOT_VERIFIED: { status: 403 },
  DOMAIN_NOT_ALLOWED: { status: 403 },
  NOT_A_MEMBER: { status: 403 },
  MEMBER_LEFT: { status: 403 },
  MEMBER_UNREADABLE: { status: 403 },
  SIGN_IN_UNAVAILABLE: { status: 503 },
  BODY_TOO_LARGE: { status: 413, facts: { maxBytes: z.int() } },
  BODY_EMPTY: { status: 400 },
  BODY_NOT_UTF8: { status: 400 },
  BODY_NOT_JSON: { status: 400 },
  CONTENT_TYPE_UNSUPPORTED: {
    status: 415,
    facts: { accepted: listOf(z.string()).describe('Content types of this function.') },
  },
  REQUEST_INVALID: { status: 400, facts: { issues: listOf(inputIssueSchema).describe('20 at most.') } },
  ROLE_NOT_ALLOWED: { status: 403 },
  SPREADSHEET_IS_COPY: { status: 403 },
  DOCUMENT_UNREADABLE: { status: 422, facts: unreadableDocumentFacts },
  WRITE_UNREADABLE: { status: 422, facts: unreadableDocumentFacts },
  ACCOUNT_UNKNOWN: { status: 404, facts: { accountId: z.string() } },
  CURSOR_UNKNOWN: { status: 400 },
  RESUME_UNKNOWN: { status: 400 },
  CORPORATE_NUMBER_INVALID: {
    status: 400,
    facts: { problem: corporateNumberProblemSchema },
  },
  LIST_NAME_NEEDED: { status: 400 },
  LIST_HAS_PROBLEMS: {
    status: 422,
    facts: { problems: listOf(listRemarkSchema).describe('The first 200.'), problemCount: z.int() },
  },
  TAB_UNKNOWN: {
    status: 404,
    facts: { tab: z.string(), titles: listOf(z.string()).describe('Of the tabs that there are.') },
  },
  TAB_IS_OURS: { status: 422, facts: { tab: z.string() } },
  DATE_IN_FUTURE: { status: 422, facts: { today: z.string().describe("The team's day.") } },
  BATCH_UNKNOWN: { status: 404, facts: { batch: z.string() } },
  MEMBER_UNKNOWN: { status: 404, facts: { id: z.string() } },
  EMAIL_TAKEN: { status: 409, facts: { id: z.string().describe('Of the member who has it.') } },
  LAST_ADMIN: { status: 422 },
  LEAVE_REFUSED: {
    status: 422,
    facts: {
      problem: z
        .enum(['dates', 'overlap', 'standIn'])
        .describe(
          'It ends before it begins; two overlap; who stands in is no other active member who may write.',
        ),
    },
  },
  SETTINGS_INVALID: { status: 422, facts: { issues: listOf(inputIssueSchema) } },
  TEAM_CHANGED: { status: 409, facts: { version: z.int().describe('The present one.') } },
  DASHBOARD_NOT_COUNTED: { status: 409 },
  QUEUE_SHEET_NOT_SET: { status: 503 },
  FUNCTIONS_URL_NOT_SET: { status: 503 },
  REGISTER_SHEET_NOT_SET: { status: 503 },
  REGISTER_KEYS_LOST: { status: 409, facts: { columns: listOf(textSchema).describe('Headings.') } },
  REGISTER_ROWS_VANISHED: { status: 409, facts: { before: z.int(), left: z.int() } },
  REGISTER_RESTORED: {
    status: 409,
    facts: { pending: z.int().describe('Requests that wait to be sent.') },
  },
  REGISTER_BUSY: { status: 503 },
  SHEETS_API_OFF: { status: 503 },
  SHEETS_SCOPE_MISSING: { status: 503 },
  SHEETS_SHARING_BANNED: { status: 503 },
  SHEETS_POLICY_FORBIDS: { status: 503 },
  SHEET_NOT_REACHABLE: { status: 503, facts: { sheetsStatus, spreadsheetId: z.string() } },
  SHEETS_UNAVAILABLE: { status: 503, facts: { sheetsStatus } },
  STORE_UNAVAILABLE: { status: 503 },
  INTERNAL: {
    status: 500,
    facts: { id: z.string().describe('What the log of the functions has it under.') },
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

type CodeWithFacts = {
  [Code in ProblemCode]: (typeof PROBLEMS)[Code] extends { facts: z.ZodRawShape } ? Code : never;
}[ProblemCode];
export type CodeWithoutFacts = Exclude<ProblemCode, CodeWithFacts>;

/** A problem with the facts of its code. */
export type ProblemDetail =
  | { code: CodeWithoutFacts }
  | {
      [Code in CodeWithFacts]: { code: Code } & z.output<z.ZodObject<(typeof PROBLEMS)[Code]['facts']>>;
    }[CodeWithFacts];
