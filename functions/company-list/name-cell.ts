/** Tells a company's name from what people write beside it into the same cell: former names, remarks, marks, a department. */
import { foldCompanyName, LONGEST_NAME } from '../domain/company/name/company-name';
import { namesACompany } from '../domain/company/name/names-a-company';
import { JAPANESE_TITLE } from './job-titles';
import { type FactsInName, isBehindName, withoutAddresses, withoutPeople } from './name-cell-facts';

export interface NameCell {
  name: string;
  /** Former names, trade names, and names of today beside a former one. */
  otherNames: readonly string[];
  /** Kept as a note: ※取引停止, 【休眠】, （廃業）. */
  remarks: readonly string[];
  /** Other fields of the row: 株式会社甲 営業部 佐藤様, 株式会社甲（03-1111-2222）. */
  facts: FactsInName;
  /** What stays part of the name although it may be a remark: （大阪）. */
  unclear: readonly string[];
}

/** Round brackets may hold a legal form in brackets: （旧：（株）甲）. */
const GROUP =
  /[(（]((?:[^()（）]|[(（][^()（）]{1,3}[)）])*)[)）]|[<＜]([^<>＜＞]*)[>＞]|【([^【】]*)】|[[［]([^[\]［］]*)[\]］]|〔([^〔〕]*)〕|《([^《》]*)》/g;
const GROUPS_IN_NAMES = 2;
const MOST_GROUPS = 6;
const SEPARATOR = '(?:[:：・=＝]|は|\\s)\\s*';
/** 旧 and 元 may begin a word of its own: 旧館, 元請. */
const ALIAS_LABELS: readonly RegExp[] = [
  new RegExp(
    `^(?:旧社名|旧商号|旧会社名|旧名称|旧称|旧名|前社名|前商号|現社名|現商号|新社名|新商号|変更後|変更前|通称名?|略称|愛称|屋号|別名|別称|ブランド名?|店名|店舗名)(?:${SEPARATOR})?`,
  ),
  new RegExp(`^(?:旧|元|現在?|新|前)${SEPARATOR}`),
  /^旧(?![館店号型姓字]?$|.*(?:支店|支社|本社|本店|営業所|事業所|工場|センター)$)/,
  /^(?:formerly(?: known as)?|former name|previously(?: known as)?|f\/?k\/?a|a\/?k\/?a|also known as|d\/?b\/?a|t\/a|trading as|doing business as|now|ex)(?=[\s:.-])[\s:.-]*/i,
];

/** Names without brackets: 甲社 旧社名：乙社, Hachi Inc. dba Bee. */
const ALIAS_BEHIND =
  /^(.+?\S)[\s、,]+(?:(?:旧社名|旧商号|旧称|旧名称|通称|屋号|別名|略称)[:：\s]\s*|(?:旧|元|現)[:：]\s*|(?:formerly(?: known as)?|f\/?k\/?a|a\/?k\/?a|also known as|d\/?b\/?a|t\/a|trading as|doing business as)(?=[\s:.])[\s:.]+)(.+)$/i;

const ENDED = '廃業|休業|休眠|倒産|破産|解散|清算|閉鎖|閉店|閉業|消滅|撤退|操業停止|事業停止';
const STANDING =
  '取引|契約|解約|退会|停止|中止|保留|失注|受注|成約|見込|新規|既存|得意先|お得意|上得意|顧客|要注意|要確認|要調査|確認中|調査中|対象外|競合|与信|未払|クレーム|ブラック|訪問済|商談|アポ|提案中|移転|住所不明|宛先不明|不通|退職|担当|変更|重複|ダブり|削除|不要|合併|買収|吸収|統合|紹介|最?重要|重点|優先|至急|代理店|販売店|仮登録|テスト';
/** Whole, at its beginning or at its end, a remark is one of these; 顧客 within a name is none. */
const REMARKS: readonly RegExp[] = [
  new RegExp(
    `^(?:${ENDED}|${STANDING})|(?:${ENDED}|${STANDING})(?:中|済み?|予定|先|あり|有り?|なし|無し?|社)?$`,
  ),
  /(?:(?<![a-z])ng|不可|禁止|お断り|済み?|なし|待ち|ください|下さい|こと|のため|です|ます)$|^(?:dm|tel)ng$/i,
  /^(?:旧|仮|仮称|済|未|故|vip|旧社名|社名変更)$/i,
  /^(?:closed(?: down)?|defunct|dormant|inactive|active|out of business|bankrupt|dissolved|liquidated|in liquidation|do not (?:contact|call|use)|dnc|duplicate|dup|old|(?:former|ex|current|existing|potential|lost|new|key)[ -](?:customer|client|account)|customer|client|prospect|lead|partner|reseller|competitor|on hold|hold|blacklist(?:ed)?|churned|lost|won|moved|merged.*|acquired.*|see .+|test|to be confirmed|tbc|to check|new|hot|cold|warm|no longer .*)[.!]?$/i,
];
const isRemark = (text: string): boolean => REMARKS.some((pattern) => pattern.test(text.normalize('NFKC')));

/** A sign from which on no name is written any more; an asterisk or a star only behind a space or at the end. */
const REMARK_BEHIND = /^(.+?)\s*(※.*|[→⇒←].*|(?:(?<=\s)|(?=.$))[*＊★☆◎●◆].*)$/su;
const BEHIND_SPACE = /^(.+?)\s*(?:[\s/／|｜,、]|\s[-–—]\s)\s*([^\s/／|｜,、]+)$/u;
const MARK = '[・•※★☆●○◎◯◆◇■□‣⁃▲△▼▽♪✓✔✗✘♥♡▶►☎]|(?![™®©㊗㊙])\\p{Extended_Pictographic}\\ufe0f?';
const MARKS_IN_FRONT = new RegExp(`^((?:${MARK}|[*＊]|\\s)+)(.+)$`, 'su');
/** [closed] in other signs: *要確認* 株式会社甲, ON HOLD - Acme Inc. */
const REMARK_IN_FRONT = /^(?:[*＊]+\s*([^*＊]+?)\s*[*＊]+|([^-–—:：]+?)\s*(?:\s[-–—]\s|:\s|：))\s*(.+)$/su;
const DASHED_BEHIND = /^(.+?)\s[-–—]+\s(.+)$/su;
const NUMBER_IN_FRONT = /^(\d{1,3}[.)．）、:：]|[①-⑳⑴-⒇])\s*(\D.*)$/s;
const MARKS_BEHIND = new RegExp(`^(.+?)((?:${MARK}|\\s)+)$`, 'su');

/** Registers have such names: 株式会社ジェイ・エム・エス（称号　株式会社　ＪＭＳ）. */
const OF_REGISTERS = /^(?:定款上の商号|登記上の商号|商号|称号)/;
const IN_LATIN = /^[\p{sc=Latin}\d\s.,&'-]*$/u;

/** No name has such a thing: a further company, a title, an address, a number. */
const NO_NAMES: readonly RegExp[] = [
  /[→⇒]|(?:ほか|他|外)\s*\d+\s*社|\S@\S+\.\S/u,
  /\d{2,5}[-(]\d{1,4}[-)]\d{3,4}|(?<!\d)(?:0\d{9,10}|\d{13})(?!\d)/,
  new RegExp(`\\s${JAPANESE_TITLE}(?:\\s|$)`, 'u'),
  /\b(?:attn|c\/o)\b/i,
];
const hasMore = (name: string): boolean => NO_NAMES.some((pattern) => pattern.test(name.normalize('NFKC')));

const hasForm = (name: string): boolean => foldCompanyName(name).legalForms.length > 0;
const isForm = (text: string): boolean => foldCompanyName(`(${text})`).tradeName === null;

const aliasesIn = (text: string): string[] => {
  const parts = text.split(/[、,;；]\s*/).map((part) => aliasIn(part.trim()));
  const named = parts.filter((alias) => alias !== null);
  if (named.length === parts.length) return named;
  const whole = aliasIn(text);
  return whole === null ? [] : [whole];
};

const aliasIn = (text: string): string | null => {
  for (const label of ALIAS_LABELS) {
    const name = text.replace(label, '').trim();
    if (name !== text && name !== '' && namesACompany(name) && !isRemark(text)) return name;
  }
  return null;
};

interface Found {
  otherNames: string[];
  remarks: string[];
  unclear: string[];
}

/** Groups in brackets that are no part of the name are taken out of it. */
const withoutGroups = (cell: string, found: Found): string =>
  cell
    .replace(GROUP, (group: string, ...inner: (string | undefined)[]) => {
      const at = inner.slice(0, MOST_GROUPS).findIndex((one) => one !== undefined);
      const said = (inner[at] ?? '').trim();
      const isSquare = at >= GROUPS_IN_NAMES;
      const aliases = aliasesIn(said);
      if (said === '' || isForm(said) || OF_REGISTERS.test(said)) return group;
      if (aliases.length > 0) found.otherNames.push(...aliases);
      else if ((isSquare && !hasForm(said)) || isRemark(said)) found.remarks.push(said);
      else {
        if (!IN_LATIN.test(said.normalize('NFKC')) && cell.trim().endsWith(group)) found.unclear.push(group);
        return group;
      }
      return ' ';
    })
    .replace(/\s+/g, ' ')
    .trim();

/** What stands behind the name, the outermost first. */
const withoutRemarkBehind = (name: string, found: Found): string => {
  const [, named = '', remark = ''] = REMARK_BEHIND.exec(name) ?? [];
  if (namesACompany(named) && !hasForm(remark)) {
    found.remarks.push(remark.trim());
    return named.trim();
  }
  const [, company = '', alias = ''] = ALIAS_BEHIND.exec(name) ?? [];
  if (namesACompany(company) && namesACompany(alias)) {
    found.otherNames.push(alias.trim());
    return company.trim();
  }
  const [, dashed = '', aside = ''] = DASHED_BEHIND.exec(name) ?? [];
  if (namesACompany(dashed) && !hasForm(aside) && isRemark(aside)) {
    found.remarks.push(aside.trim());
    return dashed.trim();
  }
  const [, before = '', last = ''] = BEHIND_SPACE.exec(name) ?? [];
  if (!hasForm(before) || hasForm(last) || !isRemark(last)) return name;
  found.remarks.push(last);
  return before.trim();
};

const withoutMarks = (name: string, found: Found): string => {
  const [, number = '', numbered = ''] = NUMBER_IN_FRONT.exec(name) ?? [];
  if (hasForm(numbered) && namesACompany(numbered)) {
    found.remarks.push(number);
    return numbered;
  }
  const [, starred = '', dashed = starred, marked = ''] = REMARK_IN_FRONT.exec(name) ?? [];
  if (isRemark(dashed) && namesACompany(marked)) {
    found.remarks.push(dashed);
    return marked;
  }
  const [, inFront = '', behindMarks = name] = MARKS_IN_FRONT.exec(name) ?? [];
  const [, bare = behindMarks, behind = ''] = MARKS_BEHIND.exec(behindMarks) ?? [];
  const marks = [inFront, behind].map((mark) => mark.trim()).filter((mark) => mark !== '');
  if (marks.length === 0 || !namesACompany(bare)) return name;
  found.remarks.push(...marks);
  return bare.trim();
};

/** A remark where a name should stand: （廃業）, ※取引停止. */
export const isRemarkAlone = (cell: string): boolean => {
  const [, inside] = /^[(（【［[〔]([^()（）【】［］[\]〔〕]*)[)）】］\]〕]$/.exec(cell) ?? [];
  const [, behindMark] = /^[※*＊]\s*(.*)$/s.exec(cell) ?? [];
  const said = inside ?? behindMark;
  return said !== undefined && isRemark(said);
};

/** Without anything that could set a name apart from something else; most names are. */
const IS_NAME_ALONE = /^(?:[\p{L}ー&＆]|\p{Nd}(?!\p{Nd}{8}))+$/u;

/**
 * Of a name that would have nothing left, all of it is the name. `mayHaveDepartment`: the column's header says that a department
 * stands there, too.
 */
export const readNameCell = (cell: string, mayHaveDepartment = false): NameCell => {
  const asWritten = { name: cell, otherNames: [], remarks: [], facts: {}, unclear: [] };
  if (cell.length > LONGEST_NAME || IS_NAME_ALONE.test(cell)) return asWritten;
  const found: Found = { otherNames: [], remarks: [], unclear: [] };
  const addressless = withoutAddresses(cell);
  let name = withoutGroups(addressless.name, found);
  for (let before = ''; before !== name; ) {
    before = name;
    name = withoutMarks(withoutRemarkBehind(name, found), found);
  }
  const { name: company, facts: people } = withoutPeople(name, mayHaveDepartment);
  if (!namesACompany(company) || isRemarkAlone(company)) return asWritten;
  if (isBehindName(company) || hasMore(company)) found.unclear.push(company);
  const facts = { ...addressless.facts, ...people };
  const isWhole = found.otherNames.length + found.remarks.length + Object.keys(facts).length === 0;
  return { ...found, facts, name: isWhole ? cell : company };
};
