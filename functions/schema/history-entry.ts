/** One accepted command in an account's history, as it is stored and as it is answered. */
import { z } from 'zod';
import type { HistoryEntry } from '../domain/account/history';
import { CHANNELS } from '../domain/status/code-lists';
import { checkedDate, instantSchema, statusSchema } from './scalars';

const change = z.object({ path: z.string(), before: z.unknown(), after: z.unknown() });
export const historyEntrySchema = z
  .object({
    accountId: z.string(),
    version: z.int().min(1),
    at: instantSchema,
    on: checkedDate,
    by: z.string(),
    channel: z.enum(CHANNELS),
    batch: z.string().nullable(),
    requestId: z.string(),
    command: z.string(),
    undoes: z.int().nullable(),
    events: z.array(
      z.object({
        type: z.custom<HistoryEntry['events'][number]['type']>((value) => typeof value === 'string'),
        from: statusSchema,
        to: statusSchema,
        reason: z.string().nullable(),
        data: z.record(z.string(), z.unknown()),
        changes: z.array(change),
      }),
    ),
  })
  .meta({ id: 'HistoryEntry' }) satisfies z.ZodType<HistoryEntry>;
