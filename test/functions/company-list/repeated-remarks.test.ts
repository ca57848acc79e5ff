import { listProblem } from '../../../functions/company-list/list-problems';
import { withRemarksOnce } from '../../../functions/company-list/repeated-remarks';

test('a word of many rows is one problem; those of other codes are all named', () => {
  const word = (line: number, detail: string) => listProblem(line, 'STATUS_UNKNOWN', detail);
  const torn = [listProblem(3, 'ROW_TORN', '1 / 2'), listProblem(5, 'ROW_TORN', '1 / 2')];
  expect(
    withRemarksOnce([word(2, 'status: 休眠'), ...torn, word(4, 'status: 休眠'), word(6, 'status: アポ')]),
  ).toEqual([word(2, 'status: 休眠 (×2)'), ...torn, word(6, 'status: アポ')]);
});

test('what a column has no place for is said once for the column, whatever its values are', () => {
  const placeless = (line: number, detail: string) => listProblem(line, 'DATA_IN_NOTE', detail);
  expect(
    withRemarksOnce([
      placeless(2, 'bantBudget: 500万円'),
      placeless(3, 'bantBudget: 80万円'),
      placeless(3, 'nextCheck: 2027-01-12'),
    ]),
  ).toEqual([placeless(2, 'bantBudget: 500万円 (×2)'), placeless(3, 'nextCheck: 2027-01-12')]);
});

test('the same remark beside several names is said once', () => {
  const noted = (line: number, detail: string) => listProblem(line, 'NAME_WITH_REMARK', detail);
  expect(
    withRemarksOnce([noted(2, '★甲 → 甲 / ★'), noted(3, '★乙 → 乙 / ★'), noted(4, '丙※済 → 丙 / ※済')]),
  ).toEqual([noted(2, '★甲 → 甲 / ★ (×2)'), noted(4, '丙※済 → 丙 / ※済')]);
});
