import { answerBant } from '../account/bant';
import type { BantKey, BantValue } from '../status/code-lists';
import { defineCommand } from './command';

interface SetBantInput {
  bant: Partial<Record<BantKey, BantValue>>;
  latentNeed?: string | null;
}

export const setBant = defineCommand<'setBant', SetBantInput>({
  type: 'setBant',
  givenBy: 'rep',
  reads: ({ bant, latentNeed }) => [
    ...Object.keys(bant).map((key) => `bant.${key}`),
    ...(latentNeed === undefined ? [] : ['latentNeed']),
  ],
  decide: (draft, { bant, latentNeed }, context) => answerBant(bant, latentNeed, context)(draft),
});
