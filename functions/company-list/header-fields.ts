/** What a header says that its column holds, in whatever way it is written. */
import { keysOf } from '../domain/status/table-keys';
import { BARE_NAME_HEADERS, HEADER_PATTERNS, HEADERS, type ListField, WEAK_HEADERS } from './list-headers';

export interface HeaderMeaning {
  field: ListField;
  /** Another column that says the same more plainly is read instead. */
  isWeak: boolean;
}

/** What forms put around a header: 会社名*, 【必須】会社名, 会社名（必須）, ※備考, 1.会社名, 会社名: */
const MARKS_IN_FRONT =
  /^(?:[※*●○■□◆◇★☆◎#＃▼▲・]+|[【[〔(](?:必須|任意|入力)[^】\]〕)]*[】\]〕)]|\d{1,3}[.)_:、])+/;
const MARKS_BEHIND =
  /(?:[*※:?＊]+|[【[〔(](?:必須|任意|入力|全角|半角|ハイフン|例|自動|yyyy|\d+桁|\d+文字|required|optional|カンマ|テキスト|数値|日付|文字列|選択|プルダウン|編集不可|変更不可)[^】\]〕)]*[】\]〕)]|必須)+$/;

/** In one width and case, without spaces and signs that only set apart. */
export const foldHeader = (header: string): string => {
  const plain = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/["'“”]/g, '')
    .replace(/[\s_\-‐-―・/／]+/g, '');
  const bare = plain.replace(MARKS_IN_FRONT, '').replace(MARKS_BEHIND, '');
  return bare === '' ? plain : bare;
};

/** Who the list is about, where a header says so: 取引先会社名, 顧客コード, 提出者業種, TEL会社, 電話番号(代表). */
const COMPANY =
  'お?取引先|契約先|契約|顧客|得意先|お客様|お客さま|客先|先方|相手先|相手|クライアント|提出者|企業|会社|法人|事業者|本社|本店|勤務先|所属|社|代表|組織|団体|account|company|organization|organisation|客';
const COMPANY_IN_FRONT = new RegExp(`^(?:${COMPANY})(?:の)?(?=.)`);
const COMPANY_BEHIND = new RegExp(`[(:]?(?:${COMPANY}|請求先|本社)\\)?$`);

export const LIST_FIELDS = keysOf(HEADERS);

const meanings = new Map<string, HeaderMeaning>();
for (const field of LIST_FIELDS) {
  for (const header of HEADERS[field]) meanings.set(foldHeader(header), { field, isWeak: false });
  for (const header of WEAK_HEADERS[field] ?? []) meanings.set(foldHeader(header), { field, isWeak: true });
}

/** Null where it says nothing that is read. */
export const meaningOfHeader = (header: string): HeaderMeaning | null => {
  const folded = foldHeader(header);
  if (folded === '') return null;
  return meanings.get(folded) ?? meaningByPattern(folded) ?? meaningWithoutCompany(folded);
};

const bareNames = new Set(BARE_NAME_HEADERS.map(foldHeader));

export const isBareName = (header: string): boolean => bareNames.has(foldHeader(header));

const meaningByPattern = (folded: string): HeaderMeaning | null => {
  for (const { field, pattern, isWeak = false } of HEADER_PATTERNS)
    if (pattern.test(folded)) return field === null ? null : { field, isWeak };
  return null;
};

/** What is said of the company may be said without naming it; the company alone is no such header. */
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
