/** commands (POST): a block of up to 200 commands on any accounts, each with its own outcome, in one call. */
import { type Ask, ask, type CommandsAnswer, commandsEnvelope, type Outcome } from '../contract';
import { refusalWords } from '../domain/refusal-words';
import { text } from '../domain/text';
import { frameOf, type Service, teamView } from '../service';
import { digest } from '../store/firestore';
import { type Asked, type Result, submit } from '../store/submit';
import type { Team } from '../store/team';
import { endpoint } from './endpoint';
import { checked, type Issue } from './issues';
import { PROBLEMS } from './problems';
import { statusOf } from './status';

const MAX_BYTES = 2 * 1024 * 1024;

export const commands = (service: Service) =>
  endpoint(
    {
      method: 'POST',
      accepts: 'json',
      maxBytes: MAX_BYTES,
      input: commandsEnvelope,
      handle: async ({ channel, commands: block }, caller) => {
        const parsed = block.map((one) => checked(ask, one));
        const asked = parsed.flatMap((one) => ('value' in one ? toAsked(one.value, caller.member.id) : []));
        const results = await submit(service.db, asked, frameOf(caller, channel, service.clock));
        const decided = results[Symbol.iterator]();
        const outcomes = parsed.map((one, index) =>
          'value' in one
            ? outcomeOf(one.value.requestId, decided.next().value, caller.team.members)
            : invalid(block[index], one.issues),
        );
        const body: CommandsAnswer = { outcomes, team: teamView(caller, service.clock) };
        const [only] = outcomes;
        return { status: outcomes.length === 1 && only !== undefined ? only.status : 200, body };
      },
    },
    service.entrance,
  );

/** The ID of a new account comes from its request, so that a repeated register finds the first one. */
const toAsked = ({ accountId, ...one }: Ask, memberId: string): Asked => ({
  ...one,
  accountId: accountId ?? `a_${digest(`${memberId}\n${one.requestId}`)}`,
  batch: null,
});

const outcomeOf = (requestId: string, result: Result | undefined, members: Team['members']): Outcome => {
  if (result === undefined) throw new Error(`request ${requestId} has no result`);
  if (result.status === 'accepted') {
    const { replayed, row, sameName, preview } = result;
    return {
      requestId,
      status: 200,
      replayed,
      row,
      ...(sameName === undefined ? {} : { sameName }),
      ...(preview === undefined ? {} : { preview }),
    };
  }
  const { refusal, row } = result;
  const words = text(refusalWords(refusal, 'ja', members), refusalWords(refusal, 'en', members));
  return { requestId, status: statusOf(refusal.code), refusal, words, row };
};

const invalid = (one: unknown, issues: readonly Issue[]): Outcome => {
  const requestId =
    typeof one === 'object' && one !== null && 'requestId' in one && typeof one.requestId === 'string'
      ? one.requestId.slice(0, 120)
      : null;
  const { status, message } = PROBLEMS.REQUEST_INVALID;
  const told = [message, ...issues.map((issue) => issue.message)];
  const words = text(told.map(({ ja }) => ja).join('\n'), told.map(({ en }) => en).join('\n'));
  return { requestId, status, refusal: { code: 'REQUEST_INVALID', message, issues }, words, row: null };
};
