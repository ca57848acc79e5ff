/** accounts: the register page by page, filtered and sorted, or what has changed since a cursor. */
import * as z from 'zod';
import { ACCOUNT_SORTS, OWNED_BY_NOBODY, SORT_DIRECTIONS } from '../domain/account/account-order';
import { registerRowSchema } from '../schema/register-row';
import { ISSUE_CODES, idSchema, singleLineText, statusSchema } from '../schema/scalars';
import { listOf } from '../schema/schema-of';
import { documentProblemSchema } from './document-problem';
import type { AnswerOf, Operations, QueryOf } from './operation';
import { flagParameter, integerParameter } from './query-parameters';

const FILTERS_AND_SORT = [
  'status',
  'ownerId',
  'pending',
  'debts',
  'overdue',
  'ownerLeft',
  'handedTo',
  'pursuedBy',
  'insideSalesOf',
  'judgedBy',
  'sort',
] as const;

/** Each is a question by itself. */
const ALONE = ['handedTo', 'pursuedBy', 'insideSalesOf', 'judgedBy'] as const;

const query = z
  .strictObject({
    status: statusSchema.exactOptional(),
    ownerId: idSchema
      .exactOptional()
      .describe(`Only accounts of this member; \`${OWNED_BY_NOBODY}\`: only those that nobody owns.`),
    pending: flagParameter.describe('Only accounts of which a proposal waits for a manager.'),
    debts: flagParameter.describe('Only accounts that owe data.'),
    overdue: flagParameter.describe("Only accounts whose next check was due before the team's today."),
    ownerLeft: flagParameter.describe('Only accounts whose owner has left the team.'),
    handedTo: idSchema
      .exactOptional()
      .describe(
        'Only accounts of which something waits to be acknowledged by this member: the account itself, or an open opportunity on it. ' +
          'The oldest first; with no other filter or sort. A page may have fewer rows than there is room for.',
      ),
    pursuedBy: idSchema
      .exactOptional()
      .describe(
        'Only accounts of other owners on which this member pursues an open opportunity; with no other filter or sort.',
      ),
    insideSalesOf: idSchema
      .exactOptional()
      .describe(
        'Only accounts of other owners that go back to this member if field sales returns them (`isOwnerId`); with no other filter or sort.',
      ),
    judgedBy: idSchema
      .exactOptional()
      .describe('Only bad fits that this member judged; with no other filter or sort.'),
    sort: z
      .enum(ACCOUNT_SORTS)
      .exactOptional()
      .describe(
        'name: by the reading where there is one, without legal form; changed: by the last change; nextCheck: those without one ' +
          'last; status: by its number. Equal ones follow their IDs; overdue ones first the day of the check. Without it by ID, ' +
          'overdue ones by nextCheck.',
      ),
    order: z.enum(SORT_DIRECTIONS).exactOptional().describe('Only with sort; asc unless given.'),
    cursor: singleLineText(2000)
      .exactOptional()
      .describe('From an earlier answer to the same question: the next page, or what has changed since.'),
    changes: flagParameter.describe(
      "Order by change, withdrawn accounts included: the answer's cursor then serves to ask for later changes. Neither filtered nor sorted.",
    ),
    limit: integerParameter.min(1).max(1000).default(200),
  })
  .refine(({ order, sort }) => order === undefined || sort !== undefined, {
    path: ['order'],
    error: ISSUE_CODES.orderWithoutSort,
  })
  .superRefine((question, context) => {
    const given = FILTERS_AND_SORT.filter((name) => question[name] !== undefined && question[name] !== false);
    if (question.changes)
      for (const name of given)
        context.addIssue({ code: 'custom', path: [name], message: ISSUE_CODES.withChanges });
    for (const name of ALONE)
      if (given.includes(name) && given.length > 1)
        context.addIssue({ code: 'custom', path: [name], message: ISSUE_CODES.alone });
  });

export const accountsFunction = {
  GET: {
    summary: 'Page through the register, filtered and sorted; changes since a cursor.',
    query,
    answer: z.strictObject({
      rows: listOf(registerRowSchema),
      problems: listOf(documentProblemSchema).describe('Accounts of this page that cannot be read.'),
      cursor: z
        .string()
        .nullable()
        .describe(
          'For the next page; null when there is none. Of changes never null: ask again with it later.',
        ),
    }),
    errors: ['CURSOR_UNKNOWN'],
    example: { query: { status: 'QUARTERLY_CHECK', overdue: 'true', sort: 'nextCheck', limit: '100' } },
  },
} as const satisfies Operations;

export type AccountsQuery = QueryOf<typeof accountsFunction.GET>;
export type AccountsAnswer = AnswerOf<typeof accountsFunction.GET>;
