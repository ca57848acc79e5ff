/**
 * The rules (docs/rules.md), told again without the code that keeps it: for each rule, which accepted commands could have
 * broken it, and what has to hold after them.
 */
import {
  type Account,
  openOpportunities,
  type ProductUse,
} from '../../../../functions/domain/account/account';
import type { AccountEvent } from '../../../../functions/domain/account/account-event';
import { toRecord } from '../../../../functions/domain/account/account-record';
import type { DecisionContext } from '../../../../functions/domain/account/decision-context';
import { brokenInvariants } from '../../../../functions/domain/account/invariants';
import { isBusinessDay } from '../../../../functions/domain/calendar/business-days';
import { addMonths } from '../../../../functions/domain/calendar/calendar-date';
import type { Command, CommandType } from '../../../../functions/domain/commands/command-table';
import { parseLookupQuery } from '../../../../functions/domain/lookup/query';
import { rankHits } from '../../../../functions/domain/lookup/rank';
import { verdictOf } from '../../../../functions/domain/lookup/verdict';
import { BANT_KEYS } from '../../../../functions/domain/status/code-lists';
import type { GuardCode } from '../../../../functions/domain/status/guard-texts';
import { MATRIX } from '../../../../functions/domain/status/matrix';

/** One accepted command, on one account. */
export interface Accepted {
  was: Account;
  now: Account;
  command: Command;
  events: readonly AccountEvent[];
  context: DecisionContext;
}

interface Rule {
  rule: number;
  title: string;
  /** Whether the command could have broken it. */
  concerns: (accepted: Accepted) => boolean;
  /** Null where it holds; else what is wrong. */
  fault: (accepted: Accepted) => string | null;
}

const isOneOf = (command: Command, ...types: CommandType[]): boolean => types.includes(command.type);
const statusOf = (account: Account) => account.standing.status;
const owes = (account: Account, code: GuardCode): boolean =>
  account.standing.debts.some((debt) => debt === code);
/** It is a company of the register for the first time, or again. */
const isNew = ({ was }: Accepted): boolean => was.version === 0 || was.withdrawn;
const enters = (accepted: Accepted): boolean =>
  isNew(accepted) || statusOf(accepted.was) !== statusOf(accepted.now);
/** Both accounts of a merge, and of its end: they take over what the other one was. */
const isHalf = ({ command }: Accepted): boolean => isOneOf(command, 'absorb', 'release', 'unmerge');
const isLasting = ({ state, endsOn }: ProductUse, today: string): boolean =>
  state === 'live' && (endsOn === null || endsOn > today);
const lasting = ({ products }: Account, today: string): ProductUse[] =>
  Object.values(products).filter((use) => isLasting(use, today));
const hasNeed = ({ bant, latentNeed }: Account): boolean =>
  bant.need.value === 'yes' || (latentNeed ?? '').trim() !== '';
const partIds = (account: Account): string[] =>
  [account.contacts, account.opportunities, account.products, account.activities].flatMap((parts) =>
    Object.keys(parts),
  );

const check = (holds: boolean, fault: string): string | null => (holds ? null : fault);
const firstOf = (...faults: (string | null)[]): string | null =>
  faults.find((fault) => fault !== null) ?? null;

export const RULES: readonly Rule[] = [
  {
    rule: 1,
    title: 'met is for ever, and never cold',
    concerns: ({ was, now }) => was.everMet || now.everMet,
    fault: ({ was, now, command }) =>
      firstOf(
        check(!(now.everMet && statusOf(now) === 'COLD'), 'a met account is cold'),
        check(
          now.everMet || !was.everMet || isOneOf(command, 'correctMeeting', 'unmerge', 'release'),
          'a meeting was forgotten',
        ),
      ),
  },
  {
    rule: 2,
    title: 'the matrix',
    concerns: ({ events }) => events.some(({ from, to }) => from !== to),
    fault: (accepted) => {
      const { events, command } = accepted;
      if (isHalf(accepted) || isOneOf(command, 'undo', 'import', 'reject')) return null;
      // A first review rejects what no manager has seen yet.
      const moves = events.filter(({ type, from, to }) => from !== to && type !== 'moveRejected');
      return firstOf(
        ...moves.map(({ from, to }) => {
          const cell = MATRIX[from][to];
          return check(
            cell === 'L' || cell === 'C' || (cell === 'M' && command.type === 'approve'),
            `${from} to ${to} is ${cell}`,
          );
        }),
      );
    },
  },
  {
    rule: 4,
    title: 'nothing is lost: one more entry, and every part still there',
    concerns: () => true,
    fault: (accepted) => {
      const { was, now, command } = accepted;
      const lost = partIds(was).filter((id) => !partIds(now).includes(id));
      const mayLose = isNew(accepted) || isHalf(accepted) || isOneOf(command, 'undo', 'correctMeeting');
      return firstOf(
        check(now.version === was.version + 1, 'no entry of its own'),
        check(lost.length === 0 || mayLose, `${lost.join()} is gone`),
      );
    },
  },
  {
    rule: 7,
    title: 'the last opportunity and the last product decide the account',
    concerns: ({ was, now }) =>
      [was, now].some((one) => statusOf(one) === 'ACTIVE_OPPORTUNITY' || statusOf(one) === 'CURRENT_CLIENT'),
    fault: (accepted) => {
      const { was, now, command, context } = accepted;
      const { today } = context;
      const open = openOpportunities(now).length;
      // What was filled in on an imported client is taken back, and owed again.
      const isOwedAgain = isOneOf(command, 'undo') && owes(now, 'EVIDENCE') && !owes(was, 'EVIDENCE');
      const mayHave = statusOf(now) === 'ACTIVE_OPPORTUNITY' || statusOf(now) === 'CURRENT_CLIENT';
      const isClient = [was, now].every((one) => statusOf(one) === 'CURRENT_CLIENT');
      return firstOf(
        check(open === 0 || mayHave, 'an open opportunity on another status'),
        check(
          open > 0 || statusOf(now) !== 'ACTIVE_OPPORTUNITY' || owes(now, 'OPPORTUNITY'),
          'active without an open opportunity',
        ),
        check(
          !isClient ||
            was.withdrawn ||
            isHalf(accepted) ||
            isOwedAgain ||
            lasting(was, today).length === 0 ||
            lasting(now, today).length > 0,
          'the last product ended without a decision',
        ),
      );
    },
  },
  {
    rule: 8,
    title: 'quarterly, dead and bad fit are told apart by BANT',
    concerns: ({ now }) => ['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY', 'BAD_FIT'].includes(statusOf(now)),
    fault: (accepted) => {
      const { now, context } = accepted;
      const { nextCheck } = toRecord(now);
      switch (statusOf(now)) {
        case 'QUARTERLY_CHECK': {
          const isAgreed =
            now.bant.need.value === 'yes' && BANT_KEYS.some((key) => now.bant[key].value !== 'yes');
          const { today, calendar } = context;
          const date = nextCheck?.date ?? '';
          const isDue = date > today && date <= addMonths(today, 12) && isBusinessDay(date, calendar);
          // A list's past contact is counted from its own day: the check may be overdue.
          const isListed =
            accepted.command.type === 'import' && date <= today && isBusinessDay(date, calendar);
          return firstOf(
            check(isAgreed || owes(now, 'NEED'), 'quarterly without an agreed need'),
            // An undo moves no date: a check that was overdue is so again.
            check(
              isDue || isListed || !enters(accepted) || isHalf(accepted) || isOneOf(accepted.command, 'undo'),
              `the next check is on ${date}`,
            ),
          );
        }
        case 'DEAD_OPPORTUNITY':
          return check(
            (now.bant.need.value !== 'yes' && (now.latentNeed ?? '') !== '') || owes(now, 'LOST'),
            'dead with an agreed need, or without a latent one',
          );
        default:
          return check(!hasNeed(now) || owes(now, 'FIT'), 'a bad fit that needs something');
      }
    },
  },
  {
    rule: 9,
    title: 'working is time-boxed: nothing but a change of status begins it anew',
    concerns: ({ was, now }) => statusOf(was) === 'WORKING' || statusOf(now) === 'WORKING',
    fault: (accepted) => {
      const { was, now, command, context } = accepted;
      if (isHalf(accepted) || isOneOf(command, 'undo', 'import') || isNew(accepted)) return null;
      if (statusOf(now) !== 'WORKING') return null;
      const since = enters(accepted) ? context.today : was.standing.since;
      return check(now.standing.since === since, `working since ${now.standing.since}`);
    },
  },
  {
    rule: 10,
    title: 'a bad fit is reviewed by somebody else',
    concerns: ({ was, now, command }) =>
      statusOf(now) === 'BAD_FIT' ||
      statusOf(was) === 'BAD_FIT' ||
      isOneOf(command, 'approve', 'reject', 'reviewBadFit'),
    fault: ({ was, now, command, context: { actor } }) => {
      const { proposal } = now;
      const reviewed = (toRecord(now).badFit?.reviewedBy ?? null) !== null;
      const waits = proposal?.inEffect === true && proposal.to === 'BAD_FIT';
      return firstOf(
        check(statusOf(now) !== 'BAD_FIT' || reviewed !== waits, 'a bad fit with no review, or with two'),
        check(
          proposal === null || statusOf(now) === (proposal.inEffect ? proposal.to : proposal.from),
          'a proposal about another status',
        ),
        check(command.type !== 'approve' || was.proposal?.by !== actor.id, 'approved by its proposer'),
        check(
          command.type !== 'reviewBadFit' ||
            statusOf(now) !== 'BAD_FIT' ||
            toRecord(now).badFit?.reviewOn === toRecord(was).badFit?.reviewOn ||
            toRecord(was).badFit?.by !== actor.id,
          'reviewed by who judged it',
        ),
      );
    },
  },
  {
    rule: 11,
    title: 'an existing customer is recognised',
    concerns: ({ now }) => statusOf(now) === 'CURRENT_CLIENT',
    fault: ({ now, context: { today, members, settings } }) => {
      const asked = parseLookupQuery(now.name);
      const hits = rankHits([now], asked.question);
      const { kind, text } = verdictOf(hits, { successors: [], parent: null }, asked, {
        today,
        members,
        settings,
        sharing: null,
      });
      const isOver = lasting(now, today).length === 0 && !owes(now, 'EVIDENCE');
      return firstOf(
        check(isOver ? kind !== 'client' : kind === 'client', `told as ${kind}`),
        check(text.ja.includes('決めてください') === isOver, 'nobody is told that a decision is due'),
      );
    },
  },
  {
    rule: 12,
    title: 'no path leaves a forbidden state',
    concerns: ({ now }) =>
      Object.keys(now.products).length > 0 || Object.keys(now.opportunities).length > 0 || now.everMet,
    fault: ({ now, context: { today } }) => {
      const uses = lasting(now, today);
      const unproved = uses.filter(
        ({ since, reference, confirmedBy }) => since === null || !(reference || confirmedBy),
      );
      const successorId = toRecord(now).onFile?.successorId ?? null;
      return firstOf(
        check(uses.length === 0 || statusOf(now) === 'CURRENT_CLIENT', 'in use, and no client'),
        check(unproved.length === 0 || owes(now, 'EVIDENCE'), 'in use without evidence'),
        check(statusOf(now) !== 'WORKING' || now.ownerId !== null || owes(now, 'OWNER'), 'nobody owns it'),
        check(successorId !== now.id, 'it stands for itself'),
        check(brokenInvariants(now, today).length === 0, brokenInvariants(now, today).join()),
      );
    },
  },
  {
    rule: 13,
    title: 'what was open: a debt of the meeting, undo, FIT',
    concerns: (accepted) =>
      accepted.command.type === 'undo' ||
      statusOf(accepted.now) === 'QUARTERLY_CHECK' ||
      statusOf(accepted.now) === 'DEAD_OPPORTUNITY' ||
      (enters(accepted) && statusOf(accepted.now) === 'BAD_FIT'),
    fault: (accepted) => {
      const { was, now, command, context } = accepted;
      const isNurtured = statusOf(now) === 'QUARTERLY_CHECK' || statusOf(now) === 'DEAD_OPPORTUNITY';
      const reopens = command.type === 'undo' && MATRIX[statusOf(was)][statusOf(now)] === 'M';
      const isManager = context.actor.role === 'manager' || context.actor.role === 'admin';
      const isOwnBadFit =
        statusOf(was) === 'BAD_FIT' &&
        was.proposal?.by === context.actor.id &&
        toRecord(was).badFit?.reviewedBy === null;
      const judged = toRecord(now).badFit?.products.length ?? 0;
      return firstOf(
        check(!isNurtured || now.everMet || owes(now, 'MET'), 'nurtured, and never met'),
        check(!reopens || isManager || isOwnBadFit, 'reopened by a rep'),
        check(statusOf(now) !== 'BAD_FIT' || judged > 0 || owes(now, 'FIT'), 'judged against no product'),
      );
    },
  },
];
