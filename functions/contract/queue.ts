/** queue: the quarterly-check queue written now. */
import { z } from 'zod';
import { checkedDate } from '../schema/scalars';
import type { Operations } from './operation';

export const queueFunction = {
  POST: {
    summary: 'Writes the quarterly-check queue now; for the scheduler and for managers.',
    body: z.strictObject({}),
    maxBytes: 1024,
    answer: z
      .strictObject({
        date: checkedDate,
        counts: z.strictObject({
          decide: z.int().describe('Clients whose last product has ended.'),
          overdue: z.int(),
          thisWeek: z.int(),
          thisMonth: z.int(),
          later: z.int(),
        }),
        listed: z.int().describe('Rows on the tab.'),
        total: z.int().describe('Accounts in the status QUARTERLY_CHECK, listed or not.'),
      })
      .meta({ id: 'QueueAnswer' }),
    errors: ['ROLE_NOT_ALLOWED', 'QUEUE_SHEET_NOT_SET', 'SHEET_NOT_REACHABLE', 'SHEETS_UNAVAILABLE'],
    example: { body: {} },
  },
} as const satisfies Operations;
