/** The team of the demonstration and what it sells: people, products and a purchased company that never existed. */
import type { Role } from '../../functions/domain/account/team';

interface Teammate {
  email: string;
  name: string;
  /** How the name is read. */
  kana: string;
  role: Role;
}

/** The suite's first admin is `watanabe`; `yoshida` has left when the demonstration is complete. */
export const DEMO_TEAM = {
  watanabe: { email: 'admin@hachi.example', name: '渡辺 直子', kana: 'わたなべ なおこ', role: 'admin' },
  suzuki: { email: 'suzuki@hachi.example', name: '鈴木 健一', kana: 'すずき けんいち', role: 'manager' },
  takahashi: {
    email: 'takahashi@hachi.example',
    name: '高橋 美咲',
    kana: 'たかはし みさき',
    role: 'manager',
  },
  sato: { email: 'sato@hachi.example', name: '佐藤 葵', kana: 'さとう あおい', role: 'is' },
  tanaka: { email: 'tanaka@hachi.example', name: '田中 翔太', kana: 'たなか しょうた', role: 'is' },
  ito: { email: 'ito@hachi.example', name: '伊藤 さくら', kana: 'いとう さくら', role: 'is' },
  yamamoto: { email: 'yamamoto@hachi.example', name: '山本 大輔', kana: 'やまもと だいすけ', role: 'fs' },
  nakamura: { email: 'nakamura@hachi.example', name: '中村 由美', kana: 'なかむら ゆみ', role: 'fs' },
  kobayashi: { email: 'kobayashi@hachi.example', name: '小林 誠', kana: 'こばやし まこと', role: 'fs' },
  kato: { email: 'kato@hachi.example', name: '加藤 恵', kana: 'かとう めぐみ', role: 'viewer' },
  yoshida: { email: 'yoshida@hachi.example', name: '吉田 隆', kana: 'よしだ たかし', role: 'is' },
} as const satisfies Record<string, Teammate>;

export type DemoPerson = keyof typeof DEMO_TEAM;

export const DEMO_PEOPLE = Object.keys(DEMO_TEAM) as DemoPerson[];
export const INSIDE_SALES: readonly DemoPerson[] = ['sato', 'tanaka', 'ito'];
export const FIELD_SALES: readonly DemoPerson[] = ['yamamoto', 'nakamura', 'kobayashi'];
export const MANAGERS: readonly DemoPerson[] = ['suzuki', 'takahashi'];
export const LEAVER: DemoPerson = 'yoshida';

/** The team's own list of contracts. */
export const CONTRACT_LIST = 'ハチ契約一覧';
/** The product of a purchased company, and the company's customer list. */
export const PURCHASED_PRODUCT = 'みなと在庫管理';
export const PURCHASED_LIST = 'みなとソフト顧客台帳';
export const OWN_PRODUCTS = ['ハチ見積クラウド', 'ハチ受発注ポータル', 'ハチ現場日報'] as const;
export const PRODUCTS: readonly string[] = [...OWN_PRODUCTS, PURCHASED_PRODUCT];
