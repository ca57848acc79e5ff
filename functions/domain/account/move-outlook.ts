/** "Why can't I?": for every status that an account does not have, whether it may get it now, and what that takes. */
import { GUARD_TEXTS } from '../status/guard-texts';
import { illegalTransitionCode, illegalTransitionText } from '../status/illegal-transitions';
import { MATRIX } from '../status/matrix';
import { STATUS, STATUSES, type Status } from '../status/statuses';
import { transitionOf } from '../status/transitions';
import type { Text } from '../text/text';
import type { Account } from './account';
import type { DecisionContext } from './decision-context';
import { guardFailures } from './guards';
import { inSentences, MOVE_OUTLOOK_TEXTS, throughText } from './move-outlook-texts';
import { isBeyondData } from './offered-transitions';
import type { GuardFailureCode } from './refusal-facts';
import { REFUSAL_TEXTS } from './refusal-texts';

export interface MoveOutlook {
  to: Status;
  /** `approval`: by a proposal that a manager approves. */
  state: 'open' | 'approval' | 'closed';
  /** What it takes, or why it is closed and which status is to come first. */
  words: Text;
}

/** Statuses that may be suggested as a step on the way to another one: nobody makes a company a client or a bad fit only to move it further. */
const STEPS = STATUSES.filter((status) => STATUS[status].bin !== 'avoid' && status !== 'CURRENT_CLIENT');

const SENTENCES: Readonly<Record<GuardFailureCode, Text>> = { ...REFUSAL_TEXTS, ...GUARD_TEXTS };
const sentenceOf = (code: GuardFailureCode): Text => SENTENCES[code];

/** In the order of the statuses. */
export const moveOutlook = (account: Account, context: DecisionContext): MoveOutlook[] => {
  const { status } = account.standing;
  const unmet = (from: Status, to: Status): GuardFailureCode[] | null =>
    unmetGuards(account, context, from, to);
  const isOpen = (from: Status, to: Status): boolean =>
    unmet(from, to)?.every((code) => !isBeyondData(code)) ?? false;
  return STATUSES.filter((to) => to !== status).map((to): MoveOutlook => {
    const codes = unmet(status, to);
    const beyond = codes?.filter(isBeyondData) ?? [];
    if (codes === null) {
      const why = illegalTransitionCode({ status, everMet: account.everMet }, to);
      // The other codes of an illegal move say themselves what has to come first; this one needs a suggested step.
      const through =
        why === 'MOVE_ILLEGAL' ? STEPS.filter((via) => isOpen(status, via) && isOpen(via, to)) : [];
      const way = through.length === 0 ? [] : [throughText(through.map((via) => STATUS[via].label))];
      return { to, state: 'closed', words: inSentences([illegalTransitionText(why), ...way]) };
    }
    if (beyond.length > 0) return { to, state: 'closed', words: inSentences(beyond.map(sentenceOf)) };
    const isApproved = MATRIX[status][to] === 'M';
    const asked = codes.filter((code) => code !== 'MANAGER').map(sentenceOf);
    const words = [...(isApproved ? [MOVE_OUTLOOK_TEXTS.approval] : []), ...asked];
    return {
      to,
      state: isApproved ? 'approval' : 'open',
      words: inSentences(words.length === 0 ? [MOVE_OUTLOOK_TEXTS.nothing] : words),
    };
  });
};

/** What the move would fail on as things stand; null where there is no such move. */
const unmetGuards = (
  account: Account,
  context: DecisionContext,
  from: Status,
  to: Status,
): GuardFailureCode[] | null => {
  const move = transitionOf(from, to);
  if (move === undefined) return null;
  const plan = { before: account, account, data: {}, context, approved: true };
  return [...new Set(guardFailures(move.guards, plan).map(({ code }) => code))];
};
