/** The account that stands for one on file, and what goes on there. */
import { partById } from './account';
import type { TransitionData } from './command-inputs';
import type { DecisionContext, LinkedAccount } from './decision-context';
import { isFilled } from './guard-failure';
import type { LinkProblem } from './refusal-facts';

/** Why an account may not stand for another one; null when it may. */
export const linkProblem = (
  id: string,
  successorId: string,
  { links }: DecisionContext,
): LinkProblem | null => {
  if (successorId === id) return 'itself';
  const seen = new Set([id]);
  for (let next: string | null = successorId; next !== null; ) {
    if (seen.has(next)) return 'circle';
    seen.add(next);
    const linked: LinkedAccount | undefined = partById(links, next);
    if (linked === undefined) return 'unknown';
    next = linked.successorId;
  }
  return null;
};

/** Whether the move from ACTIVE_OPPORTUNITY to ON_FILE continues the open opportunities at the successor. */
export const carriesOpportunities = (data: TransitionData): boolean =>
  data.onFile?.opportunities === 'successor' && isFilled(data.onFile.successorId);
