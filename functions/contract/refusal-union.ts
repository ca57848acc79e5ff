/** Refusals as they are published: by code, each with its facts. */
import * as z from 'zod';
import type { SuccessorFacts } from '../domain/account/refusal-facts';
import { REFUSAL_CODES, type RefusalCode, type RefusalWith } from '../domain/account/refusals';
import { statusSchema } from '../schema/scalars';
import { requiredFieldSchema } from './required-field';
import { schemaNameOf } from './schema-name';
import { textSchema } from './text';

const codeSchema = z.enum(REFUSAL_CODES).meta({ id: 'RefusalCode' });

/** What every refusal has beside its code and its facts. */
export const refusalFields = {
  message: textSchema,
  reasons: z
    .array(z.strictObject({ code: codeSchema, message: textSchema }).meta({ id: 'RefusalReason' }))
    .describe('Every rule that refuses, the first one included.'),
  missing: z.array(requiredFieldSchema).describe('What to fill in; a form can be made from it.'),
  legal: z.array(statusSchema).describe('Statuses that the account may change to now.'),
};

const successorFacts = {
  successorId: z
    .string()
    .nullable()
    .exactOptional()
    .describe('Where the account that would take something over refuses: that account.'),
  successorStatus: statusSchema.exactOptional(),
} satisfies { [Key in keyof SuccessorFacts]: z.ZodType };

type FactsSchema<Facts> = z.ZodType<Facts> & { shape: z.ZodRawShape };

/** The same facts for each key of the table. */
export function sharedFacts<Code extends string, Facts>(
  codes: Readonly<Record<Code, unknown>>,
  facts: Facts,
): Record<Code, Facts>;
export function sharedFacts(codes: object, facts: unknown): object {
  return Object.fromEntries(Object.keys(codes).map((code) => [code, facts]));
}

/**
 * A union by code. Codes with the same schema of facts share a variant, under its title. The signature holds each code to the
 * domain's type of its facts; the loop behind it, which goes by the names of the codes, is beyond what types can follow.
 */
export function refusalUnion<Facts>(
  facts: {
    [Code in keyof Facts]: FactsSchema<Facts[Code]>;
  },
): z.ZodType<
  { [Code in keyof Facts & RefusalCode]: RefusalWith<Code, Facts[Code]> }[keyof Facts & RefusalCode]
>;
export function refusalUnion(facts: Readonly<Record<string, FactsSchema<unknown>>>): z.ZodType {
  const codesOf = new Map<FactsSchema<unknown>, string[]>();
  for (const [code, schema] of Object.entries(facts))
    codesOf.set(schema, [...(codesOf.get(schema) ?? []), code]);
  const variants = [...codesOf].map(([schema, codes]) =>
    z
      .strictObject({
        code: z.enum(codes),
        ...refusalFields,
        facts: z.strictObject({ ...successorFacts, ...schema.shape }),
      })
      .meta({ id: schema.meta()?.title ?? `${schemaNameOf(codes.join())}Refusal` }),
  );
  const [first, ...others] = variants;
  return first === undefined ? z.never() : z.discriminatedUnion('code', [first, ...others]);
}
