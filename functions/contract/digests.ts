/** digests: each person told of the day's work. */
import * as z from 'zod';
import { DIGEST_CHANNELS } from '../domain/account/digest-choices';
import { DELIVERY_TEXTS } from '../domain/digest/delivery-texts';
import { checkedDate } from '../schema/scalars';
import { keyOf, listOf } from '../schema/schema-of';
import type { AnswerOf, Operations } from './operation';
import { textSchema } from './text';

const digestResult = z
  .strictObject({
    memberId: z
      .string()
      .nullable()
      .describe('Null: one message to a room, for all managers of the team together.'),
    channel: keyOf(DIGEST_CHANNELS),
    result: z
      .enum(['sent', 'sentBefore', 'failed', 'uncertain'])
      .describe(
        'sentBefore: by an earlier run of the day. failed: the next run of the day tries again. uncertain: it may have arrived, so it is not sent again on this day.',
      ),
    problem: keyOf(DELIVERY_TEXTS).nullable(),
    message: textSchema.nullable().describe('The problem in words.'),
    status: z.int().nullable().describe("The server's own answer, of SMTP or HTTP."),
  })
  .meta({ id: 'DigestResult' });

export const digestsFunction = {
  POST: {
    summary:
      'Sends the digests that are due, once a day for each person and channel, and in a room once for all managers; for the scheduler and for managers.',
    body: z.strictObject({}),
    scheduled: true,
    maxBytes: 1024,
    answer: z
      .strictObject({
        date: checkedDate,
        pause: z
          .enum(['OFF', 'CLOSED_DAY', 'TOO_EARLY'])
          .nullable()
          .describe(
            'Why nobody gets any: the settings name no channel, the company is closed, or it is before the time of the settings.',
          ),
        sent: z.int(),
        failed: z.int(),
        uncertain: z.int(),
        nothingToSay: z.int().describe('Members for whom there was nothing to say.'),
        results: listOf(digestResult),
        done: z.boolean().describe('False where the time was up: call it again.'),
      })
      .meta({ id: 'DigestsAnswer' }),
    errors: ['ROLE_NOT_ALLOWED'],
    example: { body: {} },
  },
} as const satisfies Operations;

export type DigestsAnswer = AnswerOf<typeof digestsFunction.POST>;
