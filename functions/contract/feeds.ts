/** feeds: the links by which calendar programs read a member's next checks and revisits. */
import * as z from 'zod';
import { idSchema } from '../schema/scalars';
import { listOf } from '../schema/schema-of';
import type { Operations } from './operation';

const feedSchema = z
  .strictObject({ memberId: z.string(), at: z.string().describe('Instant at which the link was made.') })
  .meta({ id: 'CalendarFeed' });

const feeds = {
  own: feedSchema.nullable().describe("The caller's link; null where there is none."),
  others: listOf(feedSchema).describe('Of the other members who have one; for managers, else empty.'),
};

export const feedsFunction = {
  GET: {
    summary: 'Who has a calendar link, and since when. The links themselves are told to nobody again.',
    answer: z.strictObject(feeds).meta({ id: 'FeedsAnswer' }),
    errors: [],
    example: {},
  },
  POST: {
    summary: 'Makes a new calendar link for the caller, or revokes one.',
    body: z.strictObject({
      action: z
        .enum(['renew', 'revoke'])
        .describe('renew: a new link; the one before opens nothing any more. revoke: none is left.'),
      member: idSchema
        .exactOptional()
        .describe('Whose link is revoked; absent: the own one. Managers revoke those of others.'),
    }),
    maxBytes: 1024,
    answer: z
      .strictObject({
        ...feeds,
        url: z
          .string()
          .nullable()
          .describe('The new link, once: only its hash is kept. Whoever has it reads the calendar.'),
      })
      .meta({ id: 'FeedsChange' }),
    errors: ['ROLE_NOT_ALLOWED', 'MEMBER_UNKNOWN', 'FUNCTIONS_URL_NOT_SET'],
    example: { body: { action: 'renew' } },
  },
} as const satisfies Operations;
