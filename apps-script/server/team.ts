/** The team as the functions told it last, so that the sheet can be read and written without asking again. */
import type { TeamView } from '../../functions/contract/member';
import type { Member } from '../../functions/domain/account/team';
import { sheetDate } from '../register/register-sheet';
import type { Result } from '../script-api';
import { callFunction } from './call-function';

const CACHE_KEY = 'team';
/** The longest that Google keeps anything. */
const CACHE_SECONDS = 21_600;

/** Null where nobody has asked the functions for hours. */
export const cachedTeam = (): TeamView | null => {
  const kept = CacheService.getDocumentCache()?.get(CACHE_KEY) ?? null;
  return kept === null
    ? null
    : { ...(JSON.parse(kept) as TeamView), today: todayInZone(JSON.parse(kept).zone) };
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
