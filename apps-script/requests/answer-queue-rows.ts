/** A row of the queue that was sent back says so until what it is about was done in a form. */
import type { CommandRequest, CommandResult } from '../../functions/contract/commands';
import { markText } from '../../functions/domain/register/request-marks';
import { type QueueTabRow, todaySheet, wholeQueueRows, writeRequestStates } from '../register/queue-rows';

type FormRequest = Pick<CommandRequest, 'accountId' | 'command'>;

/** They change what is known of a company, which only a row asks for that lacks it. */
const OF_DETAILS: readonly FormRequest['command']['type'][] = [
  'saveContact',
  'eraseContact',
  'moveContact',
  'saveProduct',
  'setBant',
  'editDetails',
  'addFormerName',
  'editOpportunity',
  'keepPromises',
];

/** A row about a part of an account is answered by what names that part, or takes all that was handed over. */
const answers = ({ accountId, command }: FormRequest, { account }: QueueTabRow): boolean => {
  if (accountId !== account.id) return false;
  const isOfDetails = OF_DETAILS.indexOf(command.type) >= 0;
  const [word = ''] = account.more;
  const [kind, part] = word.split('.');
  if (part === undefined) return !isOfDetails || word === 'debt';
  return kind === '@contacts'
    ? isOfDetails && names(command, part)
    : command.type === 'acknowledgeHandOver' || names(command, part);
};

/** IDs of parts are unlike any other text of a command. */
const names = (command: FormRequest['command'], part: string): boolean =>
  JSON.stringify(command).indexOf(`"${part}"`) >= 0;

/** Those that were carried out; `today` is the team's day. */
export const answerQueueRows = (
  requests: readonly FormRequest[],
  outcomes: readonly CommandResult[],
  today: string,
): void => {
  const done = requests.filter((_, index) => {
    const outcome = outcomes[index];
    return outcome !== undefined && !('refusal' in outcome) && outcome.preview === undefined;
  });
  if (done.length === 0 || todaySheet() === null) return;
  writeRequestStates(
    wholeQueueRows()
      .filter((row) => row.mark === 'refused' && done.some((request) => answers(request, row)))
      .map((row) => ({ row, state: markText('accepted', row.tab.language, today) })),
  );
};
