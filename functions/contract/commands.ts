/** commands: a block of commands on any accounts, each with its own result. */
import * as z from 'zod';
import { UNKNOWN_EDITOR } from '../domain/account/unknown-editor';
import type { CallerCommand } from '../domain/commands/command-table';
import { CHANNELS } from '../domain/status/code-lists';
import { formRetrySchema } from '../schema/form-retry';
import { registerRowSchema } from '../schema/register-row';
import { sameNameSchema } from '../schema/related-company';
import { ISSUE_CODES, idSchema, instantSchema, singleLineText } from '../schema/scalars';
import { listOf } from '../schema/schema-of';
import { commandSchema } from './command';
import { commandRefusalSchema } from './command-refusal';
import { teamViewSchema } from './member';
import { mergePreviewSchema } from './merge-preview';
import type { AnswerOf, Operations } from './operation';
import { invalidRequestSchema } from './refusal';
import { REFUSED_STATUSES } from './refusal-status';
import { textSchema } from './text';

export const editorSchema = z
  .union([z.literal(UNKNOWN_EDITOR), z.email().max(254)])
  .exactOptional()
  .describe(
    "By the channel `trigger` only: who typed it into a cell, by e-mail address as far as the sheet knows it. It is decided with that member's rights, and never with more than a rep's.",
  );

export const commandRequestSchema = z
  .strictObject({
    requestId: z
      .string()
      .regex(/^[\x21-\x7e]{8,120}$/)
      .describe('Idempotency key: the same request with it again has one effect and gets the same answer.'),
    accountId: idSchema.nullable().describe("Null for `register`: the server makes the account's ID."),
    expectedVersion: z.int().min(0).describe('The version that the command was made on; 0 for `register`.'),
    command: commandSchema,
    editor: editorSchema,
  })
  .refine(({ accountId, command: { type } }) => (accountId === null) === (type === 'register'), {
    path: ['accountId'],
    error: ISSUE_CODES.accountId,
  })
  .meta({ id: 'CommandRequest' });
/** One command on one account, from a cell, a window or a caller of the API to the functions. */
export type CommandRequest = Omit<z.output<typeof commandRequestSchema>, 'command'> & {
  command: CallerCommand;
};

/** That one call carries out; the rest of a longer block is carried out by further calls. */
export const MAX_COMMANDS = 200;
const MAX_BLOCK = 10_000;

const resume = singleLineText(100)
  .exactOptional()
  .describe('From the answer to the same block: goes on behind the commands that are done.');

export const sentAt = instantSchema
  .exactOptional()
  .describe(
    'By a sheet: when it sent the block. What the same person has sent from cells since is no base of it, where the block has come late.',
  );

const block = z.strictObject({
  resume,
  channel: z.enum(CHANNELS).exclude(['import', 'schedule']).default('api'),
  sentAt,
  // Parsed one by one, so that a bad request does not refuse the others.
  commands: z.array(z.unknown()).min(1).max(MAX_BLOCK),
});

export const acceptedSchema = z
  .strictObject({
    requestId: z.string(),
    status: z.literal(200),
    replayed: z.boolean().describe('True when this is the stored answer of an earlier, equal request.'),
    row: registerRowSchema,
    sameName: sameNameSchema
      .exactOptional()
      .describe('Of a registration: other accounts with the same name, the first five.'),
    preview: mergePreviewSchema
      .exactOptional()
      .describe('Of a merge with `preview`: nothing was changed, this is what it would do.'),
  })
  .meta({ id: 'AcceptedCommand' });

export const refusedSchema = z
  .strictObject({
    requestId: z.string().nullable().describe('Null where the request has none.'),
    status: z.literal(REFUSED_STATUSES).describe('The HTTP status that it would have alone.'),
    refusal: z.union([commandRefusalSchema, invalidRequestSchema]),
    words: textSchema.describe('In a few plain lines: reasons, what to fill in, what is legal now.'),
    row: registerRowSchema.nullable().describe('The account as it stands; null where there is none.'),
    language: z
      .enum(['ja', 'en'])
      .exactOptional()
      .describe('Of a line of quick entry: the language that it is written in, for its answer in the sheet.'),
    retry: formRetrySchema.exactOptional().describe('Of a cell that lacks data.'),
  })
  .meta({ id: 'RefusedCommand' });

export type AcceptedResult = z.output<typeof acceptedSchema>;
export type RefusedResult = z.output<typeof refusedSchema>;
const resultSchema = z.discriminatedUnion('status', [acceptedSchema, refusedSchema]);
/** What became of one request of a block. */
export type CommandResult = AcceptedResult | RefusedResult;

const answer = z
  .strictObject({
    outcomes: listOf(resultSchema).describe(
      `In the order of the commands; of ${MAX_COMMANDS} at most, from the first one or from where the call went on.`,
    ),
    resume: z
      .string()
      .exactOptional()
      .describe(
        'There are more: send the same block again with it. Sent again without it, the block has no second effect.',
      ),
    resumed: z.int().exactOptional().describe('How many commands before these were done by earlier calls.'),
    team: teamViewSchema,
  })
  .meta({ id: 'CommandsAnswer' });

export const commandsFunction = {
  POST: {
    summary:
      'A block of commands on any accounts, each with its own result. Of a block of more than 200 the first 200 are carried out, and `resume` serves to send it again for the rest. A block of one answers with the status of its result; any other block with 200.',
    body: block,
    publishedBody: block.extend({ commands: z.array(commandRequestSchema).min(1).max(MAX_BLOCK) }),
    maxBytes: 2 * 1024 * 1024,
    answer,
    statuses: {
      all: [200, ...REFUSED_STATUSES],
      of: ({ outcomes, resumed }: z.output<typeof answer>) =>
        outcomes.length === 1 && outcomes[0] !== undefined && resumed === undefined
          ? outcomes[0].status
          : 200,
    },
    errors: ['RESUME_UNKNOWN'],
    example: {
      body: {
        channel: 'api',
        commands: [
          {
            requestId: 'register-2026-07-01-0001',
            accountId: null,
            expectedVersion: 0,
            command: { type: 'register', details: { name: '株式会社八' }, status: 'COLD' },
          },
        ],
      },
    },
  },
} as const satisfies Operations;

export type CommandsAnswer = AnswerOf<typeof commandsFunction.POST>;
