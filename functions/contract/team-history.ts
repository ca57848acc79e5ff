/** team-history: who changed members and settings, when, and what they were before and after. */
import * as z from 'zod';
import { listOf } from '../schema/schema-of';
import { teamEntrySchema } from '../schema/team-entry';
import { documentProblemSchema } from './document-problem';
import type { AnswerOf, Operations } from './operation';
import { integerParameter } from './query-parameters';

export const teamHistoryFunction = {
  GET: {
    summary: 'Changes of members and settings, the newest first; for managers. They are kept for 730 days.',
    query: z.strictObject({
      before: integerParameter.min(1).exactOptional().describe('Only changes older than this version.'),
      limit: integerParameter.min(1).max(200).default(50),
    }),
    answer: z
      .strictObject({
        entries: listOf(teamEntrySchema),
        problems: listOf(documentProblemSchema).describe('Entries of this page that cannot be read.'),
        next: z.int().nullable().describe('`before` of the next page; null where this one is the last.'),
      })
      .meta({ id: 'TeamHistoryAnswer' }),
    errors: ['ROLE_NOT_ALLOWED'],
    example: { query: { limit: '10' } },
  },
} as const satisfies Operations;

export type TeamHistoryAnswer = AnswerOf<typeof teamHistoryFunction.GET>;
