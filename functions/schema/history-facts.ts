/** What is kept of an account's history for the dashboard. */
import * as z from 'zod';
import type { HistoryFacts } from '../domain/statistics/account-facts';
import { BANT_VALUES } from '../domain/status/code-lists';
import { nextCheckSchema } from './account';
import { checkedDate as date, statusSchema } from './scalars';
import { listOf, schemaOf } from './schema-of';

const version = z.int();
const bantValue = z.enum(BANT_VALUES);

export const historyFactsSchema = schemaOf<HistoryFacts>()(
  z.strictObject({
    id: z.string(),
    version,
    current: z.strictObject({
      name: z.string(),
      ownerId: z.string().nullable(),
      status: statusSchema,
      since: date,
      withdrawn: z.boolean(),
      nextCheck: nextCheckSchema.nullable(),
      missedChecks: z.int(),
      bant: z.strictObject({
        budget: bantValue,
        authority: bantValue,
        need: bantValue,
        timing: bantValue,
      }),
    }),
    statuses: listOf(
      z.strictObject({
        version,
        day: date,
        status: statusSchema.nullable().exactOptional(),
        since: date.exactOptional(),
        decided: z.boolean(),
      }),
    ),
    checks: listOf(
      z.strictObject({
        version,
        day: date,
        ownerId: z.string().nullable(),
        nextCheck: nextCheckSchema,
        missedChecks: z.int(),
        doneOn: date.nullable(),
        recorded: z.boolean(),
      }),
    ),
    dues: listOf(z.strictObject({ day: date, from: date.nullable() })),
    reacquired: listOf(z.strictObject({ version, day: date, list: z.string() })),
    undone: listOf(z.strictObject({ undoes: version, by: version })),
  }),
);
