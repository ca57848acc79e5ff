/** What a manager has to know to answer a proposal: who asks for what and why, what is known of the company, and what each answer makes of it. */
import type { CalendarDate } from '../calendar/calendar-date';
import { type CodeList, hasCode } from '../status/code-lists';
import type { GuardCode } from '../status/guard-texts';
import type { Status } from '../status/statuses';
import { transitionOf } from '../status/transitions';
import type { Text } from '../text/text';
import { type Account, type Activity, type Proposal, sortedById } from './account';
import { transitionRefusal } from './apply-transition';
import type { DecisionContext } from './decision-context';
import { judgedToo, mayApprove, productsToJudge, statusOnRejection } from './proposals';
import type { RefusalCode } from './refusals';
import { type BadFit, debtsOf } from './standing';
import { badFitReasons, isManager, lostReasons, type Settings } from './team';

/** A guard of the proposed move, and whether it would let the account pass today. */
interface GuardState {
  code: GuardCode;
  holds: boolean;
}

export interface ApprovalFacts {
  proposalId: string;
  proposedBy: string;
  proposedOn: CalendarDate;
  /** True where the account has moved already, and the proposal is its review. */
  inEffect: boolean;
  ifApproved: Status;
  ifRejected: Status;
  /** The label of the reason, where the move has a coded one. */
  reason: Text | null;
  /** What the proposer has written: about the reason, and as a note. */
  words: readonly string[];
  /** For a bad fit, the products that we sell today and all others that it was judged against. */
  products: readonly { product: string; isJudged: boolean }[];
  /** For a bad fit, products that were added since the proposal: the approver confirms that it does not fit them either. */
  toJudge: readonly string[];
  everMet: boolean;
  /** The newest contacts, newest first. */
  contacts: readonly Activity[];
  guards: readonly GuardState[];
  /** Why an approval without further data would be refused today, whoever gives it. */
  refusals: readonly RefusalCode[];
  /** Whether the member who asks may approve, once they have judged those products. */
  mayApprove: boolean;
  mayReject: boolean;
}

const CONTACTS_SHOWN = 5;

/** Null where nothing waits for an answer. */
export const approvalFacts = (account: Account, context: DecisionContext): ApprovalFacts | null => {
  const { proposal } = account;
  if (proposal === null) return null;
  const { id, by, on, to, inEffect } = proposal;
  const toJudge = productsToJudge(account, proposal, context.settings);
  const refusals = refusalsOf(account, proposal, context);
  const judged = { ...proposal, data: judgedToo(proposal.data, toJudge, context.settings) };
  return {
    proposalId: id,
    proposedBy: by,
    proposedOn: on,
    inEffect,
    ifApproved: to,
    ifRejected: statusOnRejection(account, proposal),
    ...reasonOf(account, proposal, context.settings),
    products: productsOf(account, proposal, context.settings),
    toJudge,
    everMet: account.everMet,
    contacts: newestContacts(account),
    guards: guardsOf(account, proposal, refusals),
    refusals,
    mayApprove: refusalsOf(account, judged, context).length === 0 && mayApprove(by, context),
    mayReject: isManager(context.actor),
  };
};

/** A move that is in effect already is only confirmed, so its guards are not asked again. */
const refusalsOf = (account: Account, proposal: Proposal, context: DecisionContext): RefusalCode[] => {
  const { by, to, data, inEffect } = proposal;
  if (inEffect) return [];
  const actor = context.members[by] ?? context.actor;
  const refusal = transitionRefusal({ ...account, proposal: null }, to, data, { ...context, actor });
  return refusal === null ? [] : refusal.reasons.map(({ code }) => code);
};

const guardsOf = (account: Account, proposal: Proposal, refusals: readonly RefusalCode[]): GuardState[] => {
  const { from, to, inEffect } = proposal;
  if (inEffect) return [{ code: 'FIT', holds: !debtsOf(account).includes('FIT') }];
  const guards = (transitionOf(from, to)?.guards ?? []).filter((code) => code !== 'MANAGER');
  return guards.map((code) => ({ code, holds: !refusals.includes(code) }));
};

/** What a bad fit was judged by, where the proposal does not say it: a list brought it in, and its reason was filled in since. */
const storedJudgement = ({ standing }: Account, { to, data }: Proposal): BadFit | null =>
  to === 'BAD_FIT' && data.fit === undefined && standing.status === 'BAD_FIT' ? standing.badFit : null;

const reasonOf = (
  account: Account,
  proposal: Proposal,
  settings: Settings,
): Pick<ApprovalFacts, 'reason' | 'words'> => {
  const { data, note } = proposal;
  const { fit, lost, reason } = data;
  const stored = storedJudgement(account, proposal);
  const words = [fit?.reasonText, stored?.note, lost?.reasonText, reason, note].flatMap((word) =>
    word == null || word.trim() === '' ? [] : word,
  );
  return {
    reason:
      labelIn(badFitReasons(settings), fit?.reason ?? stored?.reason) ??
      labelIn(lostReasons(settings), lost?.reason),
    words: [...new Set(words)],
  };
};

const labelIn = (list: CodeList, code = ''): Text | null =>
  hasCode(list, code) ? (list[code] ?? null) : null;

const productsOf = (account: Account, proposal: Proposal, settings: Settings): ApprovalFacts['products'] => {
  if (proposal.to !== 'BAD_FIT') return [];
  const judged = proposal.data.fit?.products ?? storedJudgement(account, proposal)?.products ?? [];
  return [...new Set([...settings.products, ...judged])].map((product) => ({
    product,
    isJudged: judged.includes(product),
  }));
};

export const newestContacts = ({ activities }: Pick<Account, 'activities'>): Activity[] =>
  sortedById(activities)
    .reverse()
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .slice(0, CONTACTS_SHOWN);
