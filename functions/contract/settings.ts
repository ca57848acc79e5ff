/** settings: what the team has set. */
import * as z from 'zod';
import type { Settings } from '../domain/account/team';
import { listOf, schemaOf } from '../schema/schema-of';
import { settingsSchema } from '../schema/settings';
import { inputIssueSchema } from './issue';
import type { AnswerOf, Operations } from './operation';
import { textSchema } from './text';

const answer = z
  .strictObject({
    version: z.int().describe('Of the team: `expectedVersion` of the next change.'),
    settings: schemaOf<Settings>()(settingsSchema),
    lateJobs: textSchema
      .nullable()
      .describe('Jobs that the scheduler has run before and does not run any more; null where it runs all.'),
    problems: listOf(inputIssueSchema).describe(
      'What is wrong with the stored settings, as after an older version. Only what is right of them is used, as `settings` says, and a calendar without a business day in each month goes without its closures. Mended by changing the setting.',
    ),
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
    errors: ['ROLE_NOT_ALLOWED', 'TEAM_CHANGED', 'SETTINGS_INVALID'],
    example: { body: { expectedVersion: 3, settings: { workingDays: 60 } } },
  },
} as const satisfies Operations;

export type SettingsAnswer = AnswerOf<typeof settingsFunction.GET>;
