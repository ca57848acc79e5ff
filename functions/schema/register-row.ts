import * as z from 'zod';
import type { RegisterRow } from '../domain/register/row';
import { guardSchema } from './account';
import { checkedDate as date, statusSchema } from './scalars';
import { schemaOf } from './schema-of';

const nullable = z.string().nullable();

export const registerRowSchema = schemaOf<RegisterRow>()(
  z
    .strictObject({
      id: z.string(),
      version: z.int(),
      name: z.string(),
      corporateNumber: nullable,
      status: statusSchema,
      statusSince: date,
      everMet: z.boolean(),
      ownerId: nullable,
      isOwnerId: nullable.describe('Inside sales rep; stays when field sales owns the account.'),
      fsOwnerIds: z.array(z.string()).describe('Field sales owners of the open opportunities.'),
      lastContact: date.nullable(),
      lastContactWith: nullable,
      nextCheck: date.nullable(),
      awaitedCondition: nullable,
      contact: nullable.describe('Name of the person whom we keep in touch with.'),
      openOpportunities: z.int(),
      products: z.array(z.string()),
      pending: statusSchema.nullable().describe('The status that a proposal asks for.'),
      debts: z.array(guardSchema).describe('Guards whose data is still to be filled in.'),
      // Answers that were stored before have none.
      decisionDueOn: date
        .nullable()
        .default(null)
        .describe(
          'Of a client whose every product has an end: the last one; from then on its next status is to be decided.',
        ),
      withdrawn: z.boolean(),
    })
    .meta({ id: 'RegisterRow', description: "An account as the register's sheet shows it." }),
);
