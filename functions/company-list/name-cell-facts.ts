/** What stands in a name's cell and belongs to another column: a department, a person, a phone, a mail or web address. */
import { foldCompanyName } from '../domain/company/name/company-name';
import { BRANCH_ALONE } from '../domain/company/name/name-words';
import { namesACompany } from '../domain/company/name/names-a-company';
import type { ListRow } from './company-list';
import { JAPANESE_TITLE } from './job-titles';
import { mailAddressesIn } from './mail-addresses';

export type FactsInName = Pick<
  ListRow['values'],
  'contactName' | 'contactTitle' | 'contactDepartment' | 'phone' | 'email' | 'domain'
>;

interface NameAndFacts {
  name: string;
  facts: FactsInName;
}

/** Three groups of digits, as no name has them. */
const PHONE =
  /[\s(（]*(?:tel|phone|電話|☎|📞)?[.:：\s]*(\+?[\d０-９]{2,4}[-(（ー‐−–－][\d０-９]{2,4}[-)）ー‐−–－][\d０-９]{3,4})(?!\d)\s*[)）]?/iu;
const WEB = /(?<=^|[\s(（<])[\s(（<]*(https?:\/\/[^\s()（）<>]+)[)）>]?/i;

/** Without phones and addresses. */
export const withoutAddresses = (cell: string): NameAndFacts => {
  const facts: FactsInName = {};
  let name = cell;
  const take = (field: keyof FactsInName, found: RegExpExecArray | null): void => {
    if (found === null) return;
    facts[field] = found[1] ?? '';
    name = name.replace(found[0], ' ');
  };
  const [mail] = mailAddressesIn(name);
  if (mail !== undefined && name.includes(mail)) {
    facts.email = mail;
    name = name.replace(mail, ' ').replace(/[(（<＜]\s*[)）>＞]/, ' ');
  }
  take('domain', WEB.exec(name));
  take('phone', PHONE.exec(name));
  return Object.keys(facts).length === 0 ? { name: cell, facts } : { name: name.trim(), facts };
};

/** Without a department and a person. `mayBeAny`: the header of the column says that a department stands there, too. */
export const withoutPeople = (name: string, mayBeAny: boolean): NameAndFacts => {
  const { name: addressed, facts } = withoutPerson(name);
  const { company, department } = departmentBehind(addressed, mayBeAny);
  return { name: company, facts: department === null ? facts : { contactDepartment: department, ...facts } };
};

const hasForm = (name: string): boolean => foldCompanyName(name).legalForms.length > 0;
const DEPARTMENT =
  /(?:^|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー・A-Za-z0-9&])(?:部|課|室|係|部門|事業部|本部|推進部|グループ|チーム|ユニット|センター|研究所)$|\b(?:department|dept\.?|division|team)$/iu;
const IS_DEPARTMENT_FOR_SURE = /[部課]$|\b(?:department|dept\.?|division)$/i;
const IN_LATIN = /^[\p{sc=Latin}\d\s.,&'-]*$/u;

/** 株式会社甲 営業部; where the header says so, also behind a name without a legal form, and a branch. */
const departmentBehind = (
  name: string,
  mayBeAny: boolean,
): { company: string; department: string | null } => {
  const places = [...name.matchAll(mayBeAny ? /[\s/／・]+/g : /\s+/g)];
  const splits = places.map((place) => ({
    company: name.slice(0, place.index),
    department: name.slice(place.index + place[0].length).replace(/\s+/g, ' '),
  }));
  const named = splits.filter(({ company, department }) => namesACompany(company) && !hasForm(department));
  const formed = named.filter(({ company }) => hasForm(company));
  const isOne = ({ department }: { department: string }): boolean =>
    mayBeAny ? isDepartmentOrBranch(department) : ofDepartments(department, IS_DEPARTMENT_FOR_SURE);
  return (
    formed.find(isOne) ?? (mayBeAny ? named.find(isOne) : undefined) ?? { company: name, department: null }
  );
};

const ofDepartments = (text: string, pattern: RegExp): boolean =>
  IN_LATIN.test(text) ? pattern.test(text) : text.split(' ').every((part) => pattern.test(part));

const isDepartmentOrBranch = (text: string): boolean =>
  ofDepartments(text, DEPARTMENT) ||
  text.split(' ').every((part) => DEPARTMENT.test(part) || BRANCH_ALONE.test(part));

const PERSON_BEHIND =
  /^(.+?)\s+(?!\S*[部課室係店社]\s)([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{1,8}(?:\s[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{1,6})?)\s*(?:様|さま|さん|氏)$/su;
const IS_NO_PERSON = /御中|担当|各位|[部課室社店係]$/;

/** 株式会社甲 代表取締役 山田太郎 */
const TITLED_BEHIND = new RegExp(
  `^(.+?)\\s+(${JAPANESE_TITLE})\\s*([\\p{sc=Han}々]{1,4}(?:\\s[\\p{sc=Han}々\\p{sc=Hiragana}]{1,4})?)\\s*(?:様|さま|さん|氏)?$`,
  'su',
);

const withoutPerson = (name: string): NameAndFacts => {
  const [, company = '', title = '', titled = ''] = TITLED_BEHIND.exec(name) ?? [];
  if (hasForm(company) && namesACompany(company))
    return { name: company, facts: { contactTitle: title, contactName: titled } };
  const [, before = '', person = ''] = PERSON_BEHIND.exec(name) ?? [];
  const isPerson = hasForm(before) && namesACompany(before) && !hasForm(person) && !IS_NO_PERSON.test(person);
  return isPerson ? { name: before, facts: { contactName: person } } : { name, facts: {} };
};

/** A department or a branch that may be part of the name. */
export const isBehindName = (name: string): boolean => {
  const [, behind = ''] = /[\s/／|｜_]+([^\s/／|｜_]+)$/.exec(name) ?? [];
  return IS_DEPARTMENT_FOR_SURE.test(behind) || (hasForm(name) && !hasForm(behind) && IS_BRANCH.test(behind));
};
const IS_BRANCH = /..(?:支店|支社|営業所|事業所|工場)$/;
