import { DEFAULT_SETTINGS } from '../../../functions/domain/account/team';
import {
  NO_TEAM,
  parseTeam,
  teamDocumentOf,
  withMember,
  withSettings,
} from '../../../functions/store/team-document';
import { aMember } from '../../builders';

const REP = { ...aMember({ id: 'rep', email: 'rep@example.jp' }), sub: 'google-1' };
const teamWith = (stored: unknown) =>
  parseTeam({ version: 3, members: { rep: stored, other: OTHER }, settings: {} });
const OTHER = { ...aMember({ id: 'other', email: 'other@example.jp' }), sub: null };

test('a team is read as it was stored, with the settings that are not stored by default', () => {
  const team = { ...NO_TEAM, version: 3, members: { rep: REP, other: OTHER } };
  expect(parseTeam(teamDocumentOf(team))).toEqual(team);
  expect(teamWith(REP).settings).toEqual(DEFAULT_SETTINGS);
});

test('an address that is stored with capitals is read in lower case', () => {
  expect(teamWith({ ...REP, email: 'Rep@Example.JP' }).members.rep).toEqual(REP);
});

const { sub: _sub, ...withoutSub } = REP;
test.each<[string, unknown, string[], object]>([
  ['a role that there is not', { ...REP, role: 'boss' }, ['role'], REP],
  ['no role', { ...REP, role: undefined }, ['role'], REP],
  ['another ID', { ...REP, id: 'm_other' }, ['id'], REP],
  ['no text for a name', { ...REP, name: { ja: '名' } }, ['name'], { ...REP, name: REP.email }],
  ['a text for active', { ...REP, active: 'yes' }, ['active'], REP],
  ['no sign-in', withoutSub, ['sub'], { ...REP, sub: null }],
  ['a number for an address', { ...REP, email: 7 }, ['email'], { ...REP, email: '' }],
  [
    'nothing',
    {},
    ['id', 'email', 'name', 'role', 'active', 'sub'],
    { id: 'rep', email: '', name: 'rep', sub: null },
  ],
  ['a list', [1], [], { id: 'rep', email: '', name: 'rep', sub: null }],
  ['null', null, [], { id: 'rep', email: '', name: 'rep', sub: null }],
  ['a text', 'rep', [], { id: 'rep', email: '', name: 'rep', sub: null }],
])('a member with %s has left, and is stored again as it was', (_name, stored, fields, readable) => {
  const team = teamWith(stored);
  expect(team.members).toEqual({ other: OTHER, rep: { ...readable, role: 'viewer', active: false } });
  expect(team.unreadableMembers).toEqual({ rep: { fields, stored } });
  expect(teamDocumentOf(team).members).toEqual({ other: OTHER, rep: stored });
  expect(teamDocumentOf(withMember(team, REP)).members).toEqual({ other: OTHER, rep: REP });
});

const teamSetTo = (settings: object) => parseTeam({ version: 3, members: {}, settings });

test.each<[object, object]>([
  [{ workingDays: 'many', retries: 5 }, { retries: 5 }],
  [{ zone: 'Mars/Olympus' }, {}],
  [{ products: ['A', 'B', 'a', 7] }, { products: ['A', 'B'] }],
  [
    { companyDays: [{ from: '02-30', to: '03-01' }, null, { from: '08-11', to: '08-16' }] },
    { companyDays: [{ from: '08-11', to: '08-16' }] },
  ],
  [{ companyDays: 'always' }, {}],
  [{ extraHolidays: ['2026-02-30', '2026-03-02'] }, { extraHolidays: ['2026-03-02'] }],
  [
    { lostReasons: { price: { ja: '価格', en: 'Price' }, COST: { ja: '費用', en: 'Cost' } } },
    { lostReasons: { COST: { ja: '費用', en: 'Cost' } } },
  ],
  [{ lostReasons: [] }, {}],
  [{ singleManagerMayApprove: null, cadence: 'weekly', language: 'fr' }, {}],
])('of the settings %j is read what can be, and all is stored again as it was', (stored, readable) => {
  const team = teamSetTo(stored);
  expect(team.settings).toEqual({ ...DEFAULT_SETTINGS, ...readable });
  expect(teamDocumentOf(team).settings).toMatchObject(stored);
  const mended = withSettings(team, DEFAULT_SETTINGS);
  expect([mended.unreadableSettings, teamDocumentOf(mended).settings]).toEqual([{}, DEFAULT_SETTINGS]);
});

test('a setting of a later version is not read', () => {
  expect(teamSetTo({ colour: 'red', retries: 5 }).unreadableSettings).toEqual({});
});
