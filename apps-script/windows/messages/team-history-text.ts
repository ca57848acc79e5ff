/** A change of members or settings in words: the values before and after. */
import { leaveText } from '../../../functions/domain/account/member-texts';
import { LANGUAGES, SETTING_TEXTS } from '../../../functions/domain/account/setting-texts';
import { settingWords } from '../../../functions/domain/account/setting-words';
import { ROLES, type Settings } from '../../../functions/domain/account/team';
import type { ChangedMember, MemberState } from '../../../functions/domain/account/team-entry';
import { keysOf } from '../../../functions/domain/status/table-keys';
import { joinNames, tTeam } from './team-catalog';
import { localize, memberName, type Viewer } from './viewer';

type Reader = Pick<Viewer, 'language'>;
type MemberReader = Pick<Viewer, 'language' | 'members'>;

export const settingLabel = (reader: Reader, name: keyof Settings): string =>
  localize(reader, SETTING_TEXTS[name].label);

export const changedSettingLines = (
  reader: Reader,
  { before, after }: { before: Partial<Settings>; after: Partial<Settings> },
): string[] =>
  keysOf(after).map((name) =>
    tTeam(reader, 'changed', {
      name: settingLabel(reader, name),
      before: settingWords(reader.language, name, before[name]),
      after: settingWords(reader.language, name, after[name]),
    }),
  );

/** The parts of a member whose changes are shown. */
const memberParts = (
  reader: MemberReader,
  { name, kana, email, role, active, isBound, language, leaves = [] }: MemberState,
): string[] => [
  name,
  email,
  localize(reader, ROLES[role]),
  tTeam(reader, active ? 'active' : 'left'),
  tTeam(reader, isBound ? 'bound' : 'notBound'),
  kana ?? tTeam(reader, 'noReading'),
  language === undefined ? tTeam(reader, 'ownLanguage') : localize(reader, LANGUAGES[language]),
  leaves.length === 0
    ? tTeam(reader, 'noLeave')
    : joinNames(
        reader,
        leaves.map((leave) =>
          localize(
            reader,
            leaveText(leave, (id) => memberName(reader, id)),
          ),
        ),
      ),
];

/** Shown for an empty value; left out for a new member. */
const NOTHING = ['noReading', 'ownLanguage', 'noLeave'] as const;

export const changedMemberLine = (reader: MemberReader, { before, after }: ChangedMember): string => {
  if (after === null) return '';
  const parts = memberParts(reader, after);
  if (before === null) {
    const nothing = NOTHING.map((key) => tTeam(reader, key));
    const [name = '', ...rest] = parts.filter((part) => !nothing.includes(part));
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
