import * as z from 'zod';
import type { RelatedCompany } from '../domain/account/parent-company';
import type { SameNameAccounts } from '../domain/company/duplicates';
import { statusSchema } from './scalars';
import { schemaOf } from './schema-of';

export const relatedCompanySchema = schemaOf<RelatedCompany>()(
  z.strictObject({ id: z.string(), name: z.string(), status: statusSchema }).meta({ id: 'RelatedCompany' }),
);

export const sameNameSchema = schemaOf<SameNameAccounts>()(
  z.strictObject({ accounts: z.array(relatedCompanySchema), count: z.int() }),
);
