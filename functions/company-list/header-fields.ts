/** The field that a header means, however it is written. */
import { keysOf } from '../domain/status/table-keys';
import { FOREIGN_BARE_NAMES, FOREIGN_HEADERS, withoutAccents } from './foreign-headers';
import { HEADER_PATTERNS } from './header-patterns';
import { BARE_NAME_HEADERS, HEADERS, type ListField, WEAK_HEADERS } from './list-headers';

export interface HeaderMeaning {
  field: ListField;
  /** Another column with a clearer header is read instead. */
  isWeak: boolean;
}

/** What forms put around a header: 会社名*, 【必須】会社名, 会社名（必須）, 電話番号※半角, ※備考, 1.会社名, 会社名: */
const MARKS_IN_FRONT =
  /^(?:[※*●○■□◆◇★☆◎#＃▼▲・]+|[【[〔(](?:必須|任意|入力)[^】\]〕)]*[】\]〕)]|\d{1,3}[.)_:、])+/;
const MARKS_BEHIND =
  /(?:[*※:?＊▼▲▽△↑↓↕]+|[【[〔(](?:必須|任意|入力|全角|半角|ハイフン|例|自動|yyyy|\d+桁|\d+文字|required|optional|カンマ|テキスト|数値|数字|日付|文字列|選択|プルダウン|編集不可|変更不可|[千万百億]+円|円|単位|単体|連結|jst|utc|gmt|税[込抜別])[^】\]〕)]*[】\]〕)]|必須|※.+|を?(?:ご|お)?(?:記入|入力|知らせ|書き|教え)し?て?(?:ください|下さい|願います))+$/;

/** Unifies width and case, and removes spaces and separators. */
export const foldHeader = (header: string): string => {
  const plain = header
    .trim()
    .replace(/^[①-⑳⑴-⒇]/, '')
    .replace(/^[[［【〔「『<＜]([^\]］】〕」』>＞]+)[\]］】〕」』>＞]$/, '$1')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/["'“”]/g, '')
    .replace(/[\s_\-‐-―・/／]+/g, '')
    .replace('ステイタス', 'ステータス');
  const bare = plain.replace(MARKS_IN_FRONT, '').replace(MARKS_BEHIND, '');
  return bare === '' ? plain : bare;
};

/** Words for the company that the list is about: 取引先会社名, 顧客コード, 提出者業種, TEL会社, 電話番号(代表). */
const COMPANY =
  'お?取引先|契約先|契約|顧客|得意先|お客様|お客さま|客先|先方|相手先|相手|クライアント|提出者|企業|会社|法人|事業者|本社|本店|勤務先|架電先|訪問先|所属|社|代表|組織|団体|account|company|organization|organisation|客';
const COMPANY_IN_FRONT = new RegExp(`^(?:${COMPANY})(?:の)?(?=.)`);
const COMPANY_BEHIND = new RegExp(`[(:]?(?:${COMPANY}|請求先|本社)\\)?$`);

export const LIST_FIELDS = keysOf(HEADERS);

const meanings = new Map<string, HeaderMeaning>();
for (const field of LIST_FIELDS) {
  for (const header of HEADERS[field]) meanings.set(foldHeader(header), { field, isWeak: false });
  for (const header of WEAK_HEADERS[field] ?? []) meanings.set(foldHeader(header), { field, isWeak: true });
}

const foreignMeanings: ReadonlyMap<string, HeaderMeaning> = new Map(
  [
    ...LIST_FIELDS.map((field) => [field, FOREIGN_HEADERS[field] ?? []] as const),
    ['name', FOREIGN_BARE_NAMES] as const,
  ].flatMap(([field, headers]) =>
    headers.map((header) => [withoutAccents(foldHeader(header)), { field, isWeak: true }] as const),
  ),
);

/** Null where the header means no field. */
export const meaningOfHeader = (header: string): HeaderMeaning | null => {
  const meaning =
    meaningOfPlainHeader(header) ??
    meaningOfEntityField(header) ??
    meaningOfEither(header) ??
    meaningWithoutOne(header) ??
    foreignMeanings.get(withoutAccents(foldHeader(header))) ??
    null;
  return meaning !== null && maySayWhatToDo(header, meaning.field) ? { ...meaning, isWeak: true } : meaning;
};

/** With a column 次回アクション日 for its day, 次回アクション may be what is to be done. */
const OF_ACTIONS: ReadonlySet<ListField> = new Set(['lastContact', 'nextCheck']);
const DAY_BEHIND = /(?:日|日付|日時|予定|期限|期日|date|due|on|at)(?:\(.*\))?\d?$/;

/** Whether a column of days may have words instead. */
export const maySayWhatToDo = (header: string, field: ListField | null): boolean =>
  field !== null && OF_ACTIONS.has(field) && !DAY_BEHIND.test(foldHeader(header));

const meaningOfPlainHeader = (header: string): HeaderMeaning | null => {
  const folded = foldHeader(header);
  if (folded === '') return null;
  return (
    meanings.get(folded) ??
    meaningByPattern(folded) ??
    meaningWithoutCompany(folded) ??
    meaningWithoutAddition(folded) ??
    meaningWithoutPoliteness(folded)
  );
};

/** Additions without a meaning: 会社名(漢字), 電話1, メモ欄, Tel. */
const ADDITION =
  /[(:]?(?:漢字|正式|正式名称|正式表記|日本語|日本語表記|和文|登記名|本社|代表|会社|企業|自社|当社|社名|住所|url|国税庁|13桁|インボイス|main|work|office|hq|japanese|local|legal|official|full)\)$|(?<=\D)1$|欄$|\.$/;

const meaningWithoutAddition = (folded: string): HeaderMeaning | null => {
  const bare = folded.replace(ADDITION, '');
  if (bare === folded || bare === '') return null;
  const meaning = meanings.get(bare) ?? meaningByPattern(bare) ?? meaningWithoutCompany(bare);
  return meaning === null ? null : { ...meaning, isWeak: true };
};

/** Ignores polite prefixes: ご契約番号, お住所. */
const meaningWithoutPoliteness = (folded: string): HeaderMeaning | null => {
  const bare = folded.replace(/^(?:ご|御|お)(?=..)/, '');
  return bare === folded ? null : meaningOfPlainHeader(bare);
};

/** Reads the first of several persons: 先方担当者①メール, Contact 1 Name. */
const meaningWithoutOne = (header: string): HeaderMeaning | null => {
  const plain = header.normalize('NFKC');
  const bare = plain.replace(/(?<!\d)1(?!\d)(?:人目|名目|番目)?の?/, '').replace(/\(\s*\)/, '');
  if (bare === plain || /\d/.test(bare)) return null;
  const meaning = meaningOfPlainHeader(bare);
  return meaning === null || !/^contact/.test(meaning.field) ? null : { ...meaning, isWeak: true };
};

/** As CRM systems name the columns of several tables: `Organization - Name`, `Person - Email - Work`, `Phone 1 - Value`, `Account: Account Name`, `Deal - Owner`. */
const ENTITY_FIELD =
  /^(?:(organi[sz]ation|company|account(?: name)?|会社|企業|取引先|組織)|(person|people|contact|lead|人|人物|コンタクト|担当者)|(deal|opportunity|案件|商談))(?: \d)?(?: [-–] ?|: ?)(.+)$/i;
const KIND_BEHIND = /(?: \d)? [-–] (?:value|work|main|primary|勤務先|仕事)$/i;

const OF_A_PERSON: Readonly<Partial<Record<ListField, ListField>>> = {
  phone: 'contactPhone',
  email: 'contactEmail',
};

const meaningOfEntityField = (header: string): HeaderMeaning | null => {
  const whole = header.normalize('NFKC').trim();
  const bare = whole.replace(KIND_BEHIND, '');
  const [, company, person, deal, field = ''] = ENTITY_FIELD.exec(bare) ?? [];
  if (company === undefined && person === undefined && deal === undefined)
    return bare === whole ? null : meaningOfPlainHeader(bare);
  const isName = isBareName(field);
  if (deal !== undefined) return isName || /^title$/i.test(field) ? null : meaningOfPlainHeader(field);
  if (person !== undefined) {
    const meaning = isName ? { field: 'contactName' as const, isWeak: false } : meaningOfPlainHeader(field);
    return meaning === null ? null : { ...meaning, field: OF_A_PERSON[meaning.field] ?? meaning.field };
  }
  return isName ? { field: 'name', isWeak: false } : meaningOfPlainHeader(field);
};

/** Reads two words for one column, as in 会社名/屋号 and 業種・業態. */
const meaningOfEither = (header: string): HeaderMeaning | null => {
  const parts = header.normalize('NFKC').split(/[/・|,、]|または|又は|\bor\b/);
  if (parts.length < 2) return null;
  const fields = new Set(parts.flatMap((part) => meaningOfPlainHeader(part)?.field ?? []));
  const [field] = fields.has('name') ? (['name'] as const) : fields;
  const isOne = fields.size === 1 || (fields.has('name') && [...fields].every((one) => NAMES.has(one)));
  return field === undefined || !isOne ? null : { field, isWeak: true };
};

/** A department in the name's cell is told from it (name-cell.ts). */
const NAMES: ReadonlySet<ListField> = new Set(['name', 'otherNames', 'contactDepartment', 'branch']);

const bareNames = new Set(BARE_NAME_HEADERS.map(foldHeader));

export const isBareName = (header: string): boolean => bareNames.has(foldHeader(header));

const meaningByPattern = (folded: string): HeaderMeaning | null => {
  for (const { field, pattern, isWeak = false } of HEADER_PATTERNS)
    if (pattern.test(folded)) return field === null ? null : { field, isWeak };
  return null;
};

/** The header without a word for the company; that word alone is no such header. */
const meaningWithoutCompany = (folded: string): HeaderMeaning | null => {
  let rest = folded.replace(COMPANY_BEHIND, '');
  for (let words = 0; words < 3; words += 1) {
    const meaning = rest === folded ? undefined : meanings.get(rest);
    if (meaning !== undefined && OF_COMPANY.has(meaning.field)) return { ...meaning, isWeak: true };
    const shorter = rest.replace(COMPANY_IN_FRONT, '');
    if (shorter === rest) return null;
    rest = shorter;
  }
  return null;
};

const OF_COMPANY: ReadonlySet<ListField> = new Set([
  'name',
  'kana',
  'englishName',
  'otherNames',
  'corporateNumber',
  'securitiesCode',
  'address',
  'prefecture',
  'city',
  'street',
  'phone',
  'industry',
  'domain',
  'email',
  'note',
  'status',
]);
