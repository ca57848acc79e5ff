/** A row of the queue that was sent back says so until what it is about was done in a form. */
import type { CommandRequest, CommandResult } from '../../functions/contract/commands';
import { markText } from '../../functions/domain/register/request-marks';
import { type QueueTabRow, todaySheet, wholeQueueRows, writeRequestStates } from '../register/queue-rows';

type FormRequest = Pick<CommandRequest, 'accountId' | 'command'>;

type CommandType = FormRequest['command']['type'];

/**
 * Commands that do what a row of the queue asks for: any of them answers the row of its account. They stand in a type, which costs
 * the script none of the bytes that are limited.
 */
type TaskCommandType =
  | 'register'
  | 'changeStatus'
  | 'putOnFile'
  | 'propose'
  | 'restore'
  | 'approve'
  | 'reject'
  | 'reviewBadFit'
  | 'cutLink'
  | 'merge'
  | 'unmerge'
  | 'markNotDuplicate'
  | 'logActivity'
  | 'correctMeeting'
  | 'recordCheck'
  | 'setNextCheck'
  | 'setRevisit'
  | 'setAwaited'
  | 'addOpportunity'
  | 'closeOpportunity'
  | 'handOver'
  | 'handOverInsideSales'
  | 'handOverOpportunity'
  | 'acknowledgeHandOver'
  | 'fillIn'
  | 'quickEntry'
  | 'undo';

/**
 * Commands that only change what is known of a company: they answer a row that lacks just that, and the row of the part that they
 * name. Exhaustive together with the type above, so that a new command has to be put on either side.
 */
const OF_DETAILS: Readonly<Record<Exclude<CommandType, TaskCommandType>, 1>> = {
  saveContact: 1,
  eraseContact: 1,
  moveContact: 1,
  saveProduct: 1,
  setBant: 1,
  editDetails: 1,
  addFormerName: 1,
  editOpportunity: 1,
  keepPromises: 1,
};

/** A row about a part of an account is answered by what names that part, or takes all that was handed over. */
const answers = ({ accountId, command }: FormRequest, { account }: QueueTabRow): boolean => {
  if (accountId !== account.id) return false;
  const isOfDetails = command.type in OF_DETAILS;
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
