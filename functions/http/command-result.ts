/** What became of one request of a block, as it is answered. */
import type { SubmitResult } from '../app/submission';
import type { CommandRequest, CommandResult } from '../contract/commands';
import type { InputIssue } from '../contract/issue';
import { PROBLEMS } from '../contract/problem';
import { PROBLEM_TEXTS } from '../contract/problem-texts';
import { httpStatusOf } from '../contract/refusal-status';
import { refusalMessage } from '../domain/commands/refusal-message';
import { REP_RIGHTS_ONLY } from '../domain/commands/refusal-message-texts';
import { text } from '../domain/text/text';
import type { Team } from '../store/team-document';

/** The answer of one request; throws where it has no result, which is a bug. */
export const commandResultOf = (
  { requestId, editor }: Pick<CommandRequest, 'requestId' | 'editor'>,
  result: SubmitResult | undefined,
  members: Team['members'],
): CommandResult => {
  if (result === undefined) throw new Error(`request ${requestId} has no result`);
  if (!('refusal' in result)) {
    const { effect: _, ...answer } = result;
    return { requestId, status: 200, ...answer };
  }
  const { refusal } = result;
  const reason = text(refusalMessage(refusal, 'ja', members), refusalMessage(refusal, 'en', members));
  const words =
    editor !== undefined && refusal.code === 'ROLE_NOT_ALLOWED'
      ? text(`${reason.ja}\n${REP_RIGHTS_ONLY.ja}`, `${reason.en}\n${REP_RIGHTS_ONLY.en}`)
      : reason;
  return { requestId, status: httpStatusOf(refusal.code), words, ...result };
};

/** The answer of a request that does not fit the contract: with its ID, as far as it has one. */
export const invalidCommandResult = (
  command: unknown,
  issues: readonly InputIssue[],
  isOfCell = false,
): CommandResult => {
  const requestId =
    typeof command === 'object' &&
    command !== null &&
    'requestId' in command &&
    typeof command.requestId === 'string'
      ? command.requestId.slice(0, 120)
      : null;
  const message = PROBLEM_TEXTS.REQUEST_INVALID;
  // The person at the cell sees that something is wrong, so only the reasons are told.
  const reasons = issues.map((issue) => issue.message);
  const sentences = isOfCell && reasons.length > 0 ? reasons : [message, ...reasons];
  const words = text(sentences.map(({ ja }) => ja).join('\n'), sentences.map(({ en }) => en).join('\n'));
  const { status } = PROBLEMS.REQUEST_INVALID;
  return { requestId, status, refusal: { code: 'REQUEST_INVALID', message, issues }, words, row: null };
};
