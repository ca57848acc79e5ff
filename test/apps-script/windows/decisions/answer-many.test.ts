import {
  type AnswerManyState,
  beforeReading,
  NOTHING_CHOSEN,
  phaseAfterReading,
  showAnswered,
  updateAnswerMany,
  type WaitingAccount,
} from '../../../../apps-script/windows/decisions/answer-many';
import { anAccount } from '../../../builders';
import { anAcceptance, aRefusal, offline } from '../window-scene';

const [FIRST, SECOND] = [
  { accountId: 'a_1', name: '株式会社甲' },
  { accountId: 'a_2', name: '株式会社乙' },
];
const chosen: AnswerManyState<WaitingAccount> = {
  ...beforeReading({ chosen: ['a_1', 'a_2'], note: '確認しました' }),
  ...{ waiting: [FIRST, SECOND], phase: { kind: 'ready' } },
};

test('what a person has chosen and typed outlives that all is read anew', () => {
  expect(beforeReading(chosen)).toMatchObject({ waiting: [], chosen: ['a_1', 'a_2'], note: '確認しました' });
  expect(beforeReading(NOTHING_CHOSEN)).toMatchObject({ chosen: [], note: '' });
});

test('what was refused stays, chosen and with the note; where nothing was, the note is empty again', () => {
  const sent = [FIRST, SECOND];
  const accepted = anAcceptance(anAccount());
  const half = updateAnswerMany(chosen, {
    type: 'answered',
    ...{ sent, result: { value: [accepted, aRefusal()] } },
  });
  expect(half).toMatchObject({ waiting: [SECOND], chosen: ['a_2'], note: '確認しました' });
  expect(half.outcome).toMatchObject({ accepted: 1, refused: [{ row: { id: 'a_2', name: '株式会社乙' } }] });
  const all = updateAnswerMany(chosen, {
    type: 'answered',
    ...{ sent, result: { value: [accepted, accepted] } },
  });
  expect(all).toMatchObject({ waiting: [], chosen: [], note: '', outcome: { accepted: 2, refused: [] } });
});

test('how it went is brought into sight, as is what stood in the way', () => {
  expect(showAnswered({ result: { value: [] } })).toEqual({ kind: 'focus', selector: '.outcome' });
  expect(showAnswered({ result: offline })).toEqual({ kind: 'focus', selector: '.trouble' });
});

test('an answer that did not arrive changes nothing but what is told; the fault outlives what is read beside it', () => {
  const failed = updateAnswerMany(chosen, { type: 'answered', sent: [FIRST], result: offline });
  expect(failed).toMatchObject({ waiting: [FIRST, SECOND], chosen: ['a_1', 'a_2'], note: '確認しました' });
  expect(phaseAfterReading(failed)).toMatchObject({ kind: 'failed', error: { code: 'OFFLINE' } });
  expect(phaseAfterReading(beforeReading(chosen))).toEqual({ kind: 'ready' });
});
