/** What a merge would make of both accounts. */
import * as z from 'zod';
import type { MergePreview } from '../domain/commands/merge-terms';
import { registerRowSchema } from '../schema/register-row';
import { statusSchema } from '../schema/scalars';
import { schemaOf } from '../schema/schema-of';
import { refusalSchema } from './refusal';

export const mergeReasonSchema = z.enum(['DUPLICATE', 'MERGED', 'ACQUIRED']);
export const managerReasonSchema = z.enum(['client', 'opportunities', 'badFit', 'onFile']);
const part = z.strictObject({ id: z.string(), product: z.string(), state: z.string() });

export const mergePreviewSchema = schemaOf<MergePreview>()(
  z
    .strictObject({
      reason: mergeReasonSchema,
      from: registerRowSchema.describe('The account that goes, as it is.'),
      into: registerRowSchema.describe('The account that stays, as it is.'),
      proposed: statusSchema.describe('The status to confirm.'),
      choices: z.array(statusSchema),
      survivor: registerRowSchema
        .nullable()
        .describe('The account that stays as it would become; null where something refuses.'),
      refusal: refusalSchema.nullable(),
      brings: z.strictObject({
        contacts: z.array(z.strictObject({ id: z.string(), name: z.string() })),
        opportunities: z.array(part),
        products: z.array(part),
        activities: z.array(
          z.strictObject({ id: z.string(), kind: z.string(), date: z.string(), with: z.string() }),
        ),
        otherNames: z.array(z.string()),
        domains: z.array(z.string()),
        formerNames: z.array(z.string()),
        sources: z.array(z.string()).describe('Names of lists.'),
        fills: z
          .array(z.string())
          .describe('Fields that the account that stays has nothing in: BANT keys and details.'),
      }),
      needsManager: z
        .array(managerReasonSchema)
        .describe('Why a manager has to do it; empty where a rep may.'),
    })
    .meta({
      id: 'MergePreview',
      description: 'What a merge would make of both accounts. Also the facts of MERGE_CONFIRM.',
    }),
);
