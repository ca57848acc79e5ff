/** Tells apart the persons whom one cell names, and what the cell says of them: 佐藤様、鈴木様; 佐藤 / 営業部 / 090-1111-2222. */
import { definedFields } from '../domain/account/defined-fields';
import { foldCompanyName } from '../domain/company/name/company-name';
import type { ListRow } from './company-list';
import { isJobTitle } from './job-titles';
import { mailAddressesIn } from './mail-addresses';

type Values = ListRow['values'];

export interface PersonsInCell {
  persons: readonly Values[];
  /** 他2名 */
  others: string | null;
}

const FORM_OF_ADDRESS = '(?:様|さま|さん|氏|殿|先生)';
const IS_ADDRESSED = new RegExp(`${FORM_OF_ADDRESS}$`);
/** These always separate: no name has them within. */
const SEPARATOR = new RegExp(
  `\\s*[\\n、;；／/|｜]+\\s*|(?<=${FORM_OF_ADDRESS})(?:\\s*[,，と＆&・]\\s*|\\s+)(?=\\S)`,
);
const COMMA = /\s*[,，]\s*/;
const AND = /\s*[&＆]\s*|\s+and\s+/i;
const DOT = /\s*[・･]\s*/;
const OTHERS = /[\s、,(（]*((?:他|ほか|外)\s*[0-9０-９一二三四五六七八九十]+\s*[名人]|ほか|\s他)[)）]?$/;
/** 佐藤と鈴木, for と stands within names in kana only. */
const TO = /(?<=\p{sc=Han}{2})と(?=\p{sc=Han}{2})/u;
const LABELS = '(?:主|副|正|主担当|副担当|メイン|サブ|窓口|決裁者|ご?担当者?)';
const NUMBERS = '(?:[①-⑳]\\s*|\\d{1,2}[.)．）]\\s*(?=\\D))';
const LABEL = new RegExp(`^(?:${LABELS}\\s*[:：)）]\\s*|${NUMBERS})`);
const LABEL_BEHIND = new RegExp(`[(（]${LABELS}[)）]$`);
/** Each begins with a label or a number, or ends with a label: 主：佐藤 副：鈴木, ①佐藤②鈴木, 佐藤（主）鈴木（副）. */
const LABELLED = new RegExp(
  `\\s+(?=${LABELS}\\s*[:：]|${NUMBERS})|(?<=\\S)(?=[①-⑳])|(?<=[(（]${LABELS}[)）])\\s*(?=\\S)`,
);

/** Instead of a name. */
const NOBODY =
  /^(?:|[-‐‑–—―ー*×?？]+|(?:ご|御)?担当者?様?|各位|(?:担当者?)?(?:未定|不明|不在|未確認|なし|無し?)|n\/a|none|unknown|tbd|tba)$/i;

const PHONE = /(?:tel|電話|携帯|直通|mobile)?[.:：]?\s*(\+?\d[\d()ー‐-]{8,18}\d)/i;
const SURNAMES = /(?:長谷|日下|曽我|我|物|刑|服|渡|阿|岡|磯|矢|安|園|軽|忌|卜|田|石|土師)部$/;
const DEPARTMENT =
  /..(?:部|課|室|係|部門|グループ|チーム|センター|支店|支社|営業所|本社|工場)$|(?:department|dept\.?|division|team)$/i;
const HONORIFIC = /^(?:mr|mrs|ms|dr|prof)\.?$/i;
const EMPTY_BRACKETS = /[<>＜＞]|[(（]\s*[)）]/g;
const BRACKETS_BEHIND = /^(.+?)\s*[(（]([^()（）]+)[)）]$/s;
const NAME = /^[\p{L}\p{M}\p{Lm}々ー・･.'’‐\- \u3000]{1,40}$/u;
const IN_KANJI = /^[\p{sc=Han}々]{1,5}$/u;
const KANJI_OF_A_WHOLE_NAME = 4;
const IN_LATIN = /^[\p{sc=Latin}\p{M}.'’\- ]+$/u;
const DEGREE = /^(?:jr|sr|ph\.?d|md|mba|cpa|esq)\b/i;
const WORDS_OF_TWO_PERSONS = 4;

const isDepartment = (text: string): boolean => DEPARTMENT.test(text) && !SURNAMES.test(text);
/** 佐藤 一郎 鈴木 花子, 佐藤一太郎 鈴木花子; and 佐藤→鈴木, of whom one has followed the other. */
const isOfSeveral = (text: string): boolean => {
  const words = text.split(/\s+/).filter((word) => IN_KANJI.test(word));
  const areNames = words.length > 1 && words.every((word) => [...word].length >= KANJI_OF_A_WHOLE_NAME);
  return areNames || words.length >= WORDS_OF_TWO_PERSONS || /[→⇒]/.test(text);
};
/** 佐藤（退職） is nobody to speak with. */
const hasLeft = (text: string): boolean =>
  /[(（](?:.*(?:退職|退社|異動|転勤|離職|転籍|逝去|死去).*|left|retired|no longer there)[)）]?$/i.test(text);
const isName = (text: string): boolean =>
  NAME.test(text) &&
  !isDepartment(text) &&
  !isOfSeveral(text) &&
  foldCompanyName(text).legalForms.length === 0;
const isWhole = (text: string): boolean => IN_LATIN.test(text) && /\S\s+\S/.test(text);
const isJapanese = (text: string): boolean => !IN_LATIN.test(text);

/** Two persons or one, as in Smith, John; null where nobody can tell. */
const splitByComma = (part: string): string[] | null => {
  const parts = part.split(COMMA).filter((one) => one !== '');
  const [first = '', second = ''] = parts;
  if (parts.length < 2) return parts;
  if (parts.every(isJapanese) || parts.every(isWhole)) return parts;
  // Jane Roe, CEO
  if (parts.length === 2 && factOf(second) !== null) return parts;
  const isOne = parts.length === 2 && parts.every((one) => IN_LATIN.test(one));
  return isOne && (!isWhole(first) || DEGREE.test(second)) ? [part] : null;
};

/** A dot stands within one foreign name, and between two in kanji. */
const splitByDot = (part: string): string[] => {
  const parts = part.split(DOT);
  const names = parts.map((name) => BRACKETS_BEHIND.exec(name)?.[1] ?? name);
  return names.every((name) => IN_KANJI.test(name) || IS_ADDRESSED.test(name)) ? parts : [part];
};

/** Mr. & Mrs. Tanaka stay one entry. */
const splitByAnd = (part: string): string[] => {
  const parts = part.split(AND).flatMap((one) => one.split(TO));
  return parts.some((one) => HONORIFIC.test(one)) ? [part] : parts;
};

const splitPart = (part: string): string[] | null =>
  splitByComma(part)
    ?.flatMap((one) => one.split(LABELLED))
    .flatMap(splitByAnd)
    .flatMap(splitByDot) ?? null;

const factOf = (text: string): Values | null => {
  if (isDepartment(text)) return { contactDepartment: text };
  return isJobTitle(text) ? { contactTitle: text } : null;
};

/** 営業部 部長 佐藤 花子, 佐藤 花子 部長: whole words in front of the name or behind it that are no name. */
const readWords = (text: string): Values => {
  const fact = factOf(text);
  if (fact !== null || NOBODY.test(text)) return fact ?? {};
  const words = text.split(/\s+/);
  const [first = '', last = ''] = [words[0], words[words.length - 1]];
  const [inFront, behind] = words.length === 1 ? [null, null] : [factOf(first), factOf(last)];
  if (inFront !== null) return { ...readWords(text.slice(first.length).trim()), ...inFront };
  if (behind !== null) return { ...readWords(text.slice(0, -last.length).trim()), ...behind };
  return { contactName: text };
};

/** What a part says of one person; without a name where it says something else alone. */
const readPart = (part: string): Values => {
  const [email] = mailAddressesIn(part);
  const plain = email === undefined ? part : part.normalize('NFKC').replace(email, ' ');
  const [written = '', phone] = PHONE.exec(plain) ?? [];
  const rest = plain.replace(written, ' ').replace(EMPTY_BRACKETS, ' ').trim();
  const bare = rest.replace(LABEL, '').replace(LABEL_BEHIND, '');
  const [, before = '', aside = ''] = BRACKETS_BEHIND.exec(bare) ?? [];
  const said = factOf(aside);
  return definedFields({
    ...readWords(said === null ? bare : before),
    ...said,
    contactEmail: email,
    contactPhone: phone,
  });
};

/** A fact that stands by itself is said of the person before it. */
const joinParts = (parts: readonly string[]): Values[] => {
  const persons: Values[] = [];
  for (const part of parts) {
    const said = readPart(part);
    const last = persons[persons.length - 1];
    if (said.contactName === undefined && last !== undefined)
      persons[persons.length - 1] = { ...said, ...last };
    else persons.push(said);
  }
  return persons;
};

/** Null where the cell may name several persons, and it cannot be told whom. */
export const personsInCell = (cell: string): PersonsInCell | null => {
  if (NOBODY.test(cell)) return { persons: [], others: null };
  const [written = '', others = null] = OTHERS.exec(cell) ?? [];
  const named = cell.slice(0, cell.length - written.length);
  const split = named.split(SEPARATOR).flatMap((part) => splitPart(part.trim()) ?? [null]);
  const parts = split.filter((part) => part !== null);
  if (parts.length < split.length) return null;
  const persons = joinParts(parts.filter((part) => !NOBODY.test(part)));
  const names = persons.map(({ contactName = '' }) => contactName);
  if (names.some(hasLeft)) return null;
  const isOne = persons.length === 1 && !isOfSeveral(names[0] ?? '');
  return persons.length === 0 || isOne || names.every(isName) ? { persons, others } : null;
};
