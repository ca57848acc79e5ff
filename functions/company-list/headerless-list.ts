/** Recognises a list without headers by the values of its columns. */
import { validCorporateNumber } from '../domain/company/corporate-number';
import { readWebDomain } from '../domain/company/web-domain';
import { looksLikeCompany } from './columns';
import type { ListField } from './list-headers';

export interface ListLayout {
  header: string[];
  fields: Readonly<Record<number, ListField>>;
}

/** The file of all corporate numbers, as the National Tax Agency describes it (リソース定義書, 30 items). */
const CORPORATE_NUMBER_FILE: ListLayout = {
  header: [
    '一連番号',
    '法人番号',
    '処理区分',
    '訂正区分',
    '更新年月日',
    '変更年月日',
    '商号又は名称',
    '商号又は名称イメージID',
    '法人種別',
    '国内所在地（都道府県）',
    '国内所在地（市区町村）',
    '国内所在地（丁目番地等）',
    '国内所在地イメージID',
    '都道府県コード',
    '市区町村コード',
    '郵便番号',
    '国外所在地',
    '国外所在地イメージID',
    '登記記録の閉鎖等年月日',
    '登記記録の閉鎖等の事由',
    '承継先法人番号',
    '変更事由の詳細',
    '法人番号指定年月日',
    '最新履歴',
    '商号又は名称（英語表記）',
    '国内所在地（都道府県）（英語表記）',
    '国内所在地（市区町村丁目番地等）（英語表記）',
    '国外所在地（英語表記）',
    'フリガナ',
    '検索対象除外',
  ],
  fields: {
    1: 'corporateNumber',
    2: 'registryProcess',
    6: 'name',
    9: 'prefecture',
    10: 'city',
    11: 'street',
    18: 'closedOn',
    19: 'closedReason',
    20: 'successorNumber',
    24: 'englishName',
    28: 'kana',
  },
};

const PREFECTURE = /^(?:北海道|東京都|(?:大阪|京都)府|.{2,3}県)/;
const PHONE = /^(?:\+81[\s-]?|0)\d{1,4}[\s()-]?\d{1,4}[\s()-]?\d{3,4}$/;

/** The kind of most values in a column. Only a company's web address tells its domain, since others may be a person's. */
const SHAPES: readonly [ListField, (value: string) => boolean][] = [
  ['corporateNumber', (value) => validCorporateNumber(value) !== null],
  ['name', looksLikeCompany],
  ['address', (value) => PREFECTURE.test(value) && value.length > 5],
  ['phone', (value) => PHONE.test(value.normalize('NFKC'))],
  ['email', (value) => readWebDomain(value)?.isEmail === true],
  ['domain', (value) => readWebDomain(value)?.isEmail === false],
];

/** Null where a person has to assign the columns. Names that mostly have a legal form prove that the rows are companies. */
export function recogniseLayout(rows: readonly (readonly string[])[]): ListLayout | null {
  const [first] = rows;
  if (first === undefined) return null;
  if (rows.every(isCorporateNumberRecord)) return CORPORATE_NUMBER_FILE;
  const fields: Record<number, ListField> = {};
  const found = new Set<ListField>();
  for (const [field, fits] of SHAPES) {
    const columns = Array.from(first.keys()).filter(
      (index) => !(index in fields) && isMostly(rows, index, fits),
    );
    const [column] = columns;
    if (column === undefined) continue;
    // With two columns of names it is unknown which one is the company's.
    if (columns.length > 1 && (field === 'name' || field === 'corporateNumber')) return null;
    fields[column] = field;
    found.add(field);
  }
  if (!found.has('name')) return null;
  return { header: first.map(() => ''), fields };
}

const isCorporateNumberRecord = (cells: readonly string[]): boolean =>
  cells.length === CORPORATE_NUMBER_FILE.header.length &&
  /^\d+$/.test(cells[0] ?? '') &&
  /^\d{13}$/.test(cells[1] ?? '') &&
  /^\d{2}$/.test(cells[2] ?? '');

const isMostly = (
  rows: readonly (readonly string[])[],
  column: number,
  fits: (value: string) => boolean,
): boolean => {
  const values = rows.map((cells) => cells[column] ?? '').filter((value) => value !== '');
  return values.length > 0 && values.filter(fits).length * 10 >= values.length * 6;
};
