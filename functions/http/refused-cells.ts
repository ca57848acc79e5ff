/** Of a block of commands from cells, those that were sent back: which cell each is, and in which form it goes on. */
import * as z from 'zod';
import type { KeptCell } from '../app/keep-sent-back';
import type { CommandResult, RefusedResult } from '../contract/commands';
import type { FormRetry } from '../domain/account/form-retry';
import { cellOfCommand } from '../domain/digest/sent-back';
import type { LineDay } from '../domain/quick-entry/line-dates';
import { lineLanguage } from '../domain/quick-entry/line-language';
import { quickEntryRetry } from '../domain/quick-entry/quick-entry-retry';
import { idSchema, statusSchema } from '../schema/scalars';

/** What is read of a request, which may be invalid otherwise. */
const sentCommand = z.object({
  accountId: idSchema,
  editor: z.string().exactOptional(),
  command: z.object({
    type: z.string(),
    to: z.unknown().optional(),
    contact: z.unknown().optional(),
    text: z.unknown().optional(),
  }),
});

/** Without those of new companies, which have no account, and those that ask for what is so already. */
export const refusedCells = (commands: readonly unknown[], outcomes: readonly CommandResult[]): KeptCell[] =>
  outcomes.flatMap((outcome, index): KeptCell[] => {
    const sent = sentCommand.safeParse(commands[index]);
    if (!('refusal' in outcome) || !sent.success) return [];
    const { accountId, editor, command } = sent.data;
    const key = cellOfCommand(command);
    if (key === null || (key === 'status' && outcome.row?.status === command.to)) return [];
    const { words, row, retry = null } = outcome;
    return [{ accountId, editor, key, command: command.type, words, row, retry }];
  });

/** What was sent back of cells, with the form in which it goes on, and the language of a typed line. */
export const withRetries = (
  commands: readonly unknown[],
  outcomes: readonly CommandResult[],
  day: LineDay,
): CommandResult[] =>
  outcomes.map((outcome, index) => {
    const sent = sentCommand.safeParse(commands[index]);
    if (!sent.success || !('refusal' in outcome)) return outcome;
    const { command } = sent.data;
    const retry = retryOf(command, outcome, day);
    const language = typeof command.text === 'string' ? lineLanguage(command.text) : null;
    return { ...outcome, ...(retry !== null && { retry }), ...(language !== null && { language }) };
  });

const retryOf = (
  { to, text }: z.output<typeof sentCommand>['command'],
  outcome: RefusedResult,
  day: LineDay,
): FormRetry | null => {
  if (!('missing' in outcome.refusal)) return null;
  const { missing, legal } = outcome.refusal;
  const asked = { missing: missing.map(({ key }) => key), legal };
  if (typeof text === 'string') return quickEntryRetry(text, asked, day);
  const status = statusSchema.safeParse(to);
  return status.success && missing.length > 0 && legal.includes(status.data)
    ? { form: 'changeStatus', to: status.data, values: {} }
    : null;
};
