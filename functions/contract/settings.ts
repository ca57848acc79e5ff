/** settings: what the team has set. */
import { z } from 'zod';
import type { Settings } from '../domain/account/team';
import { schemaOf } from '../schema/schema-of';
import { settingsSchema } from '../schema/settings';
import type { AnswerOf, Operations } from './operation';

const answer = z
  .strictObject({
    version: z.int().describe('Of the team: `expectedVersion` of the next change.'),
    settings: schemaOf<Settings>()(settingsSchema),
  })
  .meta({ id: 'SettingsAnswer' });

export const settingsFunction = {
  GET: {
    summary: "The team's settings.",
    answer,
    errors: [],
    example: {},
  },
  POST: {
    summary: 'Changes settings; for managers. What is left out keeps its value.',
    body: z.strictObject({ expectedVersion: z.int().min(0), settings: settingsSchema.exactPartial() }),
    maxBytes: 256 * 1024,
    answer,
    errors: ['ROLE_NOT_ALLOWED', 'TEAM_CHANGED'],
    example: { body: { expectedVersion: 3, settings: { workingDays: 60 } } },
  },
} as const satisfies Operations;

export type SettingsAnswer = AnswerOf<typeof settingsFunction.GET>;
