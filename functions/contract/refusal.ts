/** A rule that says no to a command, and the HTTP status of a command that is refused alone. */
import { z } from 'zod';
import { REFUSAL_CODES, type Refusal, type RefusalCode } from '../domain/account/refusals';
import { statusSchema } from '../schema/scalars';
import { listOf, schemaOf } from '../schema/schema-of';
import { inputIssueSchema } from './issue';
import { requiredFieldSchema } from './required-field';
import { textSchema } from './text';

const codeSchema = z.enum(REFUSAL_CODES).meta({ id: 'RefusalCode' });

/** What every refusal has beside its code and its facts. */
export const refusalFields = {
  message: textSchema,
  reasons: z
    .array(z.strictObject({ code: codeSchema, message: textSchema }))
    .describe('Every rule that refuses, the first one included.'),
  missing: z.array(requiredFieldSchema).describe('What to fill in; a form can be made from it.'),
  legal: z.array(statusSchema).describe('Statuses that the account may change to now.'),
};

export const refusalSchema = schemaOf<Refusal>()(
  z
    .strictObject({
      code: codeSchema.describe('The first reason.'),
      ...refusalFields,
      facts: z
        .record(z.string(), z.unknown())
        .describe('Facts of the case: which date, which account, who changed what.'),
    })
    .meta({ id: 'Refusal' }),
);

/** A request that does not fit the contract, in a block of others that may. */
export const invalidRequestSchema = z
  .strictObject({
    code: z.literal('REQUEST_INVALID'),
    message: textSchema,
    issues: listOf(inputIssueSchema),
  })
  .meta({ id: 'InvalidRequest' });

const HTTP_STATUS: Partial<Record<RefusalCode, 403 | 404 | 409>> = {
  ROLE_NOT_ALLOWED: 403,
  APPROVAL_OWN: 403,
  HAND_OVER_NOT_YOURS: 403,
  ACCOUNT_UNKNOWN: 404,
  ACCOUNT_EXISTS: 409,
  CONFLICT: 409,
  DUPLICATE_CORPORATE_NUMBER: 409,
  DUPLICATE_LIKELY: 409,
  MERGE_CONFIRM: 409,
};

/** A rule that says no is 422: the request was understood, and the account does not allow it. */
export const httpStatusOf = (code: RefusalCode): 403 | 404 | 409 | 422 => HTTP_STATUS[code] ?? 422;
