/** Who works with the product in the recording. */

/** In the order in which they are made members; the first one is let in as the first admin. */
export const TEAM = [
  { who: 'admin', name: '管理 一郎', role: 'admin', active: true },
  { who: 'manager', name: '鈴木 健一', role: 'manager', active: true },
  { who: 'manager2', name: '高橋 真理', role: 'manager', active: true },
  { who: 'is', name: '佐藤 葵', role: 'is', active: true },
  { who: 'is2', name: '伊藤 蓮', role: 'is', active: true },
  { who: 'fs', name: '田中 大輔', role: 'fs', active: true },
  { who: 'fs2', name: '渡辺 結衣', role: 'fs', active: true },
  { who: 'viewer', name: '山本 見学', role: 'viewer', active: true },
  { who: 'left', name: '中村 去', role: 'is', active: false },
] as const;

export type Who = (typeof TEAM)[number]['who'];

export interface Actor {
  who: Who;
  /** Member ID, as the server made it. */
  id: string;
  role: (typeof TEAM)[number]['role'];
}

export const isManager = ({ role }: Actor): boolean => role === 'manager' || role === 'admin';

export const CONTACTS = [
  '山田 太郎',
  '小林 花子',
  '加藤 修',
  '吉田 美咲',
  '佐々木 翔',
  '松本 恵',
  'Smith',
  '井上部長',
];
export const PRODUCTS = ['Cloud', 'Desk', '保守パック'];

export const STATUSES = [
  'COLD',
  'WORKING',
  'ACTIVE_OPPORTUNITY',
  'QUARTERLY_CHECK',
  'DEAD_OPPORTUNITY',
  'CURRENT_CLIENT',
  'BAD_FIT',
  'ON_FILE',
];
