/** One version of the team, as it is answered, and its parts, as they are stored. */
import * as z from 'zod';
import { type Leave, ROLES } from '../domain/account/team';
import type { MemberState, TeamEntry } from '../domain/account/team-entry';
import { checkedDate, idSchema, instantSchema } from './scalars';
import { keyOf, listOf, schemaOf } from './schema-of';
import { someSettingsSchema } from './settings';

const leaveSchema = schemaOf<Leave>()(
  z
    .strictObject({
      from: checkedDate,
      to: checkedDate.describe('The last day.'),
      standInId: idSchema.nullable().describe('Who acts meanwhile; null: the managers.'),
    })
    .meta({ id: 'Leave' }),
);

/** Of one member. */
export const leavesSchema = z.array(leaveSchema).max(20);

export const memberStateSchema = schemaOf<MemberState>()(
  z
    .strictObject({
      id: z.string(),
      email: z.string(),
      name: z.string(),
      kana: z.string().exactOptional(),
      role: keyOf(ROLES),
      active: z.boolean(),
      leaves: leavesSchema.exactOptional(),
      language: z.enum(['ja', 'en']).exactOptional(),
      isBound: z.boolean().describe('Whether the sign-in was bound to a Google account.'),
    })
    .meta({ id: 'MemberState' }),
);

export const teamEntrySchema = schemaOf<TeamEntry>()(
  z
    .strictObject({
      version: z.int(),
      by: z.string().describe('ID of the member who changed it.'),
      at: instantSchema,
      members: listOf(
        z.strictObject({
          id: z.string(),
          before: memberStateSchema.nullable().describe('Null: added.'),
          after: memberStateSchema.nullable(),
        }),
      ),
      settings: z.strictObject({
        before: someSettingsSchema,
        after: someSettingsSchema,
      }),
      unreadable: listOf(z.string()).describe(
        'Members and settings of this version that cannot be read, by ID or name.',
      ),
    })
    .meta({ id: 'TeamEntry' }),
);
