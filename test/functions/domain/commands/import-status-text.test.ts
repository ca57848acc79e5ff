import { listedStatusReason } from '../../../../functions/domain/commands/import-status-text';

test('the reason names the list', () => {
  expect(listedStatusReason('展示会')).toEqual({
    ja: 'リスト「展示会」のステータスによる',
    en: 'As the list "展示会" has it',
  });
});
