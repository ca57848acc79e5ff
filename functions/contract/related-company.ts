import { z } from 'zod';
import type { RelatedCompany } from '../domain/account/parent-company';
import { statusSchema } from '../schema/scalars';
import { schemaOf } from '../schema/schema-of';

export const relatedCompanySchema = schemaOf<RelatedCompany>()(
  z.strictObject({ id: z.string(), name: z.string(), status: statusSchema }).meta({ id: 'RelatedCompany' }),
);
