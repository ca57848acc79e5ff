/** Everything beside the quarterly check for which an account needs somebody. */
import { type Account, openOpportunities } from '../account/account';
import { isReviewDue, newProductsOf } from '../account/bad-fit-review';
import { activeMember } from '../account/decision-context';
import { DECISION_STEP, decisionReason } from '../account/decision-texts';
import { DAYS_WITHOUT_STEP, isInHands, nextStepDueOn, revisitDueOn } from '../account/due-days';
import { needGuard } from '../account/guards';
import { type FieldKey, INPUT_FIELD_LABELS } from '../account/input-field-texts';
import { leaverName, UNKNOWN_MEMBER } from '../account/member-texts';
import { MISSING_DATA_TEXTS } from '../account/missing-data-texts';
import { decisionDueOn } from '../account/product-use';
import { debtsOf } from '../account/standing';
import { badFitReasons, type Member } from '../account/team';
import { addDays, daysBetween } from '../calendar/calendar-date';
import type { GuardCode } from '../status/guard-texts';
import { STATUS } from '../status/statuses';
import { type Text, text } from '../text/text';
import { lateBy, type QueueContext, type QueueReason, turnOf, WITHOUT_DAY } from './queue-reason';
import {
  debtsText,
  joinedText,
  leaverInsideSalesText,
  leaverOpportunityText,
  leaverProposalText,
  leaverText,
  NEXT_STEPS,
  noStepText,
  productsAddedText,
  proposedText,
  REVIEW_REASONS,
  rejudgementText,
  reviewDueText,
  revisitText,
  timeBoxText,
} from './queue-texts';

/** Why an account is listed; null where that is no reason. */
export type FindReason = (account: Account, context: QueueContext) => QueueReason | null;

/** The member's name; one who has left is marked as such. */
export const memberText = (member: Member | undefined): Text => {
  if (member === undefined) return UNKNOWN_MEMBER;
  return member.active ? text(member.name, member.name) : leaverName(member.name);
};

/** A client whose last product has ended (rule 7). */
export const endedClientReason: FindReason = (account, context) => {
  const since = decisionDueOn({ ...account.standing, products: account.products });
  if (since === null || since > context.today) return null;
  const reason = { why: decisionReason(since), next: DECISION_STEP, actorId: null };
  return { ...lateBy(since, context), band: 'decide', missed: 0, ...reason };
};

/** The account was met and is in work, and no next step has been set for too long. */
export const noStepReason: FindReason = (account, context) => {
  const due = nextStepDueOn(account);
  if (due === null || due >= context.today) return null;
  const why = noStepText(addDays(due, -DAYS_WITHOUT_STEP), DAYS_WITHOUT_STEP);
  return {
    ...lateBy(due, context),
    band: 'decide',
    missed: 0,
    why,
    next: NEXT_STEPS.endTimeBox,
    actorId: null,
  };
};

/** A proposed move waits for a manager's approval and has not taken effect. */
export const approvalReason: FindReason = ({ proposal }, context) => {
  if (proposal === null || proposal.inEffect) return null;
  const by = memberText(context.members[proposal.by]);
  const fit = badFitReasons(context.settings)[proposal.data.fit?.reason ?? ''];
  const to = STATUS[proposal.to].label;
  const what = fit === undefined ? to : text(`${to.ja}(${fit.ja})`, `${to.en} (${fit.en})`);
  const why = proposedText(by, what, proposal.on, proposal.note ?? proposal.data.reason ?? null);
  return {
    ...lateBy(proposal.on, context),
    band: 'approve',
    missed: 0,
    why,
    next: NEXT_STEPS.answerProposal,
    actorId: null,
  };
};

/** A lost account that stays a target, on the day on which it is to be contacted again. */
export const revisitReason: FindReason = (account, context) => {
  const due = revisitDueOn(account);
  if (due === null || due > context.today || account.standing.status !== 'DEAD_OPPORTUNITY') return null;
  const why = revisitText(account.latentNeed ?? '', account.standing.lost?.revisitTrigger ?? null);
  const turn = turnOf(account.ownerId, NEXT_STEPS.revisit, context);
  return { ...lateBy(due, context), band: 'revisit', missed: 0, why, ...turn };
};

/**
 * A bad fit that nobody else has reviewed, whose review day has come, or that was judged before we sold something new (rule 10).
 */
export const reviewReason: FindReason = ({ standing }, context) => {
  if (standing.status !== 'BAD_FIT') return null;
  const { badFit, since } = standing;
  const review = { band: 'review', missed: 0, actorId: null } as const;
  if (badFit === null || badFit.reviewedBy === null) {
    const why = badFit === null || badFit.reason === '' ? REVIEW_REASONS.unjudged : REVIEW_REASONS.pending;
    return { ...lateBy(badFit?.on ?? since, context), ...review, why, next: NEXT_STEPS.reviewProposed };
  }
  if (!isReviewDue(standing, context.settings, context.today)) return null;
  if (badFit.rejudgement !== null) {
    const { memberId, by, on } = badFit.rejudgement;
    const why = rejudgementText(memberText(context.members[by]), memberText(context.members[memberId]), on);
    const turn = turnOf(memberId, NEXT_STEPS.judgeAgain, context);
    return { ...lateBy(on, context), ...review, why, ...turn };
  }
  if (badFit.reviewOn > context.today) {
    const why =
      badFit.products.length === 0
        ? REVIEW_REASONS.againstNothing
        : productsAddedText(newProductsOf(standing, context.settings));
    return { ...WITHOUT_DAY, ...review, why, next: NEXT_STEPS.reviewAgain };
  }
  const reason = badFitReasons(context.settings)[badFit.reason] ?? null;
  const why = reviewDueText(reason, badFit.reviewOn);
  return { ...lateBy(badFit.reviewOn, context), ...review, why, next: NEXT_STEPS.reviewAgain };
};

/** The account has been WORKING for longer than the team allows (rule 9). */
export const timeBoxReason: FindReason = ({ standing }, context) => {
  const { today, settings } = context;
  const end = addDays(standing.since, settings.workingDays);
  if (standing.status !== 'WORKING' || end >= today) return null;
  const why = timeBoxText(daysBetween(standing.since, today), settings.workingDays);
  return {
    ...lateBy(end, context),
    band: 'timeBox',
    missed: 0,
    why,
    next: NEXT_STEPS.endTimeBox,
    actorId: null,
  };
};

/**
 * Somebody with a task on the account has left: its owner, its inside sales rep, the owner of an open opportunity, or whoever
 * made the proposal that waits.
 */
export const leaverReason: FindReason = (account, context) => {
  const { ownerId, isOwnerId, proposal } = account;
  const hasLeft = (id: string): boolean => activeMember(context, id) === null;
  const nameOf = (id: string): Text => memberText(context.members[id]);
  const isLeft = ownerId !== null && isInHands(account) && hasLeft(ownerId);
  const isInsideSales =
    isOwnerId !== null && isOwnerId !== ownerId && isInHands(account) && hasLeft(isOwnerId);
  const opportunities = openOpportunities(account).filter(({ fsOwnerId }) => hasLeft(fsOwnerId));
  const isProposed = proposal !== null && !proposal.inEffect && hasLeft(proposal.by);
  const lines = [
    ...(isLeft ? [leaverText(nameOf(ownerId))] : []),
    ...(isInsideSales ? [leaverInsideSalesText(nameOf(isOwnerId))] : []),
    ...opportunities.map(({ product, fsOwnerId }) => leaverOpportunityText(product, nameOf(fsOwnerId))),
    ...(isProposed ? [leaverProposalText(nameOf(proposal.by))] : []),
  ];
  if (lines.length === 0) return null;
  const [opportunity] = opportunities;
  const { next, ...place } = isLeft
    ? { next: NEXT_STEPS.handOverToActive }
    : opportunity !== undefined
      ? { next: NEXT_STEPS.passOpportunity, opportunityId: opportunity.id }
      : isInsideSales
        ? { next: NEXT_STEPS.handOverInsideSales, isInsideSales }
        : { next: NEXT_STEPS.answerProposal };
  return {
    ...WITHOUT_DAY,
    band: 'leaver',
    missed: 0,
    why: joinedText(lines),
    next,
    actorId: null,
    ...place,
  };
};

/**
 * Names the single fields that a quarterly check still lacks; where it has none of them, the general name of the gap is enough.
 */
const missingTexts = (account: Account, code: GuardCode): readonly Text[] => {
  const fields = code === 'NEED' ? (needGuard({ account, data: {} })?.missing ?? []) : [];
  const isWhole = fields.length === 0 || NEEDS.every((key) => fields.includes(key));
  return isWhole
    ? [MISSING_DATA_TEXTS[code] ?? text(code, code)]
    : fields.map((key) => INPUT_FIELD_LABELS[key]);
};

const NEEDS: readonly FieldKey[] = ['bant.need', 'awaitedCondition', 'contactId'];

/** The status asks for data that an import or a later change has left out. */
export const debtReason: FindReason = (account, context) => {
  const debts = debtsOf(account);
  if (debts.length === 0) return null;
  const why = debtsText(debts.flatMap((code) => missingTexts(account, code)));
  const isUnowned = account.ownerId === null && isInHands(account);
  const next = isUnowned ? NEXT_STEPS.giveOwnerAndFillIn : NEXT_STEPS.fillIn;
  return { ...WITHOUT_DAY, band: 'debt', missed: 0, why, ...turnOf(account.ownerId, next, context) };
};
