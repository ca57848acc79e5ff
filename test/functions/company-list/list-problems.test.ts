import { LIST_PROBLEM_TEXTS } from '../../../functions/company-list/list-problem-texts';
import { listProblem } from '../../../functions/company-list/list-problems';
import { keysOf } from '../../../functions/domain/status/table-keys';

test.each(keysOf(LIST_PROBLEM_TEXTS))(
  '%s has a sentence in both languages, its line and its facts',
  (code) => {
    const { message, ...problem } = listProblem(3, code, 'A / B');
    expect(problem).toStrictEqual({ line: 3, code, detail: 'A / B' });
    expect(message.ja).toMatch(/[ぁ-ん].*。$/);
    expect(message.en).toMatch(/^[A-Z].*\.$/);
  },
);

test('without facts there is no detail', () => {
  expect(Object.keys(listProblem(null, 'LIST_EMPTY'))).toEqual(['line', 'code', 'message']);
});
