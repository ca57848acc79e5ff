/** Which column of a list holds what: found by its header, in the spellings that lists in use have. */
import { type Text, text } from '../domain/text/text';
import { type ListProblem, listProblem } from './list-problems';

/** The first spellings are EDINET's where it has the column. */
const HEADERS = {
  name: [
    '提出者名',
    '会社名',
    '企業名',
    '社名',
    '取引先名',
    '取引先',
    '名称',
    '商号',
    '商号又は名称',
    '法人名',
    '顧客名',
    '得意先名',
    'アカウント名',
    'Company',
    'Company Name',
    'Account',
    'Account Name',
    'Name',
  ],
  kana: [
    '提出者名（ヨミ）',
    'カナ',
    'フリガナ',
    'ふりがな',
    'ヨミ',
    'ヨミガナ',
    'よみ',
    'よみがな',
    '読み',
    '会社名カナ',
    '会社名（カナ）',
    '会社名フリガナ',
    '企業名カナ',
    '企業名（カナ）',
    '社名カナ',
    'Kana',
  ],
  englishName: [
    '提出者名（英字）',
    '英語名',
    '英文名',
    '英字名',
    '英文社名',
    '英語社名',
    '会社名（英語）',
    '会社名（英字）',
    'English Name',
  ],
  corporateNumber: ['提出者法人番号', '法人番号', 'Corporate Number'],
  securitiesCode: ['証券コード', '銘柄コード', 'Securities Code', 'Ticker'],
  listId: [
    'ＥＤＩＮＥＴコード',
    'ID',
    '会社ID',
    '企業ID',
    '顧客ID',
    '取引先ID',
    '会社コード',
    '企業コード',
    '顧客コード',
    '取引先コード',
    '顧客番号',
    '管理番号',
    'Account ID',
    'Company ID',
  ],
  address: ['所在地', '住所', '本社所在地', '本店所在地', '会社住所', 'Address'],
  phone: ['電話', '電話番号', '代表電話', '代表電話番号', 'TEL', 'Phone', 'Phone Number'],
  industry: ['提出者業種', '業種', '業界', 'Industry'],
  domain: ['ドメイン', 'URL', 'ホームページ', 'HP', 'Web', 'ウェブサイト', 'Website', 'Domain'],
  email: ['メール', 'メールアドレス', 'Eメール', 'E-mail', 'E-mail Address', 'Mail'],
  status: ['ステータス', 'アカウントステータス', '状態', 'Status', 'Account Status'],
  owner: ['担当', '担当者', '担当者名', '営業担当', '営業担当者', 'Owner', 'Account Owner', 'Sales Rep'],
  met: ['商談済', '商談済み', '商談有無', '面談済', '面談済み', 'Met', 'Ever Met'],
  lastContact: [
    '最終接触日',
    '最終連絡日',
    '最終コンタクト日',
    '最終活動日',
    'Last Contact',
    'Last Contact Date',
    'Last Contacted',
    'Last Activity',
  ],
  nextCheck: [
    '次回確認日',
    '次回確認',
    '次回チェック',
    '次回チェック日',
    '次回連絡日',
    'Next Check',
    'Next Check Date',
  ],
  product: ['製品', '製品名', '導入製品', '利用製品', '商品', '商品名', 'Product', 'Product Name'],
  productSince: [
    '導入日',
    '契約日',
    '利用開始日',
    '契約開始日',
    'Product Since',
    'Start Date',
    'Contract Date',
  ],
  reference: [
    '契約番号',
    '契約No',
    '注文番号',
    '受注番号',
    '発注番号',
    'Contract No',
    'Contract Number',
    'Order No',
    'Order Number',
    'Reference',
  ],
  note: ['備考', 'メモ', 'コメント', 'Note', 'Notes', 'Memo', 'Remarks', 'Comment'],
} as const satisfies Record<string, readonly string[]>;

export type ListField = keyof typeof HEADERS;

/** What a person chooses from who corrects what a column was taken for. */
export const FIELD_LABELS: Readonly<Record<ListField, Text>> = {
  name: text('会社名', 'Company name'),
  kana: text('カナ', 'Kana'),
  englishName: text('英語名', 'English name'),
  corporateNumber: text('法人番号', 'Corporate number'),
  securitiesCode: text('証券コード', 'Securities code'),
  listId: text('リストの中の ID', 'ID in the list'),
  address: text('所在地', 'Address'),
  phone: text('電話番号', 'Phone'),
  industry: text('業種', 'Industry'),
  domain: text('ドメイン・URL', 'Domain or URL'),
  email: text('メールアドレス', 'E-mail address'),
  status: text('ステータス', 'Status'),
  owner: text('担当者', 'Owner'),
  met: text('商談済み', 'Met'),
  lastContact: text('最終連絡日', 'Last contact'),
  nextCheck: text('次回確認日', 'Next check'),
  product: text('製品', 'Product'),
  productSince: text('利用開始日', 'Product since'),
  reference: text('契約・注文番号', 'Contract or order reference'),
  note: text('備考', 'Note'),
};

export interface MappedColumn {
  header: string;
  /** Null for a column that is not read. */
  field: ListField | null;
}

/** What a person says of the columns: by its header for a field, or by position, where null is "not read". */
export interface ListMapping {
  headers?: Partial<Record<ListField, string>>;
  columns?: Readonly<Record<number, ListField | null>>;
}

const foldHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-・]+/g, '');

export const LIST_FIELDS = Object.keys(HEADERS) as [ListField, ...ListField[]];

const BY_HEADER: ReadonlyMap<string, ListField> = new Map(
  LIST_FIELDS.flatMap((field) =>
    HEADERS[field].map((header): [string, ListField] => [foldHeader(header), field]),
  ),
);

/**
 * What `mapping` says comes first; then the first column that has a known header for a field that nothing names.
 * `line` is where the header stands, for the problems.
 */
export function mapColumns(
  header: readonly string[],
  { headers = {}, columns: said = {} }: ListMapping,
  line: number,
): { columns: MappedColumn[]; problems: ListProblem[] } {
  const problems: ListProblem[] = [];
  const folded = header.map(foldHeader);
  const columns = header.map((name): MappedColumn => ({ header: name, field: null }));
  const taken = new Set<ListField>();
  const twice = new Set(folded.filter((name, index) => name !== '' && folded.indexOf(name) < index));
  // Who says what each column is has seen that two have one header.
  for (const name of Object.keys(said).length > 0 ? [] : twice)
    problems.push(listProblem(line, 'HEADER_DUPLICATE', header[folded.indexOf(name)]));
  const give = (column: MappedColumn | undefined, field: ListField | null, wanted: string): void => {
    if (column === undefined || column.field !== null || (field !== null && taken.has(field)))
      problems.push(listProblem(line, 'MAPPING_WRONG', `${field ?? '-'}: ${wanted}`));
    else {
      column.field = field;
      if (field !== null) taken.add(field);
    }
  };
  for (const [index, field] of Object.entries(said)) give(columns[Number(index)], field, index);
  for (const field of LIST_FIELDS) {
    const wanted = headers[field];
    if (wanted !== undefined) give(columns[folded.indexOf(foldHeader(wanted))], field, wanted);
  }
  columns.forEach((column, index) => {
    const field = BY_HEADER.get(folded[index] ?? '');
    if (!field || column.field !== null || taken.has(field) || said[index] === null) return;
    column.field = field;
    taken.add(field);
  });
  return { columns, problems };
}

const isNumber = (value: string): boolean => /^\d[\d.,]*(e\+?\d+)?$/.test(normalizedValue(value));

/** Also with a T in front, with hyphens, or as a spreadsheet mangles it (1.23E+12). */
const isCorporateNumber = (value: string): boolean => isNumber(normalizedValue(value).replace(/^t/, ''));

const normalizedValue = (value: string): string =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s‐-―−-]/g, '');

/** A row of values where a header is looked for: it has a company or its number in it. */
export const looksLikeData = (cells: readonly string[]): boolean =>
  cells.some(
    (cell) =>
      /株式会社|有限会社|合同会社|[(（][株有同][)）]|㈱|㈲|Inc\.|Ltd\.?/.test(cell) ||
      /^t?\d{13}$/.test(normalizedValue(cell)),
  );

const LOOKS_WRONG: Partial<Record<ListField, (value: string) => boolean>> = {
  name: isNumber,
  corporateNumber: (value) => !isCorporateNumber(value),
};

/** A column whose values are, in their majority, of another kind than its field wants: columns were shifted. */
export function findMisplacedColumns(
  columns: readonly MappedColumn[],
  rows: readonly Partial<Record<ListField, string>>[],
  line: number,
): ListProblem[] {
  return columns.flatMap(({ header, field }) => {
    const looksWrong = field && LOOKS_WRONG[field];
    if (!looksWrong) return [];
    const values = rows.flatMap((row) => row[field] ?? []);
    const wrong = values.filter(looksWrong);
    if (wrong.length * 2 <= values.length) return [];
    return [listProblem(line, 'COLUMN_LOOKS_WRONG', `${header}: ${wrong.slice(0, 3).join(' / ')}`)];
  });
}
