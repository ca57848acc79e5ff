import { historyMessage } from '../../../../functions/domain/history/history-messages';

test('facts stand in the sentence of the language', () => {
  const facts = { label: 'X', old: 'a', now: 'b' };
  expect(historyMessage({ language: 'ja' }, 'fromTo', facts)).toBe('X:a → b');
  expect(historyMessage({ language: 'en' }, 'fromTo', facts)).toBe('X: a → b');
});
