import {
  type AnsweredProposal,
  answeredText,
  answeredTo,
  answeredWords,
} from '../../../../functions/domain/digest/answered-proposals';
import { text } from '../../../../functions/domain/text/text';
import { anAccount, theMember } from '../../../builders';
import { anAnsweredProposal } from './answered-scene';

const approved = anAnsweredProposal();
const rejected: AnsweredProposal = {
  ...approved,
  answer: { ...approved.answer, isApproved: false },
  answeredBy: text('高橋', 'Takahashi'),
  account: anAccount({ id: 'a_2' }),
};

test('whoever proposed is told, and nobody of an own answer', () => {
  const own = anAnsweredProposal({ answeredBy: 'is' });
  expect(answeredTo(theMember('is'), [approved, own, rejected])).toEqual([approved, rejected]);
  expect(answeredTo(theMember('is2'), [approved])).toEqual([]);
});

test('it says what was proposed, and how who answered it; with the day, also the note', () => {
  expect(answeredText(approved)).toEqual({
    ja: '「不適合」の提案は承認されました(鈴木)',
    en: 'Your proposal "Bad Fit" was approved (鈴木)',
  });
  expect(answeredWords(rejected)).toEqual({
    ja: '「不適合」の提案は却下されました(高橋) 2026/06/30: 規模を確認',
    en: 'Your proposal "Bad Fit" was rejected (Takahashi) 2026-06-30: 規模を確認',
  });
});
