/** The form in which a refused edit goes on. */
import * as z from 'zod';
import type { FormRetry } from '../domain/account/form-retry';
import { statusSchema } from './scalars';
import { schemaOf } from './schema-of';

const wordsOfForm = z.record(z.string(), z.string()).describe('Of its fields, by their keys.');

export const formRetrySchema = schemaOf<FormRetry>()(
  z
    .union([
      z.strictObject({ form: z.literal('changeStatus'), to: statusSchema, values: wordsOfForm }),
      z.strictObject({
        form: z.literal('closeOpportunity'),
        id: z.string().describe('Of the opportunity.'),
        values: wordsOfForm,
      }),
      z.strictObject({ form: z.enum(['recordCheck', 'reviewBadFit']), values: wordsOfForm }),
    ])
    .meta({ id: 'FormRetry', description: 'The form that asks for what is missing, with what was chosen.' }),
);
