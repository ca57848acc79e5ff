/** Patterns of headers that are composed of words, with their fields. */
import { CONTACT_PATTERNS } from './contact-headers';
import type { ListField } from './list-headers';

interface HeaderPattern {
  /** Null for a column that is not read, even if it resembles one that is. */
  field: ListField | null;
  /** Matches the folded header. */
  pattern: RegExp;
  isWeak?: boolean;
}

/** Whose address it is; all of these mean the company, its branch, or whoever pays for it. */
const OF_ADDRESS =
  '(?:(?:請求先|本社|本店|会社|企業|お?取引先|顧客|勤務先|所在地|住所|拠点|事業所)\\d?[:の]?){1,3}\\(?';
const OF_ENGLISH_ADDRESS =
  '(?:mailing|billing|business|company|account|hq|headquarters|office|work|corporate|registered|primary|main|organization)?(?:address)?\\d?:?';

const OF_ENGLISH_COMPANY = '(?:company|account|organi[sz]ation|hq|headquarters|corporate)(?:address)?:?';

const ADDRESS_PATTERNS: readonly HeaderPattern[] = [
  { field: 'city', pattern: new RegExp(`^${OF_ENGLISH_COMPANY}(?:city|town)$`) },
  {
    field: 'prefecture',
    pattern: new RegExp(`^${OF_ENGLISH_COMPANY}(?:state|state/?region|prefecture|province)$`),
  },
  { field: 'street', pattern: new RegExp(`^${OF_ENGLISH_COMPANY}(?:street|streetaddress)$`) },
  { field: 'prefecture', pattern: /^(?:business|work)?address\d?:?region$/, isWeak: true },
  { field: 'prefecture', pattern: new RegExp(`^${OF_ADDRESS}(?:都道府県|県)名?\\)?$`), isWeak: true },
  {
    field: 'city',
    pattern: new RegExp(`^${OF_ADDRESS}(?:市区町村|市区郡|市町村|市区|市)名?\\)?$`),
    isWeak: true,
  },
  {
    field: 'street',
    pattern: new RegExp(
      `^${OF_ADDRESS}(?:町名・?番地|町名番地|丁目番地等?|番地等?|町域・?番地|町域|市区町村以降|それ以降|以降)\\)?$`,
    ),
    isWeak: true,
  },
  {
    field: 'building',
    pattern: new RegExp(`^${OF_ADDRESS}(?:建物名?|ビル名?|建物名部屋番号)等?\\)?$`),
    isWeak: true,
  },
  { field: 'city', pattern: new RegExp(`^${OF_ENGLISH_ADDRESS}(?:city|town)$`), isWeak: true },
  {
    field: 'prefecture',
    pattern: new RegExp(`^${OF_ENGLISH_ADDRESS}(?:state|state/?province|state/?region|prefecture|province)$`),
    isWeak: true,
  },
  {
    field: 'street',
    pattern: new RegExp(`^${OF_ENGLISH_ADDRESS}(?:street|street1|streetaddress|line1)$`),
    isWeak: true,
  },
];

const ACTS =
  '(?:訪問|来訪|接触|接点|連絡|コンタクト|活動|アクティビティー?|営業|追客|メール|面談|商談|アクション|対応|打合せ?|打ち合わせ|フォロー|チェック|確認|ミーティング|会話|架電|電話|アポ|アプローチ|tel)';

/** The first match decides. */
export const HEADER_PATTERNS: readonly HeaderPattern[] = [
  {
    field: 'kana',
    pattern:
      /^(?:お?取引先|顧客|得意先|お客様|企業|会社|法人|提出者|社|商号)(?:又は名称)?名?称?\(?(?:全角|半角)?(?:カナ|かな|フリ|ふり|ヨミ|よみ)(?:ガナ|がな)?名?\)?$/,
  },
  {
    field: 'englishName',
    pattern:
      /^(?:お?取引先|顧客|得意先|お客様|企業|会社|法人|提出者|社)名?称?\(?(?:英語|英字|英文|欧文|英)(?:表記|名)?\)?$/,
  },
  {
    field: 'name',
    pattern:
      /^(?:お?(?:取引|得意|客|仕入れ?|販売|請求|納品|納入|送付|訪問|相手|契約|導入|発注|受注|勤務|就業|勤め|所属)先|顧客|お?客様?|会社|企業|法人|団体|組織|事業者|施設|病院|医院|学校|大学|商号|契約者|導入|対象|ターゲット|見込み?|漢字|正式|登記|和文|日本語)+(?:会社|企業|法人|団体|社|商号)?(?:様|さま)?(?:正式)?(?:名|名称|商号)$/,
    isWeak: true,
  },
  {
    field: 'name',
    pattern: /^(?:会社|企業|法人|社|店舗|団体)名?(?:又は|または|・)?(?:会社|企業|法人|社|団体)名$/,
    isWeak: true,
  },
  {
    field: 'industry',
    pattern:
      /^(?:speeda)?(?:主要?|主たる|大)?(?:業種|業界|業態)(?:業種|業界|業態)?(?:区分|分類)?名?称?(?:\(?[大中小]?分?類?\)?)?$/,
  },
  {
    field: 'domain',
    pattern:
      /^(?:会社|企業|公式|コーポレート|web|ウェブ)*(?:hp|ホームページ|サイト|url|ページ)の?(?:アドレス|url|\(url\))?$/,
  },
  { field: 'email', pattern: /^(?:e?mail|メール|eメール|電子メール)(?:アドレス|address)\d?$/ },
  {
    field: 'note',
    pattern: /^(?:その他|商談|営業|フリー|自由|社内|顧客)の?(?:備考|メモ|コメント|特記事項)欄?$/,
  },
  {
    field: 'owner',
    pattern:
      /^(?:lead|account|company|contact|deal|opportunity|record|organi[sz]ation|relationship|client|customer|prospect)?owner[.:]?(?:full)?name$|^(?:opportunity|client|customer|prospect)owner$|^(?:リード|お?取引先|会社|企業|商談|案件|コンタクト|連絡先|名刺|顧客|見込み?客)の?(?:所有者|オーナー)(?:名|:?氏名)?$|^(?:案件|商談)の?(?:主|営業)?担当者?(?:名|氏名)?$|^(?:営業|主|主担当|営業主)担当者?氏名$/,
  },
  {
    field: 'owner',
    pattern:
      /^(?:自社|当社|弊社|社内)(?:側)?の?(?:主|営業)?担当(?:営業|者)?(?:の?氏?名)?$|^(?:営業|主)?担当者?\(?(?:自社|当社|弊社|社内|営業|自社側|当社側)\)$|^(?:担当営業|営業担当)者?\(?(?:氏名|名前|社内)\)$/,
  },
  {
    field: 'contactFamilyName',
    pattern: /^(?:お|ご)?(?:名前|氏名|担当者(?:名|氏名)?)\(姓\)$/,
  },
  {
    field: 'contactGivenName',
    pattern: /^(?:お|ご)?(?:名前|氏名|担当者(?:名|氏名)?)\(名\)$/,
  },
  {
    field: 'contactName',
    pattern:
      /^(?:担当者|キーマン|ご担当者?|お?客様)?(?:お名前|氏名)\(?漢字\)?$|^(?:キーマン|キーパーソン)氏名$/,
  },
  ...CONTACT_PATTERNS,
  // Facts about such a person that are not read.
  {
    field: null,
    pattern:
      /^(?:取引先|先方|顧客|客先|お客様|得意先|相手先|相手|窓口|ご|御|企業側|会社側|契約先)の?(?:窓口)?(?:ご|御)?(?:担当|責任者)/,
  },
  { field: null, pattern: /(?:fax|ファックス|ファクス|携帯|mobile|直通|部門|内線)/ },
  ...ADDRESS_PATTERNS,
  {
    field: 'product',
    pattern:
      /^(?:ご)?(?:利用|導入|契約|使用|購入)(?:中|済み?)?の?(?:製品|商品|サービス|プラン|ツール)(?:名|名称)?$/,
    isWeak: true,
  },
  {
    field: 'lastContact',
    pattern: new RegExp(
      `^(?:最終|最新|最近|直近|前回|最後[のに])の?${ACTS}(?:した|の)?(?:日|日時|日付|年月日|実施日)?$`,
    ),
  },
  {
    field: 'lastContact',
    pattern:
      /^(?:dateof)?last(?:contact|call|meeting|visit|touch|touchpoint|interaction|engagement|activity|email)(?:ed)?(?:date|on|at|time|datetime)?(?:\(.*\))?$/,
  },
  {
    field: 'nextCheck',
    pattern:
      /^(?:next(?:contact|call|meeting|visit|touch|touchpoint|activity|check|checkin|followup)(?:date|on|due|duedate)?|next(?:step|action)(?:date|on|due|duedate)|followup(?:date|on|due)?|callback(?:date|on)?)$/,
  },
  {
    field: 'nextCheck',
    pattern: new RegExp(
      `^(?:次回|次の|次|ネクスト)の?${ACTS}(?:予定)?(?:日|日時|日付|年月日|予定|期限|期日)?$`,
    ),
  },
  {
    field: 'nextCheck',
    pattern:
      /^(?:次回|次回予定|次回期限?|フォロー|再連絡|再訪問|再架電|再コール|再商談|再アプローチ|再コンタクト|リマインド|アクション期|折り?返し|コールバック)(?:予定)?(?:日|日時|限)$/,
  },
  { field: 'nextCheck', pattern: /^(?:次回|次)の?(?:予定|日付|日時|日)$/, isWeak: true },
  // An appointment may be one to come.
  {
    field: 'lastContact',
    pattern: new RegExp(`^(?!アポ(?!ローチ))${ACTS}(?:実施)?(?:日|日時|年月日)$`),
    isWeak: true,
  },
  {
    field: 'status',
    pattern:
      /^(?:お?取引先?|商談|営業|案件|契約|対応|進捗|リード|顧客|アプローチ|架電|コール|フォロー|追客|見込み?客?|アクション|提案|交渉|接触|コンタクト|アカウント|会社|企業)の?(?:状況|ステータス|状態|フェーズ|ステージ|結果|status|stage|phase)$/,
    isWeak: true,
  },
  {
    field: 'status',
    pattern:
      /^(?:account|company|customer|client|lead|deal|opportunity|prospect|sales|pipeline|relationship|call|outreach|contact)(?:status|stage|phase|outcome)$/,
    isWeak: true,
  },
  {
    field: 'productSince',
    pattern: /^(?:契約|利用|導入|取引|ご契約|サービス)(?:開始(?!日|年)|(?:開始|締結)?(?:年月)?日付?)$/,
  },
];
