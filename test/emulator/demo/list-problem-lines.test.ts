import { listProblemLines } from '../../../emulator/demo/list-problem-lines';
import { FIELD_LABELS } from '../../../functions/company-list/list-headers';
import { listProblem } from '../../../functions/company-list/list-problems';

test('a field is called as people call it', () => {
  for (const [field, label] of Object.entries(FIELD_LABELS))
    expect(listProblemLines([listProblem(3, 'OWNER_UNKNOWN', `${field}: a: b`)])).toEqual([
      expect.stringContaining(`. ${label.en}: a: b`),
    ]);
});

test('facts without a field stay as they are, and a problem may have none', () => {
  const [first, second, third] = listProblemLines([
    listProblem(2, 'HEADER_DUPLICATE', '会社名'),
    listProblem(4, 'COMPANY_AMBIGUOUS', '4 = 3: 2'),
    listProblem(null, 'LIST_EMPTY'),
  ]);
  expect(first).toMatch(/会社名$/);
  expect(second).toMatch(/4 = 3: 2$/);
  expect(third).toMatch(/^ {2}all of it: .*\.$/);
});
