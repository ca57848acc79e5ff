import type { ListRow } from '../../../functions/company-list/company-list';
import {
  differencesOf,
  joinRows,
  type WrittenRow,
  withOwnPhone,
} from '../../../functions/company-list/joined-rows';
import { parseImportRow } from '../../../functions/company-list/parse-import-row';
import { listTerms } from '../../builders';

const aRow = (values: ListRow['values']): WrittenRow => {
  const parsed = parseImportRow({ line: 2, values: { name: '甲', ...values } }, listTerms());
  if ('problems' in parsed) throw new Error(parsed.problems.map(({ code }) => code).join());
  return { row: parsed.row, written: values };
};

test('what two rows of one company say differently is named in their words, and the first one keeps it', () => {
  const first = aRow({ status: '失注', phone: '03-1111-2222', address: '東京' });
  const second = aRow({ status: 'コールド', phone: '０３－１１１１－２２２２', industry: '食品' });
  expect(differencesOf(first, second)).toEqual(['status: 失注 ≠ コールド']);
  const third = aRow({ phone: '+81 3(1111)2222' });
  expect(differencesOf(first, third)).toEqual([]);
  expect(withOwnPhone(aRow({ contactName: '鈴木', phone: '0311112222' }).row, first.row)).toMatchObject({
    details: { phone: '0311112222' },
  });
  expect(joinRows(first.row, second.row)).toMatchObject({
    status: 'DEAD_OPPORTUNITY',
    details: { phone: '03-1111-2222', address: '東京', industry: '食品' },
  });
});

test('one status in two words is no difference', () => {
  expect(differencesOf(aRow({ status: '失注' }), aRow({ status: '失注案件' }))).toEqual([]);
});

test.each([
  [
    'another phone beside a person is the person’s',
    { contactName: '鈴木', phone: '03-3' },
    '03-3',
    undefined,
  ],
  ['the same one is the company’s', { contactName: '鈴木', phone: '03-1' }, undefined, '03-1'],
  [
    'a person who has one keeps it',
    { contactName: '鈴木', contactPhone: '090-1', phone: '03-3' },
    '090-1',
    '03-3',
  ],
])('%s', (_, values, person, company) => {
  const { data, details } = withOwnPhone(aRow(values).row, aRow({ phone: '03-1' }).row);
  expect([data?.contacts?.[0]?.phone, details.phone]).toEqual([person, company]);
});
