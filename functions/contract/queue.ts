/** queue: the queue written now. */
import * as z from 'zod';
import { checkedDate } from '../schema/scalars';
import type { Operations } from './operation';

export const queueFunction = {
  POST: {
    summary: 'Writes the queue of all that needs somebody now; for the scheduler and for managers.',
    body: z.strictObject({}),
    scheduled: true,
    maxBytes: 1024,
    answer: z
      .strictObject({
        date: checkedDate,
        counts: z.strictObject({
          decide: z
            .int()
            .describe(
              'Clients whose last product has ended, checks missed three times, met accounts without a next step.',
            ),
          approve: z.int().describe('Proposals that wait for a manager.'),
          overdue: z.int().describe('Checks whose day is over.'),
          dueIn7: z.int().describe('Checks due today or within 7 days.'),
          dueIn30: z.int(),
          revisit: z.int().describe('Lost accounts to be spoken to again.'),
          review: z.int().describe('Bad fits to be reviewed.'),
          timeBox: z.int().describe('Working for longer than the team allows.'),
          handOver: z.int().describe('Handed over and not acknowledged.'),
          leaver: z.int().describe('Accounts of owners who have left.'),
          debt: z.int().describe('Accounts that lack data.'),
          later: z.int(),
        }),
        listed: z.int().describe('Rows on the tab.'),
        total: z.int().describe('Accounts in the status QUARTERLY_CHECK, listed or not.'),
        unlisted: z.int().describe('Accounts that are due, but too many to be listed.'),
      })
      .meta({ id: 'QueueAnswer' }),
    errors: ['ROLE_NOT_ALLOWED', 'QUEUE_SHEET_NOT_SET', 'SHEET_NOT_REACHABLE', 'SHEETS_UNAVAILABLE'],
    example: { body: {} },
  },
} as const satisfies Operations;
