/** lookup: is this company ours? */
import * as z from 'zod';
import type { MatchKind } from '../domain/lookup/compare-readings';
import type { LookupVerdict } from '../domain/lookup/lookup-verdict';
import type { ParsedQuery } from '../domain/lookup/query';
import type { Certainty, MatchedField } from '../domain/lookup/rank';
import { registerRowSchema } from '../schema/register-row';
import { relatedCompanySchema } from '../schema/related-company';
import { checkedDate, ISSUE_CODES, idSchema, nameSchema, singleLineText } from '../schema/scalars';
import { listOf, schemaOf } from '../schema/schema-of';
import { documentProblemSchema } from './document-problem';
import type { AnswerOf, BodyOf, Operations } from './operation';
import { textSchema } from './text';

const filledName = nameSchema
  .min(1, { abort: true })
  .refine((value) => value.trim() !== '', { error: ISSUE_CODES.blank });

const body = z
  .strictObject({
    q: filledName
      .exactOptional()
      .describe(
        'Whatever a person has: name in any spelling or a part of it, number, securities code, web or mail address, ID.',
      ),
    name: filledName.exactOptional(),
    number: singleLineText(40).min(1).exactOptional().describe('Corporate number.'),
    id: idSchema.exactOptional(),
  })
  .refine((fields) => Object.values(fields).filter((value) => value !== undefined).length === 1, {
    error: ISSUE_CODES.oneOf,
  });

const nullable = z.string().nullable();
const certaintySchema: z.ZodType<Certainty> = z.enum(['same', 'likely', 'similar']);

const verdictSchema = schemaOf<LookupVerdict>()(
  z
    .strictObject({
      kind: z
        .enum(['client', 'former', 'known', 'similar', 'new'])
        .describe(
          'similar: none is meant for sure, and those that may be are listed; new: nothing like it is here.',
        ),
      sure: certaintySchema
        .nullable()
        .describe('How sure it is that the company is meant; null where none is meant for sure.'),
      accountId: nullable.describe(
        'The account that stands for the company now; null where none is meant for sure.',
      ),
      products: z
        .array(
          z.strictObject({
            product: z.string(),
            since: checkedDate.nullable(),
            endsOn: checkedDate.nullable(),
            source: nullable,
          }),
        )
        .describe('In use for a client, ended for a former one.'),
      ownerId: nullable,
      ownerName: nullable,
      lastContact: checkedDate.nullable(),
      lastContactWith: nullable,
      awaitedCondition: nullable,
      parent: relatedCompanySchema.nullable(),
      path: z
        .array(z.strictObject({ id: z.string(), name: z.string() }))
        .describe(
          'From the company that matched to the one that stands for it now; empty where it stands for itself.',
        ),
      text: textSchema,
    })
    .meta({ id: 'LookupVerdict' }),
);

const askedSchema = schemaOf<Pick<ParsedQuery, 'as' | 'value' | 'note'>>()(
  z.strictObject({
    as: z.enum(['id', 'corporateNumber', 'securitiesCode', 'domain', 'email', 'name']),
    value: z.string().describe('As it was looked for: thirteen digits, a domain, the text.'),
    note: textSchema.nullable().describe('What is wrong or uncertain about what was typed.'),
  }),
);

const matchedSchema: z.ZodType<MatchedField> = z.enum([
  'id',
  'corporateNumber',
  'securitiesCode',
  'domain',
  'name',
  'otherName',
  'formerName',
  'englishName',
  'kana',
]);
const howSchema: z.ZodType<MatchKind> = z.enum([
  'equal',
  'spelling',
  'sound',
  'head',
  'contraction',
  'initials',
  'slip',
  'part',
  'misread',
]);

const hitSchema = z
  .strictObject({
    row: registerRowSchema,
    matched: matchedSchema,
    spelling: z.string().describe('What of the account matched, as it stands there.'),
    how: howSchema,
    sure: certaintySchema,
    why: textSchema,
  })
  .meta({ id: 'LookupHit' });

export const lookupFunction = {
  // A question may name a person: it stands in the body, since request logs keep addresses.
  POST: {
    summary:
      'Is this company ours? By whatever is known of it (`q`), or by name, corporate number or ID alone. The verdict comes first, then the companies that it may be.',
    body,
    maxBytes: 4096,
    answer: z.strictObject({
      verdict: verdictSchema,
      asked: askedSchema.describe('What was asked for, as it was understood.'),
      hits: listOf(hitSchema).describe('The best first.'),
      more: z
        .boolean()
        .describe('True when there are more companies of this name than were read; `count` tells how many.'),
      count: z
        .int()
        .nullable()
        .describe('How many companies have exactly this name; null where that was not asked.'),
      problems: listOf(documentProblemSchema).describe(
        'Accounts that may be meant and cannot be read: where there is one, "new" is not certain.',
      ),
    }),
    errors: ['CORPORATE_NUMBER_INVALID'],
    example: { body: { q: '株式会社アシスト' } },
  },
} as const satisfies Operations;

export type LookupInput = BodyOf<typeof lookupFunction.POST>;
export type LookupAnswer = AnswerOf<typeof lookupFunction.POST>;
