/** members: who may do what. */
import { z } from 'zod';
import { idSchema, shortText } from '../schema/scalars';
import { listOf } from '../schema/schema-of';
import { memberSchema, roleSchema, teamSettingsSchema } from './member';
import type { AnswerOf, BodyOf, Operations } from './operation';

const answer = z
  .strictObject({
    version: z.int().describe('Of the team: `expectedVersion` of the next change.'),
    you: memberSchema,
    members: listOf(memberSchema),
    team: teamSettingsSchema,
  })
  .meta({ id: 'MembersAnswer' });

export const membersFunction = {
  GET: {
    summary: 'The team and who is asking.',
    answer,
    errors: [],
    example: {},
  },
  POST: {
    summary: 'Adds or changes a member; for admins.',
    body: z.strictObject({
      expectedVersion: z.int().min(0),
      member: z.strictObject({
        id: idSchema.exactOptional().describe('Absent: a new member.'),
        email: z.email().max(254),
        name: shortText.min(1),
        role: roleSchema,
        active: z.boolean(),
      }),
    }),
    maxBytes: 64 * 1024,
    answer,
    errors: ['ROLE_NOT_ALLOWED', 'MEMBER_UNKNOWN', 'EMAIL_TAKEN', 'TEAM_CHANGED', 'LAST_ADMIN'],
    example: {
      body: {
        expectedVersion: 3,
        member: { email: 'sato@example.com', name: '佐藤', role: 'is', active: true },
      },
    },
  },
} as const satisfies Operations;

export type MembersAnswer = AnswerOf<typeof membersFunction.GET>;
export type MemberInput = BodyOf<typeof membersFunction.POST>['member'];
