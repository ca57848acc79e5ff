/** The texts of a refusal beside its sentence: whom to ask, which date is possible, what prevents it. */
import { isGuardFailureCode } from '../../../functions/domain/account/guard-failure';
import type {
  GuardFailureCode,
  LinkProblem,
  TransitionFacts,
} from '../../../functions/domain/account/refusal-facts';
import type { CommandRefusal } from '../../../functions/domain/commands/command-refusal';
import { dayThatWouldDo } from '../../../functions/domain/commands/refusal-message-texts';
import { laterChangeText, needsManagerText } from './merge-text';
import { localize, t, type Viewer } from './viewer';

type Reader = Pick<Viewer, 'language' | 'members'>;

export const refusalFactLines = (viewer: Reader, refusal: CommandRefusal): string[] => {
  switch (refusal.code) {
    case 'ROLE_NOT_ALLOWED': {
      const { because = [] } = refusal.facts;
      return because.length === 0 ? [] : [needsManagerText(viewer, because)];
    }
    case 'UNMERGE_CHANGED':
      return refusal.facts.changes.map((change) => laterChangeText(viewer, change));
    case 'PARENT_REFUSED':
      return linkProblemLines(viewer, refusal.facts.problem);
    default:
      return isTransitionRefusal(refusal) ? transitionLines(viewer, refusal.facts) : [];
  }
};

const isTransitionRefusal = (
  refusal: CommandRefusal,
): refusal is Extract<CommandRefusal, { code: GuardFailureCode }> => isGuardFailureCode(refusal.code);

const transitionLines = (viewer: Reader, facts: TransitionFacts): string[] => {
  const { with: members, open, products, nextBusinessDay, latest, problem } = facts;
  const names = members?.map(({ name }) => name) ?? (open ?? products)?.map(({ product }) => product) ?? [];
  return [
    ...(names.length === 0 ? [] : [names.join(', ')]),
    ...(nextBusinessDay === undefined ? [] : [localize(viewer, dayThatWouldDo(nextBusinessDay))]),
    ...(latest === undefined ? [] : [t(viewer, 'latestDay', { date: latest })]),
    ...linkProblemLines(viewer, problem),
  ];
};

/** No form lets the other problems through, so their sentence is enough. */
const linkProblemLines = (viewer: Reader, problem: LinkProblem | undefined): string[] =>
  problem === 'circle' ? [t(viewer, 'problemCircle')] : [];
