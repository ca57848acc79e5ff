/** The headers of what the official registry says of a company that is no more, as its file of corporate numbers has them. */
import { text } from '../domain/text/text';

export const REGISTRY_HEADERS = {
  closedOn: [
    '登記記録の閉鎖等年月日',
    '閉鎖年月日',
    '閉鎖日',
    '廃業日',
    '解散日',
    '消滅日',
    'Closed On',
    'Dissolved On',
    'Dissolution Date',
  ],
  closedReason: ['登記記録の閉鎖等の事由', '閉鎖事由', 'Closure Reason'],
  registryProcess: ['処理区分'],
  successorNumber: ['承継先法人番号', '合併先法人番号', 'Successor Corporate Number'],
} as const satisfies Record<string, readonly string[]>;

export const REGISTRY_LABELS = {
  closedOn: text('閉鎖・解散の日', 'Closed or dissolved on'),
  closedReason: text('閉鎖の事由', 'Reason of the closure'),
  registryProcess: text('法人番号ファイルの処理区分', "Process of the registry's file"),
  successorNumber: text('承継先の法人番号', "Successor's corporate number"),
};
