import { foldHeader, meaningOfHeader } from '../../../functions/company-list/header-fields';
import type { ListField } from '../../../functions/company-list/list-headers';

test.each([
  ['会社名*', '会社名'],
  ['会社名（必須）', '会社名'],
  ['【必須】会社名', '会社名'],
  ['※備考', '備考'],
  ['1.会社名', '会社名'],
  ['会 社 名：', '会社名'],
  ['ＴＥＬ', 'tel'],
  ['電話番号(ハイフンなし)', '電話番号'],
  ['*', '*'],
])('%s is folded to %s', (header, folded) => {
  expect(foldHeader(header)).toBe(folded);
});

const table: [ListField | null, string][] = [
  [
    'name',
    '会社名* 取引先会社名 会社名（必須） お客様企業名 得意先名 客先名 顧客企業名 法人名称 貴社名 契約企業名 Company_Name Organization',
  ],
  [
    'phone',
    '代表TEL TEL会社 TEL(会社) 会社電話番号 電話番号(代表) 本社電話 ＴＥＬ番号 代表電話番号 取引先電話番号',
  ],
  ['owner', '担当営業 営業担当 自社担当者 弊社担当 取引先所有者 営業担当者名 Account_Owner'],
  [
    'lastContact',
    '最終訪問日 最終接触日 前回連絡日 最終商談日 名刺交換日 直近活動日 最終コンタクト日時 最終アクション日',
  ],
  ['nextCheck', '次回アクション日 次回訪問予定日 次回連絡日 次回フォロー日 次回予定日 次回対応日 再連絡日'],
  ['address', '本社所在地 会社住所 取引先住所 顧客住所 企業所在地'],
  ['prefecture', '都道府県 都道府県(請求先)'],
  ['corporateNumber', '法人番号 登録番号 T番号 取引先法人番号 法人番号（13桁）'],
  ['domain', 'URL 会社URL 企業URL HP Webサイト ホームページURL'],
  ['listId', '取引先コード 顧客ID 管理番号 得意先コード'],
  ['industry', '業種 企業業種 業種（大分類）'],
  ['status', 'ステータス 取引状況 リードステータス 顧客ステータス'],
  ['kana', '会社名カナ 取引先名カナ 顧客名（フリガナ） 企業名フリガナ'],
  [
    null,
    '取引先担当者名 先方担当者 ご担当者名 顧客担当者 窓口担当者 TEL直通 TEL部門 FAX 携帯電話 会社FAX No. 番号 最終更新日 作成日 資本金 従業員数 氏名 姓 役職',
  ],
];
test.each(table.flatMap(([field, headers]) => headers.split(' ').map((header) => [header, field] as const)))(
  '%s is %s',
  (header, field) => {
    expect(meaningOfHeader(header)?.field ?? null).toBe(field);
  },
);
