import { BANT_KEYS } from '../status/code-lists';
import type { TransitionData } from './command-inputs';
import type { DecisionContext } from './decision-context';
import { append, type Mutation } from './draft';

export const answerBant =
  (
    input: NonNullable<TransitionData['bant']>,
    latentNeed: string | null | undefined,
    context: DecisionContext,
  ): Mutation =>
  (draft) => {
    const { account } = draft;
    const answers = BANT_KEYS.flatMap((key) => {
      const value = input[key];
      return value === undefined || value === account.bant[key].value
        ? []
        : [[key, { value, on: context.today, by: context.actor.id }]];
    });
    return append(draft, 'bantSet', {
      ...account,
      bant: { ...account.bant, ...Object.fromEntries(answers) },
      latentNeed: latentNeed === undefined ? account.latentNeed : latentNeed,
    });
  };
