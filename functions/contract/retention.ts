/** retention: stopped erasures ended, and what is kept for a time only deleted. */
import * as z from 'zod';
import { checkedDate } from '../schema/scalars';
import type { Operations } from './operation';

export const retentionFunction = {
  POST: {
    summary:
      'Ends erasures of contacts that were stopped, and deletes answers of requests, requests that were sent back, versions of the team and marks of digests that have expired. For the scheduler and for managers.',
    body: z.strictObject({}),
    scheduled: true,
    maxBytes: 1024,
    answer: z
      .strictObject({
        date: checkedDate,
        erasures: z
          .strictObject({
            finished: z.int(),
            stopped: z.int().describe('By a document that cannot be read: they go on once that is mended.'),
          })
          .describe('Erasures that were committed and not finished.'),
        answers: z.int().describe('Answers of requests that were deleted: older than 30 days.'),
        sentBack: z.int().describe('Requests that were sent back and deleted: older than 30 days.'),
        teamEntries: z.int().describe('Versions of the team that were deleted: older than 730 days.'),
        digestMarks: z.int().describe('Marks of sent digests that were deleted: older than 30 days.'),
        done: z.boolean().describe('False where the time was up: call it again.'),
      })
      .meta({ id: 'RetentionAnswer' }),
    errors: ['ROLE_NOT_ALLOWED', 'DOCUMENT_UNREADABLE'],
    example: { body: {} },
  },
} as const satisfies Operations;
