/** A rule that says no to a command, with typed facts where a caller goes on by them. */
import { z } from 'zod';
import { REFUSAL_CODES, type Refusal } from '../domain/account/refusals';
import type { ConflictFacts } from '../domain/commands/conflict-message';
import type { MergePreview } from '../domain/commands/merge-terms';
import type { SimilarAccount } from '../domain/company/duplicates';
import { accountChangeSchema } from '../schema/history-entry';
import { checkedDate, instantSchema, statusSchema } from '../schema/scalars';
import { schemaOf } from '../schema/schema-of';
import { commandSchema } from './command';
import { mergePreviewSchema } from './merge-preview';
import { refusalFields } from './refusal';

/** An interface as a plain type, which a record of facts may be. */
type Plain<T> = { [Key in keyof T]: T[Key] };

const nullable = z.string().nullable();

const conflictFacts = schemaOf<Plain<ConflictFacts & { accountId?: string }>>()(
  z.strictObject({
    version: z.int().describe('The present one.'),
    expectedVersion: z.int(),
    since: z
      .array(
        z.strictObject({
          version: z.int(),
          at: instantSchema,
          on: checkedDate,
          by: z.string(),
          byName: nullable.describe('Null for somebody who is in the team no more.'),
          command: z.string(),
          changes: z.array(accountChangeSchema),
        }),
      )
      .describe('From the oldest to the newest; empty where the two versions are too far apart to tell.'),
    yours: commandSchema.exactOptional().describe('The refused command.'),
    accountId: z.string().exactOptional().describe('Where the change is on the other account of a merge.'),
  }),
);

const holderFacts = z.strictObject({
  corporateNumber: z.string(),
  accountId: z.string().describe('The account that has the number.'),
  name: z.string(),
  status: statusSchema,
});

const similarAccount = schemaOf<SimilarAccount>()(
  z
    .strictObject({
      id: z.string(),
      name: z.string(),
      status: statusSchema,
      ownerName: nullable,
      successorId: nullable.describe('The account that stands for it.'),
      why: z.array(z.enum(['corporateNumber', 'name', 'domain', 'phone', 'address'])),
    })
    .meta({ id: 'SimilarAccount' }),
);

const mergeFacts: z.ZodType<Plain<MergePreview>> = mergePreviewSchema;

const DETAILED_CODES = [
  'CONFLICT',
  'DUPLICATE_CORPORATE_NUMBER',
  'DUPLICATE_LIKELY',
  'MERGE_CONFIRM',
] as const;

const detailed = (code: (typeof DETAILED_CODES)[number], id: string, facts: z.ZodType<Refusal['facts']>) =>
  z.strictObject({ code: z.literal(code), ...refusalFields, facts }).meta({ id });

export const commandRefusalSchema: z.ZodType<Refusal> = z
  .discriminatedUnion('code', [
    detailed('CONFLICT', 'ConflictRefusal', conflictFacts),
    detailed('DUPLICATE_CORPORATE_NUMBER', 'NumberTakenRefusal', holderFacts),
    detailed(
      'DUPLICATE_LIKELY',
      'LikelyDuplicateRefusal',
      z.strictObject({ candidates: z.array(similarAccount) }),
    ),
    detailed('MERGE_CONFIRM', 'MergeConfirmRefusal', mergeFacts),
    z
      .strictObject({
        code: z.enum(REFUSAL_CODES).exclude(DETAILED_CODES),
        ...refusalFields,
        facts: z.record(z.string(), z.unknown()),
      })
      .meta({ id: 'OtherRefusal' }),
  ])
  .meta({ id: 'CommandRefusal' });
