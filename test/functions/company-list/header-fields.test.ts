import {
  foldHeader,
  isBareName,
  LIST_FIELDS,
  meaningOfHeader,
} from '../../../functions/company-list/header-fields';
import { HEADERS, type ListField, WEAK_HEADERS } from '../../../functions/company-list/list-headers';
import type { ShownKey } from '../../../functions/domain/register/column-keys';
import { SHOWN_COLUMNS } from '../../../functions/domain/register/columns';

test.each([
  ['会社名*', '会社名'],
  ['会社名（必須）', '会社名'],
  ['【必須】会社名', '会社名'],
  ['※備考', '備考'],
  ['1.会社名', '会社名'],
  ['会 社 名：', '会社名'],
  ['ＴＥＬ', 'tel'],
  ['電話番号(ハイフンなし)', '電話番号'],
  ['①会社名', '会社名'],
  ['会社名▼', '会社名'],
  ['電話番号※半角', '電話番号'],
  ['[会社名]', '会社名'],
  ['【会社名】', '会社名'],
  ['*', '*'],
])('%s is folded to %s', (header, folded) => {
  expect(foldHeader(header)).toBe(folded);
});

const table: [ListField | null, string][] = [
  [
    'name',
    '会社名* 取引先会社名 会社名（必須） お客様企業名 得意先名 客先名 顧客企業名 法人名称 貴社名 契約企業名 Company_Name Organization ' +
      'お取引先様名 会社名/屋号 企業・団体名 会社名(漢字) 会社名（正式名称） 販売先名 仕入先名 勤務先名 導入企業名 漢字商号 施設名 企業名1 Legal_Name Firm_Name 主な関連付けられた会社',
  ],
  [
    'phone',
    '代表TEL 架電先TEL 訪問先電話番号 TEL会社 TEL(会社) 会社電話番号 電話番号(代表) 本社電話 ＴＥＬ番号 代表電話番号 取引先電話番号 Tel. 電話1 お電話番号 Office_Phone TEL（数字のみ） Corporate_Phone',
  ],
  [
    'owner',
    '担当営業 営業担当 自社担当者 弊社担当 取引先所有者 営業担当者名 Account_Owner 担当者(自社) 当社営業担当 営業担当者(社内) 営業担当者氏名 名刺所有者名 案件担当者名 Opportunity_Owner Owner.Name 商談の所有者名',
  ],
  [
    'lastContact',
    '最終訪問日 最終接触日 前回連絡日 最終商談日 名刺交換日 直近活動日 最終コンタクト日時 最終アクション日 最終アクティビティー日 最終メール日 最後に連絡した日 最終アクティビティー日（JST） 架電日 訪問日時 Last_Activity_Time Last_Called Date_of_Last_Contact',
  ],
  [
    'nextCheck',
    '次回アクション日 次回訪問予定日 次回連絡日 次回フォロー日 次回予定日 次回対応日 再連絡日 ネクストアクション日 次回期日 折返し日 次回予定 再コール日 Next_Contact_On Follow-up',
  ],
  ['address', '本社所在地 会社住所 取引先住所 顧客住所 企業所在地'],
  ['prefecture', '都道府県 都道府県(請求先) 請求先住所の都道府県 Mailing_State/Province BillingState'],
  ['city', '市区町村 請求先の市区郡 会社住所市区町村 Mailing_City Company_City'],
  ['street', '番地 請求先町名・番地 Mailing_Street'],
  [
    'corporateNumber',
    '法人番号 登録番号 T番号 取引先法人番号 法人番号（13桁） 法人№ 法人No. 法人番号(国税庁) インボイス登録番号',
  ],
  ['building', '建物名 住所2 建物名・部屋番号 Address_Line_2'],
  ['domain', 'URL 会社URL 企業URL HP Webサイト ホームページURL HPアドレス HP（URL） 公式サイト'],
  ['note', '※備考 メモ欄 商談メモ フリーメモ その他備考 Details'],
  ['listId', '取引先コード 顧客ID 管理番号 得意先コード'],
  ['industry', '業種 企業業種 業種（大分類） 大業種名 主業種名 SPEEDA大業界'],
  [
    'status',
    'ステータス ステイタス 取引状況 リードステータス 顧客ステータス アプローチ状況 架電結果 商談の状態 Account_Stage Call_Outcome',
  ],
  ['product', '製品名 ご利用中の製品 導入済みサービス名'],
  ['reference', '契約番号 ご契約番号'],
  ['kana', '会社名カナ 取引先名カナ 顧客名（フリガナ） 企業名フリガナ'],
  [
    'contactName',
    '氏名 取引先担当者名 先方担当者 ご担当者名 ご担当者様名 顧客担当者 窓口担当者 取引先責任者名 お客様担当者氏名 担当者（先方） 担当者名(お客様) Customer_Contact Contact_Name Full_Name',
  ],
  ['contactFamilyName', '姓 Last_Name'],
  ['contactGivenName', '名 First_Name'],
  ['contactDepartment', '部署 部署名 先方担当者部署 担当者の部署 ご担当者様の部署名 Department'],
  ['contactTitle', '役職 役職名 先方役職 先方担当者役職 担当者役職 Job_Title Position'],
  [
    'contactEmail',
    '担当者メールアドレス 先方担当者メール 窓口担当者のEメール ご連絡先メール Email_(Primary_Contact) Contact_Email',
  ],
  [
    'contactPhone',
    '携帯電話 TEL直通 担当者電話番号 先方担当者の携帯番号 Mobile_Phone Direct_Phone Work_Direct_Phone',
  ],
  ['doNotContact', '連絡不可 架電NG 営業禁止 コンタクト不可 電話NG Do_Not_Contact Do_Not_Call DNC'],
  ['meetingDate', '商談日 初回商談日 初回面談日 Meeting_Date'],
  ['bantBudget', '予算 予算有無 BANT_予算 Budget_Confirmed'],
  ['bantAuthority', '決裁者 決裁権 決裁権限 Authority Decision_Maker'],
  ['bantNeed', 'ニーズ ニーズの有無 Need'],
  ['bantTiming', '導入時期 検討時期 時期 Timing Purchase_Timeframe'],
  ['latentNeed', '潜在課題 潜在ニーズ 課題 課題・ニーズ Pain_Points'],
  ['awaitedCondition', '待っている条件 再開条件 保留理由 Waiting_For'],
  ['lostDate', '失注日 Closed_Lost_Date'],
  ['lostReason', '失注理由 敗因 Closed_Lost_Reason Why_lost'],
  ['revisitDate', '再訪日 再アプローチ予定日 掘り起こし日 Revisit_Date'],
  ['closedOn', '登記記録の閉鎖等年月日 廃業日 Dissolution_Date'],
  ['successorNumber', '承継先法人番号'],
  ['registryProcess', '処理区分'],
  ['revisitCondition', '再訪条件 再アプローチのきっかけ Revisit_Trigger'],
  ['kana', '名称(フリガナ)'],
  ['building', '住所2（建物名等）'],
  ['name', '請求先 貴社名をご記入ください'],
  ['phone', '電話番号をご入力ください 電話番号を入力してください'],
  ['legalForm', '株式会社'],
  [
    null,
    'TEL部門 FAX 会社FAX No. 番号 最終更新日 作成日 資本金 従業員数 先方担当者の趣味 窓口担当者FAX ' +
      '親会社名 子会社名 旧会社名 競合企業名 グループ会社名 氏名（カナ） 住所（カナ） 代表者名 次回請求日 契約満了日 契約更新日 メール配信可否 HP有無 電話番号2 関連会社 業種コード 取引区分コード 設立年月 Next_Step Last_Updated Deal_Name',
  ],
];
test.each(table.flatMap(([field, headers]) => headers.split(' ').map((header) => [header, field] as const)))(
  '%s is %s',
  (header, field) => {
    expect(meaningOfHeader(header)?.field ?? null).toBe(field);
  },
);

test.each([
  ['Organization - Name', 'name'],
  ['Organization - Owner', 'owner'],
  ['Organization - Next activity date', 'nextCheck'],
  ['Person - Name', 'contactName'],
  ['Person - Email - Work', 'contactEmail'],
  ['Person - Organization', 'name'],
  ['Account: Phone', 'phone'],
  ['Account Name: Account Name', 'name'],
  ['E-mail 1 - Value', 'email'],
  ['Phone 1 - Value', 'phone'],
  ['Phone 1 - Type', null],
  ['Contact: Email', 'contactEmail'],
  ['Deal - Organization', 'name'],
  ['Deal - Owner', 'owner'],
  ['Deal - Title', null],
  ['案件: 名前', null],
])('%s, of one of several tables, is %s', (header, field) => {
  expect(meaningOfHeader(header)?.field ?? null).toBe(field);
});

test.each(LIST_FIELDS)('each header of %s means it, and nothing else', (field) => {
  const headers = [...HEADERS[field], ...(WEAK_HEADERS[field] ?? [])];
  expect(headers.filter((header) => meaningOfHeader(header)?.field !== field)).toEqual([]);
});

test.each([
  ['Name', true],
  ['名前（必須）', true],
  ['会社名', false],
])('%s may be a name of anybody: %s', (header, expected) => {
  expect(isBareName(header)).toBe(expected);
});

test.each<[ShownKey, ListField | undefined]>([
  ['id', 'listId'],
  ['name', 'name'],
  ['status', 'status'],
  ['owner', 'owner'],
  ['nextCheck', 'nextCheck'],
  ['awaitedCondition', 'awaitedCondition'],
  ['contact', 'contactName'],
  ['lastContact', 'lastContact'],
  ['openOpportunities', undefined],
])("the register's own heading of %s is read as %s in both languages", (key, field) => {
  const { ja, en } = SHOWN_COLUMNS[key].label;
  expect([ja, en].map((heading) => meaningOfHeader(heading)?.field)).toEqual([field, field]);
});

test.each<[ListField, string]>([
  ['name', 'Firma|Firmenname|Unternehmensname|Name des Unternehmens|Kunde'],
  [
    'name',
    "Nom de l'entreprise|Nom de l’entreprise|Entreprise|Société|SOCIETE|Raison sociale|Nom du compte|Nom",
  ],
  ['name', 'Empresa|Razón social|Azienda|公司名称|公司名稱|企业名称|客户名称|회사명|거래처명'],
  ['phone', 'Telefon|Telefonnummer|Téléphone|Numéro de téléphone|Teléfono|电话|联系电话|전화번호'],
  ['email', 'E-Mail|E-Mail-Adresse|Adresse e-mail|Courriel|邮箱|电子邮件|이메일'],
  ['contactName', 'Ansprechpartner|Kontaktperson|Interlocuteur|Nom du contact|联系人|담당자'],
  ['contactTitle', 'Jobtitel|Intitulé du poste|职位|직책'],
  ['owner', 'Zuständiger Mitarbeiter|Propriétaire du compte|负责人|영업담당자'],
  ['street', 'Straße|Strasse|Rue|街道'],
  ['city', 'Ort|Ville|城市'],
  ['lastContact', 'Letzter Kontakt|Date de la dernière activité|最近联系时间|최근연락일'],
  ['nextCheck', 'Wiedervorlage|Prochaine relance|下次联系时间|다음연락일'],
  ['note', 'Bemerkungen|Commentaires|备注|비고'],
  ['productEnd', '契約終了日|Contract End Date|Vertragsende|Fin de contrat'],
  ['name', '会社名・部署名|会社名/所属部署'],
])('%s is also %s', (field, headers) => {
  for (const header of headers.split('|'))
    expect([header, meaningOfHeader(header)?.field]).toEqual([header, field]);
});
