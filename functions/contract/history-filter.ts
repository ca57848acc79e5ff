/** What a question about the history may ask for; the same in a query and in a body. */
import * as z from 'zod';
import { splitPath } from '../domain/account/account-change';
import { COMMAND_LABELS } from '../domain/commands/command-labels';
import { EVENT_LABELS } from '../domain/history/account-labels';
import { CHANNELS } from '../domain/status/code-lists';
import { accountSchema } from '../schema/account';
import { dateSchema, ISSUE_CODES, idSchema, singleLineText } from '../schema/scalars';
import { keyOf } from '../schema/schema-of';

const NO_FIELDS: readonly string[] = ['id', 'version'];
const ACCOUNT_FIELDS = Object.keys(accountSchema.shape).filter((field) => !NO_FIELDS.includes(field));

export const historyFilterShape = {
  account: idSchema.exactOptional(),
  field: singleLineText(500)
    .refine((field) => ACCOUNT_FIELDS.includes(splitPath(field)[0]), { error: ISSUE_CODES.accountField })
    .exactOptional()
    .describe(
      'With account: only entries that changed this field of it, or this part: status, ownerId, nextCheck, contacts, bant.need.',
    ),
  person: idSchema.exactOptional().describe('Decided or sent by this member, or by `unknown-editor`.'),
  from: dateSchema.exactOptional().describe("From the beginning of this day on, in the team's zone."),
  to: dateSchema.exactOptional().describe("Until the end of this day, in the team's zone."),
  command: keyOf(COMMAND_LABELS).exactOptional(),
  event: keyOf(EVENT_LABELS).exactOptional().describe('Only entries with an event of this kind.'),
  channel: z.enum(CHANNELS).exactOptional(),
  batch: idSchema.exactOptional().describe('Of this import.'),
};

interface Period {
  from?: string;
  to?: string;
}

/** For `superRefine`. */
export const refuseReversedPeriod = ({ from, to }: Period, context: z.RefinementCtx): void => {
  if (from !== undefined && to !== undefined && from > to)
    context.addIssue({ code: 'custom', path: ['from'], message: ISSUE_CODES.fromAfterTo });
};

/** For `superRefine`. */
export const refuseOddFilter = (
  filter: Period & { account?: string; field?: string },
  context: z.RefinementCtx,
): void => {
  refuseReversedPeriod(filter, context);
  if (filter.field !== undefined && filter.account === undefined)
    context.addIssue({ code: 'custom', path: ['field'], message: ISSUE_CODES.fieldOfAccount });
};
