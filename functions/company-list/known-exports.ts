/** Recognises exports of other products and offices by their headers, and assigns columns whose headers alone would mislead. */

import { SHOWN_KEYS, type ShownKey } from '../domain/register/column-keys';
import { COLUMN_TEXTS } from '../domain/register/column-texts';
import { withoutAccents } from './foreign-headers';
import { foldHeader, isBareName, meaningOfHeader } from './header-fields';
import type { ListField } from './list-headers';

type ColumnFields = Readonly<Record<string, ListField | null>>;

interface KnownExport {
  /** As its makers call it. */
  name: string;
  /** Headers that it always has; of each inner list at least one. */
  has: readonly (string | readonly string[])[];
  /** Fields by header; null is not read. */
  columns?: ColumnFields;
}

/** On business cards, numbers of a person or a department are not the company's. */
const CARD_COLUMNS: ColumnFields = {
  TEL会社: 'phone',
  TEL: 'phone',
  TEL部門: null,
  TEL直通: null,
  携帯電話: 'contactPhone',
};

const OWN_FIELDS: Readonly<Partial<Record<ShownKey, ListField>>> = {
  id: 'listId',
  name: 'name',
  status: 'status',
  nextCheck: 'nextCheck',
  owner: 'owner',
  awaitedCondition: 'awaitedCondition',
  contact: 'contactName',
  lastContact: 'lastContact',
  statusSince: 'statusSince',
  products: 'product',
};
const ownHeaders = (key: ShownKey): readonly string[] => {
  const { ja, en } = COLUMN_TEXTS[key].label;
  return [ja, en];
};

/** The register saved as a file, also as of a past day; columns that people do not fill in are not read. */
const OWN_EXPORT: KnownExport = {
  name: 'Hachi',
  has: [ownHeaders('id'), ownHeaders('name'), ownHeaders('statusSince'), ownHeaders('daysInStatus')],
  columns: Object.fromEntries(
    SHOWN_KEYS.flatMap((key) => ownHeaders(key).map((header) => [header, OWN_FIELDS[key] ?? null])),
  ),
};

const HUBSPOT_IDS = [
  'Record ID',
  'Record ID - Contact',
  'Record ID - Company',
  'レコードID',
  'レコードID - コンタクト',
];

const ZOHO_OWNER_IDS = [
  ...['Lead Owner.id', 'Account Owner.id', 'Contact Owner.id', 'Deal Owner.id'],
  ...['リードの担当者.id', '取引先の担当者.id', '連絡先の担当者.id', '商談の担当者.id'],
];

/** The first match decides. */
const KNOWN_EXPORTS: readonly KnownExport[] = [
  OWN_EXPORT,
  {
    // Cards of a whole company, whereas Eight exports those of one person.
    name: 'Sansan',
    has: ['会社名', ['氏名', '姓'], '名刺交換日', ['名刺所有者', '所有者', 'タグ']],
    columns: CARD_COLUMNS,
  },
  { name: 'Eight', has: ['会社名', '氏名', 'TEL会社', '名刺交換日'], columns: CARD_COLUMNS },
  { name: 'Sansan', has: ['会社名', ['氏名', '姓'], '名刺交換日'], columns: CARD_COLUMNS },
  {
    name: 'LinkedIn Connections',
    has: ['First Name', 'Last Name', 'Company', 'Position', 'Connected On'],
    // The page of a person, which is not the company's.
    columns: { URL: null },
  },
  {
    name: 'Zoho CRM',
    // HubSpot names its IDs in the same way, but has no owner IDs.
    has: [['Record Id', 'レコードID'], ZOHO_OWNER_IDS],
    columns: { 取引先の担当者: 'owner', 取引先担当者: 'owner' },
  },
  {
    name: 'HubSpot',
    has: [HUBSPOT_IDS, ['Lead Status', 'リードステータス'], ['Lifecycle Stage', 'ライフサイクルステージ']],
    // A client has no lead status.
    columns: { 'Lifecycle Stage': 'statusOtherwise', ライフサイクルステージ: 'statusOtherwise' },
  },
  {
    name: 'HubSpot',
    has: [
      HUBSPOT_IDS,
      [
        'Lifecycle Stage',
        'Lead Status',
        'Company owner',
        'Contact owner',
        'Company Domain Name',
        'ライフサイクルステージ',
        'リードステータス',
        '会社の担当者',
        'コンタクトの担当者',
        '会社のドメイン名',
      ],
    ],
  },
  {
    name: 'Zoho CRM',
    has: [
      ['Record Id', 'レコードID'],
      ['Account Name', '取引先名'],
      ['Account Owner', '取引先の担当者', '取引先担当者', 'Tag', 'タグ'],
    ],
    columns: { 取引先の担当者: 'owner', 取引先担当者: 'owner' },
  },
  {
    name: 'Salesforce',
    has: [
      ['取引先名', 'Account Name'],
      [
        '取引先 所有者',
        '取引先所有者',
        '取引先番号',
        '最終活動日',
        '最終更新日',
        '都道府県(請求先)',
        '市区郡(請求先)',
        '種別',
        'Account Owner',
        'Account ID',
        'Last Activity',
        'Last Modified Date',
        'Billing City',
        'Billing State/Province',
        'Type',
      ],
    ],
  },
  {
    // The number of a customer stands below its kind; a name that goes on in a second column is told.
    name: 'SAP',
    has: [
      'Name 1',
      ['Ort', 'City', 'Straße', 'Street', 'PLZ', 'Postal Code'],
      ['Kunde', 'Customer', 'Debitor', 'Geschäftspartner', 'Business Partner', 'Sold-to party'],
    ],
    columns: {
      ...{ 'Name 1': 'name', Kunde: 'listId', Customer: 'listId', Debitor: 'listId' },
      ...{ Geschäftspartner: 'listId', 'Business Partner': 'listId', 'Sold-to party': 'listId' },
    },
  },
  { name: 'kintone', has: ['レコード番号', ['作成者', '更新者'], ['作成日時', '更新日時']] },
  {
    name: 'freee会計',
    has: ['取引先名', 'ショートカット1', ['敬称', '事業所種別', '検索の可否']],
    // The full name; the column before it has the name used in the books.
    columns: { '正式名称（帳票出力時に使用される名称）': 'otherNames', 正式名称: 'otherNames' },
  },
  {
    // The stage says where a deal stands, or stood before it was won or lost.
    name: 'Pipedrive',
    has: ['Deal - Status', ['Deal - Organization', 'Organization - Name']],
    columns: {
      'Deal - Status': 'status',
      'Deal - Stage': null,
      'Deal - Lost time': 'lostDate',
      'Person - Phone - Mobile': 'contactPhone',
    },
  },
  { name: 'EDINET', has: ['提出者名', '提出者法人番号'] },
  { name: '法人番号公表サイト', has: ['法人番号', '処理区分', '商号又は名称'] },
  {
    // The same columns as in the answers of the web service.
    name: '法人番号公表サイト',
    has: ['corporateNumber', 'process', 'name', 'prefectureName'],
    columns: {
      ...{ name: 'name', furigana: 'kana', enName: 'englishName', process: 'registryProcess' },
      ...{ prefectureName: 'prefecture', cityName: 'city', streetNumber: 'street' },
      ...{ closeDate: 'closedOn', closeCause: 'closedReason', successorCorporateNumber: 'successorNumber' },
    },
  },
  {
    name: '適格請求書発行事業者公表サイト',
    has: ['registratedNumber', 'name', ['registrationDate', 'disposalDate', 'kind']],
    columns: { name: 'name', tradeName: 'otherNames', popularName_previousName: null },
  },
  {
    name: '適格請求書発行事業者公表サイト',
    has: ['登録番号', ['氏名又は名称', '事業者名', '名称'], ['登録年月日', '人格区分', '取消年月日']],
  },
  {
    name: 'FORCAS',
    has: [['FORCAS企業ID', 'SPEEDA業界', 'シナリオ', 'スコア'], ['会社名', '企業名'], '法人番号'],
  },
  {
    name: 'Musubu',
    has: [
      ['会社名', '企業名', '法人名'],
      ['従業員数', '従業員規模', '従業員レンジ'],
      ['売上高', '売上規模', '売上レンジ', '資本金'],
    ],
  },
];

/** Headers that describe a person and no company. */
const PERSON_HEADERS = new Set(
  [
    '氏名',
    '姓',
    '名',
    '役職',
    '役職名',
    '肩書',
    '部署',
    '部署名',
    '名前',
    'First Name',
    'Last Name',
    'Full Name',
    'Position',
    'Job Title',
    'Title',
    'Department',
    'Contact Name',
  ].map(foldHeader),
);

/** In a list of persons these columns are the person's. */
const OF_THE_PERSON: ColumnFields = {
  ID: null,
  'Record ID': null,
  'Record ID - Contact': null,
  レコードID: null,
  'レコードID - コンタクト': null,
  'Contact ID': null,
  Name: 'contactName',
  名前: 'contactName',
  'Full Name': 'contactName',
};

/** Headers of an opportunity's name: each row is an opportunity and no company. */
const DEAL_HEADERS = new Set(
  [
    ...['Deal Name', 'Deal Title', 'Opportunity Name', 'Potential Name', 'Deal Stage'],
    ...['取引名', '商談名', '案件名', '取引ステージ', '商談ステージ'],
  ].map(foldHeader),
);

/** In a list of opportunities these columns are the opportunity's, since a company may have several. */
const OF_THE_DEAL: ColumnFields = {
  ...{ ID: null, 'Record ID': null, レコードID: null, レコード番号: null, 'Record ID - Deal': null },
  ...{ 'レコードID - 取引': null, 'Deal ID': null, 'Opportunity ID': null, 商談ID: null, 案件ID: null },
};

const BANT_FIELDS: readonly (ListField | undefined)[] = ['bantBudget', 'bantAuthority', 'bantTiming'];

/** 課題 beside 予算, 決裁者 and 時期 says whether there is a need, where another column describes it. */
const needBesideBant = (header: readonly string[]): ColumnFields => {
  const meanings = header.flatMap((name) => meaningOfHeader(name) ?? []);
  const asked = meanings.filter(({ field }) => BANT_FIELDS.includes(field)).length;
  const hasNeed = meanings.some(({ field }) => field === 'bantNeed');
  const isNeedSaid = meanings.some(({ field, isWeak }) => field === 'latentNeed' && !isWeak);
  return asked >= 2 && isNeedSaid && !hasNeed ? { 課題: 'bantNeed' } : {};
};

export interface RecognisedExport {
  name: string | null;
  /** Fields by folded header. */
  columns: ColumnFields;
}

/** In letters and invoices the person is the customer's. */
const FORMS_OF_ADDRESS = new Set(['敬称']);

/** Headers whose meaning the other columns decide. */
const ANYBODYS = new Set(
  ['担当', '担当者', '担当者名', '担当者氏名', 'ご担当者', 'ご担当者名'].map(foldHeader),
);

/**
 * A bare 担当者, or the first of several, is one of the team, but where another column names whose account it is, or where a department or a title stands
 * beside it, and no column names the person of the company.
 */
const bareContact = (header: readonly string[]): ColumnFields => {
  const bare = header.filter((name) => ANYBODYS.has(foldHeader(name).replace(/1$/, '')));
  if (bare.length !== 1) return {};
  const fields = new Set(
    header.filter((name) => !bare.includes(name)).map((name) => meaningOfHeader(name)?.field),
  );
  if (fields.has('contactName') || fields.has('contactFamilyName')) return {};
  // Like IS担当, FS担当 names a member by role, and does not tell whose 担当 is.
  const isOwned = header.some((name) => {
    const meaning = meaningOfHeader(name);
    return !bare.includes(name) && meaning?.field === 'owner' && !meaning.isWeak;
  });
  const isContact =
    isOwned ||
    fields.has('contactDepartment') ||
    fields.has('contactTitle') ||
    header.some((name) => FORMS_OF_ADDRESS.has(foldHeader(name)));
  return isContact ? Object.fromEntries(bare.map((name) => [name, 'contactName' as const])) : {};
};

/** Beside a given name in another language, a bare name is the family name: Prénom and Nom, Vorname and Name. */
const familyNameBesideGiven = (header: readonly string[]): ColumnFields => {
  const folded = header.map((name) => withoutAccents(foldHeader(name)));
  if (!folded.some((name) => GIVEN_NAMES.has(name))) return {};
  const bare = header.filter((_, index) => FAMILY_NAMES.has(folded[index] ?? ''));
  return Object.fromEntries(bare.map((name) => [name, 'contactFamilyName' as const]));
};
const GIVEN_NAMES: ReadonlySet<string> = new Set(['vorname', 'prenom', 'voornaam']);
const FAMILY_NAMES: ReadonlySet<string> = new Set(['name', 'nom', 'nachname', 'naam', 'achternaam']);

/** Programs for invoices name the customer 名前, and the person in other columns. */
const isNamedBesidePersons = (header: readonly string[]): boolean => {
  const fields = new Set(header.map((name) => (isBareName(name) ? undefined : meaningOfHeader(name)?.field)));
  return header.some(isBareName) && !fields.has('name') && fields.has('contactName');
};

export const recogniseExport = (header: readonly string[]): RecognisedExport => {
  const folded = new Set(header.map(foldHeader));
  const hasOne = (names: string | readonly string[]): boolean =>
    (typeof names === 'string' ? [names] : names).some((name) => folded.has(foldHeader(name)));
  const known = KNOWN_EXPORTS.find(({ has }) => has.every(hasOne));
  const isOfPersons = [...folded].some((one) => PERSON_HEADERS.has(one)) && !isNamedBesidePersons(header);
  return {
    name: known?.name ?? null,
    columns: byFoldedHeader({
      ...bareContact(header),
      ...needBesideBant(header),
      ...(isOfPersons ? OF_THE_PERSON : {}),
      ...familyNameBesideGiven(header),
      ...([...folded].some((one) => DEAL_HEADERS.has(one)) ? OF_THE_DEAL : {}),
      ...known?.columns,
    }),
  };
};

const byFoldedHeader = (columns: ColumnFields): ColumnFields =>
  Object.fromEntries(Object.entries(columns).map(([header, field]) => [foldHeader(header), field]));
