import { answerBant } from '../../../../functions/domain/account/bant';
import { draftOf } from '../../../../functions/domain/account/draft';
import { aContext, anAccount, TODAY } from '../../../builders';
import { changed } from './mutation-scene';

const { bant: unanswered } = anAccount();
const EARLIER = { value: 'no', on: '2026-03-02', by: 'fs' } as const;
const known = anAccount({ bant: { ...unanswered, budget: EARLIER }, latentNeed: '手作業が多い' });

test('an answer has its day and who gave it; the others stay', () => {
  const { bant } = changed(known, answerBant({ need: 'yes' }, undefined, aContext({ by: 'is2' })));
  expect(bant).toEqual({ ...known.bant, need: { value: 'yes', on: TODAY, by: 'is2' } });
});

test('the same answer again is no new one: it keeps its day, and nothing is recorded', () => {
  const draft = draftOf(known);
  expect(answerBant({ budget: 'no' }, undefined, aContext())(draft)).toBe(draft);
});

test.each([
  [undefined, '手作業が多い'],
  ['二重入力', '二重入力'],
  [null, null],
])('a latent need of %p: %p', (latentNeed, expected) => {
  expect(changed(known, answerBant({}, latentNeed, aContext())).latentNeed).toBe(expected);
});
