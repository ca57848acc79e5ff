/** Accounts that belong together, or seem to, in words: why they are alike, why they may not be linked, what a merge brings. */
import type { Sameness } from '../../functions/domain/duplicates';
import type { ManagersReason, MergePreview } from '../../functions/domain/merge';
import type { RegisterRow } from '../../functions/domain/register-row';
import { type Here, memberName, of, say, shownDate } from './here';
import { activityWords, guardWord } from './history-words';
import { COMMAND_WORDS, FIELD_WORDS, PART_WORDS, type WordKey } from './words';

type Teller = Pick<Here, 'language' | 'members'>;
type Json = Readonly<Record<string, unknown>>;

const listed = ({ language }: Teller, words: readonly string[]): string =>
  words.join(language === 'ja' ? '、' : ', ');

const fieldWord = (teller: Teller, field: string): string =>
  field in FIELD_WORDS ? of(teller, FIELD_WORDS[field as keyof typeof FIELD_WORDS]) : field;

const WHY: Readonly<Record<Sameness, keyof typeof FIELD_WORDS>> = {
  corporateNumber: 'corporateNumber',
  name: 'name',
  domain: 'domains',
  phone: 'phone',
  address: 'address',
};

export const whyWords = (teller: Teller, why: readonly Sameness[]): string =>
  listed(
    teller,
    why.map((one) => of(teller, FIELD_WORDS[WHY[one]])),
  );

const MANAGERS: Readonly<Record<ManagersReason, WordKey>> = {
  client: 'managersClient',
  opportunities: 'managersOpportunities',
  badFit: 'managersBadFit',
  onFile: 'managersOnFile',
};

export const managersWords = (teller: Teller, because: readonly ManagersReason[]): string =>
  say(teller, 'managersOnly', {
    why: listed(
      teller,
      because.map((one) => say(teller, MANAGERS[one])),
    ),
  });

interface LaterChange {
  path: string;
  what: string | null;
  at: string;
  by: string;
  byName: string | null;
  command: string;
}

const laterWords = (teller: Teller, { path, what, at, by, byName, command }: LaterChange): string => {
  const [field = ''] = path.split('.');
  const label =
    field in PART_WORDS ? of(teller, PART_WORDS[field as keyof typeof PART_WORDS]) : fieldWord(teller, field);
  const done =
    command in COMMAND_WORDS ? of(teller, COMMAND_WORDS[command as keyof typeof COMMAND_WORDS]) : '';
  return say(teller, 'changedSince', {
    at: shownDate(teller, at.slice(0, 10)),
    who: byName ?? memberName(teller, by),
    what: [label, what, done === '' ? null : `(${done})`].filter((part) => part !== null).join(' '),
  });
};

/** Why two accounts may not be linked, or a link not be taken apart: what a person can do something about. */
export const linkLines = (teller: Teller, facts: Json): string[] => {
  const because = Array.isArray(facts.because) ? (facts.because as ManagersReason[]) : [];
  const changes = Array.isArray(facts.changes) ? (facts.changes as LaterChange[]) : [];
  return [
    ...(facts.problem === 'circle' ? [say(teller, 'problemCircle')] : []),
    ...(because.length === 0 ? [] : [managersWords(teller, because)]),
    ...changes.map((change) => laterWords(teller, change)),
  ];
};

/** Both accounts of a merge, line by line: label, the one that goes, the one that stays. Where neither has anything, no line. */
export const sidesOf = (
  teller: Teller,
  { from, into }: Pick<MergePreview, 'from' | 'into'>,
): (readonly [label: string, from: string, into: string])[] => {
  const none = say(teller, 'none');
  const contact = ({ lastContact, lastContactWith }: RegisterRow): string =>
    lastContact === null
      ? ''
      : [shownDate(teller, lastContact), lastContactWith].filter((part) => part !== null).join(' ');
  const sides: readonly (readonly [string, (row: RegisterRow) => string])[] = [
    [fieldWord(teller, 'corporateNumber'), ({ corporateNumber }) => corporateNumber ?? ''],
    [say(teller, 'owner'), ({ ownerId }) => (ownerId === null ? '' : memberName(teller, ownerId))],
    [say(teller, 'everMet'), ({ everMet }) => (everMet ? say(teller, 'yes') : '')],
    [say(teller, 'lastContact'), contact],
    [
      fieldWord(teller, 'nextCheck'),
      ({ nextCheck }) => (nextCheck === null ? '' : shownDate(teller, nextCheck)),
    ],
    [fieldWord(teller, 'awaitedCondition'), ({ awaitedCondition }) => awaitedCondition ?? ''],
    [
      say(teller, 'openDeals'),
      ({ openOpportunities }) => (openOpportunities === 0 ? '' : String(openOpportunities)),
    ],
    [say(teller, 'products'), ({ products }) => listed(teller, products)],
  ];
  return sides.flatMap(([label, tell]) => {
    const [left, right] = [tell(from), tell(into)];
    return left === '' && right === '' ? [] : [[label, left || none, right || none] as const];
  });
};

/** What the account that stays is brought, each kind on a line. */
export const bringsWords = (teller: Teller, { brings }: Pick<MergePreview, 'brings'>): string[] => {
  const { contacts, opportunities, products, activities, domains, formerNames, sources, fills } = brings;
  const lines: readonly (readonly [string, readonly string[]])[] = [
    [say(teller, 'contacts'), contacts.map(({ name }) => name)],
    [say(teller, 'opportunities'), opportunities.map(({ product }) => product)],
    [say(teller, 'productsHead'), products.map(({ product }) => product)],
    [say(teller, 'lastContact'), activities.map((activity) => activityWords(teller, activity, true))],
    [fieldWord(teller, 'domains'), domains],
    [say(teller, 'formerNames'), formerNames],
    [say(teller, 'lists'), sources],
    [say(teller, 'details'), fills.map((field) => fieldWord(teller, field.replace(/^bant\./, '')))],
  ];
  return lines.flatMap(([label, words]) =>
    words.length === 0 ? [] : [`${label}${teller.language === 'ja' ? ':' : ': '}${listed(teller, words)}`],
  );
};

/** As it would be afterwards; null where something refuses. */
export const afterwards = (teller: Teller, { survivor }: Pick<MergePreview, 'survivor'>): string | null =>
  survivor === null || survivor.debts.length === 0
    ? null
    : say(teller, 'mergeDebts', {
        debts: listed(
          teller,
          survivor.debts.map((code) => guardWord(teller, code)),
        ),
      });
