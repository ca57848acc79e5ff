import { teamWithMember } from '../../../functions/app/save-member';
import type { MemberInput } from '../../../functions/contract/members';
import { memberId } from '../../../functions/store/team';
import { NO_TEAM, type Team } from '../../../functions/store/team-document';
import { aMember } from '../../builders';

const TEAM: Team = {
  ...NO_TEAM,
  version: 7,
  members: {
    admin: { ...aMember({ id: 'admin', role: 'admin' }), sub: 'google-1' },
    rep: { ...aMember({ id: 'rep' }), sub: 'google-2' },
  },
};
const REP: MemberInput = { id: 'rep', email: 'rep@example.jp', name: 'rep', role: 'is', active: true };
const NEWCOMER: MemberInput = { email: 'New@example.jp', name: '新人', role: 'fs', active: true };

test('a new member gets an ID of the address, in lower case, and no sign-in yet', () => {
  const id = memberId('new@example.jp');
  expect(teamWithMember(TEAM, 7, NEWCOMER)).toMatchObject({
    members: { ...TEAM.members, [id]: { ...NEWCOMER, id, email: 'new@example.jp', sub: null } },
  });
});

test('a member who is changed keeps the sign-in; the version is left to the store', () => {
  const changed = { ...REP, name: '改姓', active: false };
  expect(teamWithMember(TEAM, 7, changed)).toEqual({
    ...TEAM,
    members: { ...TEAM.members, rep: { ...changed, sub: 'google-2' } },
  });
});

test('with another address the sign-in is unbound, with the same in other case it stays', () => {
  const moved = teamWithMember(TEAM, 7, { ...REP, email: 'moved@example.jp' });
  expect(moved).toMatchObject({ members: { rep: { email: 'moved@example.jp', sub: null } } });
  const renamed = teamWithMember(TEAM, 7, { ...REP, name: '改姓', email: 'REP@example.jp' });
  expect(renamed).toMatchObject({ members: { rep: { email: 'rep@example.jp', sub: 'google-2' } } });
});

test('who has an address that another member had at first gets another ID', () => {
  const id = memberId('rep@example.jp');
  const members = { ...TEAM.members, [id]: { ...aMember({ id, email: 'moved@example.jp' }), sub: null } };
  const team = { ...TEAM, members: { admin: TEAM.members.admin, [id]: members[id] } } as Team;
  const added = teamWithMember(team, 7, { ...NEWCOMER, email: 'rep@example.jp' });
  expect(added).toMatchObject({ members: { [id]: { email: 'moved@example.jp' } } });
  expect(Object.keys((added as Team).members)).toHaveLength(3);
});

test('a member who cannot be read is mended by what is saved, also by the very values that are shown', () => {
  const unreadableMembers = { rep: { fields: ['role'], stored: { ...REP, role: 'boss' } } };
  const team: Team = { ...TEAM, unreadableMembers };
  expect(teamWithMember(team, 7, REP)).toEqual(TEAM);
});

test('what is saved already changes nothing, also on an older version', () => {
  expect(teamWithMember(TEAM, 3, { ...REP, email: 'REP@example.jp' })).toBeNull();
});

test.each<[string, number, MemberInput, object]>([
  ['an ID of nobody', 7, { ...REP, id: 'stranger' }, { code: 'MEMBER_UNKNOWN', id: 'stranger' }],
  ['an ID that every object has', 7, { ...REP, id: 'toString' }, { code: 'MEMBER_UNKNOWN', id: 'toString' }],
  ['an older version', 6, NEWCOMER, { code: 'TEAM_CHANGED', version: 7 }],
  ["somebody else's address", 7, { ...REP, email: 'admin@example.jp' }, { code: 'EMAIL_TAKEN', id: 'admin' }],
  [
    'a newcomer with a known address',
    7,
    { ...NEWCOMER, email: 'rep@example.jp' },
    { code: 'EMAIL_TAKEN', id: 'rep' },
  ],
  ['the last admin as a rep', 7, { ...REP, id: 'admin', email: 'admin@example.jp' }, { code: 'LAST_ADMIN' }],
])('refused: %s', (_, expectedVersion, input, problem) => {
  expect(teamWithMember(TEAM, expectedVersion, input)).toEqual({ problem });
});

test('the language is chosen, stays where nothing is said of it, and is taken back by null', () => {
  const languageAfter = (team: Team, language?: MemberInput['language']) => {
    const input: MemberInput = { ...REP, name: '改姓', ...(language === undefined ? {} : { language }) };
    return (teamWithMember(team, 7, input) as Team).members.rep?.language;
  };
  const rep = { ...aMember({ id: 'rep', language: 'en' }), sub: null };
  const inEnglish: Team = { ...TEAM, members: { ...TEAM.members, rep } };
  expect(languageAfter(TEAM, 'en')).toBe('en');
  expect(languageAfter(inEnglish)).toBe('en');
  expect(languageAfter(inEnglish, null)).toBeUndefined();
  expect(teamWithMember(inEnglish, 7, { ...REP, language: 'ja' })).not.toBeNull();
});

test('the reading is kept in full width, stays where nothing is said of it, and is taken back by null', () => {
  const readingAfter = (team: Team, kana?: string | null) => {
    const input: MemberInput = { ...REP, name: '改姓', ...(kana === undefined ? {} : { kana }) };
    return (teamWithMember(team, 7, input) as Team).members.rep?.kana;
  };
  const rep = { ...aMember({ id: 'rep', kana: 'さとう' }), sub: null };
  const withReading: Team = { ...TEAM, members: { ...TEAM.members, rep } };
  expect(readingAfter(TEAM, ' ｽｽﾞｷ ')).toBe('スズキ');
  expect(readingAfter(withReading)).toBe('さとう');
  expect(readingAfter(withReading, null)).toBeUndefined();
});
