/** members: who may do what. */
import * as z from 'zod';
import { isReading } from '../domain/account/member-reading';
import type { MemberLoad } from '../domain/account/split-by-load';
import { ISSUE_CODES, idSchema, shortText } from '../schema/scalars';
import { listOf, schemaOf } from '../schema/schema-of';
import { leavesSchema } from '../schema/team-entry';
import { memberSchema, roleSchema, teamSettingsSchema } from './member';
import type { AnswerOf, Operations } from './operation';
import { flagParameter } from './query-parameters';
import { textSchema } from './text';

const memberInput = z.strictObject({
  id: idSchema.exactOptional().describe('Absent: a new member.'),
  email: z.email().max(254),
  name: shortText.min(1),
  kana: shortText
    .refine(isReading, { error: ISSUE_CODES.reading })
    .nullable()
    .exactOptional()
    .describe(
      'How the name is read, in kana of any width. Null: not known any more. Absent: it stays as it is.',
    ),
  role: roleSchema,
  active: z.boolean(),
  language: z
    .enum(['ja', 'en'])
    .nullable()
    .exactOptional()
    .describe('Null: none is chosen any more. Absent: it stays as it is.'),
});

const memberProblemSchema = z
  .strictObject({
    code: z.literal('MEMBER_UNREADABLE'),
    id: z.string(),
    fields: listOf(z.string()).describe('Which are missing or wrong; none: all of it.'),
    message: textSchema,
  })
  .meta({ id: 'MemberProblem' });

const loadSchema = schemaOf<MemberLoad>()(
  z
    .strictObject({
      id: z.string(),
      accounts: z.int().describe('That the member owns.'),
      open: z.int().describe('Of these, prospects and accounts to nurture.'),
    })
    .meta({ id: 'MemberLoad' }),
);

const answer = z
  .strictObject({
    version: z.int().describe('Of the team: `expectedVersion` of the next change.'),
    you: memberSchema,
    members: listOf(memberSchema).describe('By the reading of their names, else by name.'),
    bound: listOf(z.string()).describe(
      'IDs of the members whose sign-in is bound to a Google account; for admins, else empty.',
    ),
    problems: listOf(memberProblemSchema).describe(
      'Members whose stored record cannot be read; for admins, else empty. Among the members they have left.',
    ),
    loads: listOf(loadSchema).describe('Of each member; empty unless asked for.'),
    team: teamSettingsSchema,
  })
  .meta({ id: 'MembersAnswer' });

export const membersFunction = {
  GET: {
    summary: 'The team and who is asking.',
    query: z.strictObject({ loads: flagParameter.describe('Whether to count the accounts of each member.') }),
    answer,
    errors: [],
    example: { query: {} },
  },
  POST: {
    summary: 'Adds or changes a member, or unbinds the sign-in of one, for admins; sets the leaves of one.',
    body: z
      .strictObject({
        expectedVersion: z.int().min(0),
        member: memberInput
          .exactOptional()
          .describe('With another e-mail address than before, the sign-in is unbound.'),
        unbind: idSchema
          .exactOptional()
          .describe(
            "Instead of `member`, a member's ID: whoever signs in next with the address is bound to it, as with a new member.",
          ),
        leave: z
          .strictObject({ memberId: idSchema, periods: leavesSchema })
          .exactOptional()
          .describe(
            'Instead of `member`, all leaves of a member; for the member and managers. None: an empty list.',
          ),
      })
      .refine(
        ({ member, unbind, leave }) =>
          [member, unbind, leave].filter((one) => one !== undefined).length === 1,
        { error: ISSUE_CODES.oneOfMember },
      ),
    maxBytes: 64 * 1024,
    answer,
    errors: [
      'ROLE_NOT_ALLOWED',
      'MEMBER_UNKNOWN',
      'EMAIL_TAKEN',
      'TEAM_CHANGED',
      'LAST_ADMIN',
      'MEMBER_UNREADABLE',
      'LEAVE_REFUSED',
    ],
    example: {
      body: {
        expectedVersion: 3,
        member: { email: 'sato@example.com', name: '佐藤', role: 'is', active: true },
      },
    },
  },
} as const satisfies Operations;

export type MembersAnswer = AnswerOf<typeof membersFunction.GET>;
export type MemberInput = z.output<typeof memberInput>;
