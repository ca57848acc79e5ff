/** Why a command is refused: by a rule, or because somebody changed meanwhile what it reads. By code, each with its facts. */
import * as z from 'zod';
import type { AccountRefusalFacts } from '../domain/account/refusal-facts';
import { ROLES } from '../domain/account/team';
import { DATE_PROBLEM_TEXTS } from '../domain/calendar/date-problem';
import type { CommandRefusal, ConflictFacts } from '../domain/commands/command-refusal';
import type { LaterChange, RuleRefusalFacts } from '../domain/commands/rule-refusal';
import type { SimilarAccount } from '../domain/company/duplicates';
import { ACTIVITY_KINDS, CHECK_RESULTS } from '../domain/status/code-lists';
import { accountChangeSchema } from '../schema/history-entry';
import { checkedDate, instantSchema, statusSchema } from '../schema/scalars';
import { keyOf, schemaOf } from '../schema/schema-of';
import { commandSchema } from './command';
import { corporateNumberProblemSchema } from './corporate-number';
import { unreadableDocumentSchema } from './document-problem';
import { managerReasonSchema, mergePreviewSchema } from './merge-preview';
import { refusalSchema } from './refusal';
import { refusalFields, refusalUnion } from './refusal-union';

const nullable = z.string().nullable();

const conflictFacts = schemaOf<ConflictFacts>()(
  z.strictObject({
    version: z.int().describe('The present one.'),
    expectedVersion: z.int(),
    since: z
      .array(
        z.strictObject({
          version: z.int(),
          at: instantSchema,
          on: checkedDate,
          by: z.string(),
          byName: nullable.describe('Null for somebody who is in the team no more.'),
          command: z.string(),
          changes: z.array(accountChangeSchema),
        }),
      )
      .describe('From the oldest to the newest; empty where the two versions are too far apart to tell.'),
    yours: commandSchema.exactOptional().describe('The refused command.'),
    accountId: z.string().exactOptional().describe('Where the change is on the other account of a merge.'),
  }),
);

const similarAccount = schemaOf<SimilarAccount>()(
  z
    .strictObject({
      id: z.string(),
      name: z.string(),
      status: statusSchema,
      ownerName: nullable,
      successorId: nullable.describe('The account that stands for it.'),
      why: z.array(z.enum(['corporateNumber', 'name', 'domain', 'phone', 'address'])),
    })
    .meta({ id: 'SimilarAccount' }),
);

const laterChange = schemaOf<LaterChange>()(
  z
    .strictObject({
      path: z.string(),
      what: nullable.describe('Name of the contact, product of the opportunity.'),
      version: z.int(),
      at: z.string().describe('An instant; empty where the history does not tell.'),
      on: z.string().describe("The day of that instant in the team's zone; empty with it."),
      by: z.string(),
      byName: nullable,
      command: z.string(),
    })
    .meta({ id: 'LaterChange' }),
);

/** The code says it all. */
const noFacts = z.strictObject({}).meta({ title: 'PlainCommandRefusal' });
const accountFacts = z.strictObject({ accountId: z.string() }).meta({ title: 'AccountRefusal' });
const doneBy = { by: z.string(), at: instantSchema };

/** Those that the account alone refuses with are in refusal.ts. */
type CommandFacts = Omit<RuleRefusalFacts, keyof AccountRefusalFacts | 'MERGE_CONFIRM'>;

const understood = z.string().describe('The words of the line that were understood.');

const ruleRefusal = refusalUnion<CommandFacts>({
  ACCOUNT_EXISTS: accountFacts,
  ACCOUNT_UNKNOWN: accountFacts,
  ACTIVITY_UNKNOWN: z.strictObject({ activityId: z.string() }),
  APPROVAL_OWN: noFacts,
  CHECK_CONTACT: z.strictObject({ result: z.enum(CHECK_RESULTS), kind: z.enum(ACTIVITY_KINDS) }),
  CHECK_CONTACT_OLD: z.strictObject({
    date: checkedDate,
    base: checkedDate.describe('The day that the check counts from.'),
  }),
  CHECK_RECORDED: z.strictObject({ date: checkedDate }),
  CONDITION_NOT_AWAITED: noFacts,
  CONTACT_MOVED: z
    .strictObject({ contactId: z.string(), toId: z.string(), toName: z.string() })
    .describe('Where the person is now.'),
  CONTACT_MOVE_FILED: z.strictObject({ toId: z.string(), successorId: nullable }),
  CONTACT_MOVE_SAME: z.strictObject({ toId: z.string() }),
  CONTACT_MOVE_UNKNOWN: z.strictObject({ toId: z.string() }),
  CORPORATE_NUMBER_INVALID: z.strictObject({
    problem: corporateNumberProblemSchema,
    corporateNumber: z.string(),
  }),
  DEBTS_NONE: noFacts,
  DUPLICATE_CORPORATE_NUMBER: z.strictObject({
    corporateNumber: z.string(),
    accountId: z.string().describe('The account that has the number.'),
    name: z.string(),
    status: statusSchema,
  }),
  DUPLICATE_LIKELY: z.strictObject({ candidates: z.array(similarAccount) }),
  FIRST_STATUS: noFacts,
  HAND_OVER_NONE: noFacts,
  HAND_OVER_TO_OWNER: noFacts,
  HAND_OVER_NOT_YOURS: z.strictObject({ receiver: z.string() }),
  IMPORT_CLIENT_SHUT: z.strictObject({ accountId: z.string(), successorId: nullable }),
  IMPORT_MET_COLD: noFacts,
  IMPORT_NUMBER_DIFFERS: z.strictObject({
    accountId: z.string(),
    corporateNumber: z.string().describe('That the account has.'),
  }),
  JUDGE_REFUSED: z.strictObject({ judgeId: z.string() }),
  LINK_NONE: noFacts,
  MERGE_INTO_FILED: z.strictObject({ intoId: z.string(), successorId: nullable }),
  MERGE_STATUS: z.strictObject({ survivorStatus: statusSchema, choices: z.array(statusSchema) }),
  NAME_IS_LEGAL_FORM: z.strictObject({ name: z.string() }),
  NAME_NEEDED: noFacts,
  NEXT_STEP_NEEDED: noFacts,
  NOT_SAVED: noFacts,
  NOT_DUPLICATE_ITSELF: z.strictObject({ otherId: z.string() }),
  OPPORTUNITY_REFUSED: z.strictObject({
    successorId: z.string().exactOptional(),
    status: statusSchema.exactOptional().describe('Of the account that would take over.'),
  }),
  DOCUMENT_UNREADABLE: unreadableDocumentSchema,
  WRITE_UNREADABLE: unreadableDocumentSchema.describe('The document that was not written.'),
  QUICK_ENTRY_ALONE: z.strictObject({ understood }),
  QUICK_ENTRY_ANSWER: z.strictObject({ understood }),
  QUICK_ENTRY_DATE: z.strictObject({
    problem: keyOf(DATE_PROBLEM_TEXTS),
    suggestions: z.array(checkedDate).describe('Days that may be meant, the likeliest first.'),
    understood,
  }),
  QUICK_ENTRY_FORM: noFacts,
  QUICK_ENTRY_MEMBER: z.strictObject({ understood }),
  QUICK_ENTRY_NOT_HELD: z.strictObject({ understood }),
  QUICK_ENTRY_RESULT: z.strictObject({ understood }),
  QUICK_ENTRY_PERSON: z.strictObject({ understood }),
  QUICK_ENTRY_STATUS: noFacts,
  PROMISES_NONE: noFacts,
  REQUEST_KEY_REUSED: z.strictObject({ requestId: z.string() }),
  REVIEW_NONE: noFacts,
  REVISIT_DATE: z.strictObject({ revisitOn: checkedDate, latest: checkedDate }),
  REVISIT_NONE: noFacts,
  ROLE_NOT_ALLOWED: z.strictObject({
    role: keyOf(ROLES).exactOptional().describe('Of the caller.'),
    allowed: z.array(keyOf(ROLES)).exactOptional().describe('Roles that may.'),
    ownerId: z.string().exactOptional().describe('Who may, beside managers.'),
    because: z.array(managerReasonSchema).exactOptional().describe('Why only a manager may merge the two.'),
  }),
  UNDO_BREAKS_RULE: z.strictObject({ accountId: z.string().exactOptional(), status: statusSchema }),
  UNDO_ERASED: noFacts,
  UNDO_LATER_CHANGES: z.strictObject({ ...doneBy, version: z.int(), command: z.string() }),
  UNDO_LINKED: z.strictObject({ version: z.int() }),
  UNDO_MEETING: noFacts,
  UNDO_REOPENS: z.strictObject({ status: statusSchema }),
  UNDO_TOO_LATE: z.strictObject(doneBy),
  UNDO_UNKNOWN: z.strictObject({ accountId: z.string().exactOptional(), version: z.int() }),
  UNMERGE_CHANGED: z.strictObject({ accountId: z.string(), changes: z.array(laterChange) }),
});

export const commandRefusalSchema: z.ZodType<CommandRefusal> = z
  .union([
    refusalSchema,
    ruleRefusal,
    z
      .strictObject({ code: z.literal('MERGE_CONFIRM'), ...refusalFields, facts: mergePreviewSchema })
      .meta({ id: 'MergeConfirmRefusal' }),
    z
      .strictObject({ code: z.literal('CONFLICT'), ...refusalFields, facts: conflictFacts })
      .meta({ id: 'ConflictRefusal' }),
  ])
  .meta({ id: 'CommandRefusal' });
