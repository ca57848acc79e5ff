import type { ListField } from '../../../functions/company-list/list-headers';
import { companyClosureOf } from '../../../functions/company-list/row-closure';

test.each<[Partial<Record<ListField, string>>, string | null]>([
  [{}, null],
  [{ registryProcess: '01' }, null],
  [{ closedOn: '2026-03-31' }, '2026-03-31'],
  [{ closedOn: '2026-03-31', closedReason: '01' }, '2026-03-31 清算の結了等'],
  [
    { closedOn: '2026-03-31', closedReason: '11', successorNumber: '5070001000715', registryProcess: '21' },
    '2026-03-31 合併による解散等 → 5070001000715',
  ],
  [{ registryProcess: '２１' }, ''],
  [{ registryProcess: '71', successorNumber: '5070001000715' }, '→ 5070001000715'],
  // The company that goes on.
  [{ registryProcess: '71' }, null],
  [{ registryProcess: '22', closedOn: '2026-03-31' }, null],
  [{ registryProcess: '72', successorNumber: '5070001000715' }, null],
  [{ closedOn: '2026-03-31', closedReason: '倒産' }, '2026-03-31 倒産'],
])('%j is %j', (values, closure) => {
  expect(companyClosureOf(values)).toBe(closure);
});
