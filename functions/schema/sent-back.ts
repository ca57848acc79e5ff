/** A cell that was sent back: which one, why, and in which form it goes on. */
import * as z from 'zod';
import type { SentBack } from '../domain/digest/sent-back';
import { QUEUE_EDIT_COLUMNS } from '../domain/queue/edit-columns';
import { EDITABLE } from '../domain/register/column-keys';
import { formRetrySchema } from './form-retry';
import { instantSchema, statusSchema } from './scalars';
import { schemaOf } from './schema-of';

export const sentBackKeySchema = z.enum([...EDITABLE, ...QUEUE_EDIT_COLUMNS]);

export const sentBackSchema = schemaOf<SentBack>()(
  z.object({
    id: z.string(),
    by: z.string(),
    accountId: z.string(),
    key: sentBackKeySchema,
    command: z.string().nullable(),
    version: z.int(),
    status: statusSchema,
    words: z.object({ ja: z.string(), en: z.string() }),
    retry: formRetrySchema.nullable(),
    at: instantSchema,
  }),
);
