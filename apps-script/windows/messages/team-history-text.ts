/** A change of members or settings in words: what was before and after. */
import { ROLES, type Settings } from '../../../functions/domain/account/team';
import type { ChangedMember, MemberState } from '../../../functions/domain/account/team-entry';
import { keysOf } from '../../../functions/domain/status/table-keys';
import { SETTING_CHOICES, SETTING_TEXTS } from './settings-text';
import { joinNames, tTeam } from './team-catalog';
import { formatDate, localize, type Viewer } from './viewer';

type Reader = Pick<Viewer, 'language'>;

const isJson = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** One value of a setting, or one line of a list. */
const itemText = (reader: Reader, value: unknown): string => {
  if (typeof value === 'boolean') return tTeam(reader, value ? 'yes' : 'no');
  if (typeof value === 'string') {
    const choice = Object.hasOwn(SETTING_CHOICES, value) ? SETTING_CHOICES[value] : undefined;
    if (choice !== undefined) return localize(reader, choice);
    return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(reader, value) : value;
  }
  if (isJson(value) && 'from' in value) return `${value.from}–${value.to}`;
  if (isJson(value) && 'ja' in value) return String(reader.language === 'ja' ? value.ja : value.en);
  return String(value);
};

export const settingText = (reader: Reader, value: unknown): string => {
  if (!isJson(value)) return itemText(reader, value);
  const items = Object.values(value).map((item) => itemText(reader, item));
  return items.length === 0 ? tTeam(reader, 'empty') : joinNames(reader, items);
};

export const settingLabel = (reader: Reader, name: keyof Settings): string =>
  localize(reader, SETTING_TEXTS[name].label);

export const changedSettingLines = (
  reader: Reader,
  { before, after }: { before: Partial<Settings>; after: Partial<Settings> },
): string[] =>
  keysOf(after).map((name) =>
    tTeam(reader, 'changed', {
      name: settingLabel(reader, name),
      before: settingText(reader, before[name]),
      after: settingText(reader, after[name]),
    }),
  );

/** The parts of a member that people see change. */
const memberParts = (reader: Reader, { name, email, role, active, isBound }: MemberState): string[] => [
  name,
  email,
  localize(reader, ROLES[role]),
  tTeam(reader, active ? 'active' : 'left'),
  tTeam(reader, isBound ? 'bound' : 'notBound'),
];

export const changedMemberLine = (reader: Reader, { before, after }: ChangedMember): string => {
  if (after === null) return '';
  const parts = memberParts(reader, after);
  if (before === null) {
    const [name = '', ...rest] = parts;
    return tTeam(reader, 'added', { name, value: joinNames(reader, rest) });
  }
  const was = memberParts(reader, before);
  const differing = parts.flatMap((part, at) => (part === was[at] ? [] : at));
  const side = (values: readonly string[]): string =>
    joinNames(
      reader,
      differing.map((at) => values[at] ?? ''),
    );
  return tTeam(reader, 'changed', { name: after.name, before: side(was), after: side(parts) });
};
