/** Members of the team, and what a sheet needs to know of it. */
import * as z from 'zod';
import { type Member, ROLES } from '../domain/account/team';
import { checkedDate } from '../schema/scalars';
import { keyOf, schemaOf } from '../schema/schema-of';
import { leavesSchema } from '../schema/team-entry';

export const roleSchema = keyOf(ROLES).meta({ id: 'Role' });

export const memberSchema = schemaOf<Member>()(
  z
    .strictObject({
      id: z.string(),
      email: z.string(),
      name: z.string(),
      kana: z.string().exactOptional().describe('How the name is read, in kana. Absent: nobody has said.'),
      role: roleSchema,
      active: z.boolean().describe('False once the person has left.'),
      leaves: leavesSchema.exactOptional().describe('Absent: none.'),
      language: z
        .enum(['ja', 'en'])
        .exactOptional()
        .describe(
          "In which the person reads windows, mails and the calendar. Absent: windows in the language of the Google account, the others in the team's.",
        ),
    })
    .meta({ id: 'Member' }),
);

/** What a sheet needs beside the rows to show them and to read what people type. */
export const teamSettingsSchema = z.strictObject({
  today: checkedDate.describe("Today, in the team's zone."),
  zone: z.string().describe('IANA zone of the team.'),
  language: z.enum(['ja', 'en']).describe('Of the sheets.'),
  fiscalYearStartMonth: z.int(),
});
export const teamViewSchema = teamSettingsSchema
  .extend({ members: z.record(z.string(), memberSchema) })
  .meta({ id: 'TeamView' });
export type TeamView = z.output<typeof teamViewSchema>;
