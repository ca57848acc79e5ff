/** The team as the functions told it last, so that the sheet can be read and written without asking again. */
import type { TeamView } from '../../functions/contract/member';
import type { Member, Role } from '../../functions/domain/account/team';
import { userLanguage } from '../messages';
import { sheetDate } from '../register/register-sheet';
import type { Language, Result } from '../script-api';
import { callFunction } from './call-function';
import { isJsonObject, parseJson } from './json-values';

const CACHE_KEY = 'team';
/** The longest that Google keeps anything. */
const CACHE_SECONDS = 21_600;

/** Null where nobody has asked the functions for hours. */
export const cachedTeam = (): TeamView | null => {
  const kept = CacheService.getDocumentCache()?.get(CACHE_KEY) ?? null;
  const team = kept === null ? null : readTeam(parseJson(kept));
  return team === null ? null : { ...team, today: todayInZone(team.zone) };
};

/** Null for what another version of the script has kept. */
const readTeam = (kept: unknown): Omit<TeamView, 'today'> | null => {
  if (!isJsonObject(kept)) return null;
  const { zone, language, fiscalYearStartMonth, members } = kept;
  if (typeof zone !== 'string' || typeof fiscalYearStartMonth !== 'number') return null;
  if (language !== 'ja' && language !== 'en') return null;
  return isMemberTable(members) ? { zone, language, fiscalYearStartMonth, members } : null;
};

const isMemberTable = (value: unknown): value is Readonly<Record<string, Member>> =>
  isJsonObject(value) && Object.keys(value).every((id) => isMember(value[id]));

/** The roles' table itself would bring all code lists into the script. */
const ROLE_CODES: Readonly<Record<Role, true>> = {
  viewer: true,
  is: true,
  fs: true,
  manager: true,
  admin: true,
};

const isMember = (value: unknown): boolean =>
  isJsonObject(value) &&
  [value.id, value.email, value.name].every((part) => typeof part === 'string') &&
  Object.keys(ROLE_CODES).some((role) => role === value.role) &&
  typeof value.active === 'boolean' &&
  [undefined, 'ja', 'en'].indexOf(value.language as undefined) >= 0;

/** That the person at the sheet has chosen as a member; of their Google account where none is known. */
export const ownLanguage = (): Language => {
  const address = Session.getEffectiveUser().getEmail().toLowerCase();
  const members = address === '' ? {} : (cachedTeam()?.members ?? {});
  const own = Object.keys(members).find((id) => members[id]?.email === address);
  return (own === undefined ? undefined : members[own]?.language) ?? userLanguage();
};

export const cacheTeam = (team: TeamView): TeamView => {
  try {
    CacheService.getDocumentCache()?.put(CACHE_KEY, JSON.stringify(team), CACHE_SECONDS);
  } catch (error) {
    // A team too large for the cache is asked for each time.
    console.warn(String(error));
  }
  return team;
};

export const fetchTeam = (): Result<{ team: TeamView; you: Member }> => {
  const answer = callFunction('members', 'GET', {});
  if ('error' in answer) return answer;
  const { members, team, you } = answer.value;
  const byId = Object.fromEntries(members.map((member) => [member.id, member]));
  return { value: { team: cacheTeam({ ...team, members: byId }), you } };
};

/** The day in that zone; of the spreadsheet where nothing is known yet. */
const todayInZone = (zone: string): string => Utilities.formatDate(new Date(), zone, 'yyyy-MM-dd');

export const todayOf = (team: TeamView | null): string => team?.today ?? sheetDate(new Date());
