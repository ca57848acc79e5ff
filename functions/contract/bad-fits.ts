/** bad-fits: how often each member judges a company a bad fit, and why, against the rest of the team. */
import * as z from 'zod';
import { RATE_VERDICTS } from '../domain/statistics/compare-rates';
import { checkedDate } from '../schema/scalars';
import type { AnswerOf, Operations } from './operation';
import { textSchema } from './text';

const memberRate = z
  .strictObject({
    memberId: z.string(),
    count: z.int().describe('Bad fits that the member judged; with a reason, those with this one.'),
    total: z
      .int()
      .describe(
        'Those, and the accounts of the member that are taken to fit (3 to 6); with a reason, all bad fits of the member.',
      ),
    restCount: z.int().describe('The same of all other members together.'),
    restTotal: z.int(),
    p: z
      .number()
      .nullable()
      .describe(
        "How likely chance alone makes such a difference: Fisher's exact test, two-sided, corrected for the number of comparisons by Holm's method. Null where there are too few to say.",
      ),
    verdict: z
      .enum(RATE_VERDICTS)
      .describe(
        '`higher` or `lower` than the rest where p is below 0.05; `noDifference` that these numbers show; `tooFew` to show any.',
      ),
  })
  .meta({ id: 'MemberRate' });

export const badFitsFunction = {
  GET: {
    summary: 'How often each member judges a company a bad fit, and why, against the rest; for managers.',
    answer: z
      .strictObject({
        date: checkedDate.describe("The team's day."),
        members: z.array(memberRate).describe('Who has decided anything.'),
        reasons: z.array(
          z.strictObject({
            code: z.string(),
            label: textSchema,
            members: z.array(memberRate).describe('Who has judged a bad fit.'),
          }),
        ),
      })
      .meta({ id: 'BadFitsAnswer' }),
    errors: ['ROLE_NOT_ALLOWED'],
    example: {},
  },
} as const satisfies Operations;

export type BadFitsAnswer = AnswerOf<typeof badFitsFunction.GET>;
