/** The team as the functions told it last, so that the sheet can be read and written without asking again. */
import type { MembersAnswer, TeamView } from '../functions/contract';
import { memberLabel } from '../functions/domain/register-cells';
import type { Member } from '../functions/domain/team';
import { callFunction } from './functions';
import { dayOf } from './register';
import type { Told } from './told';

const KEY = 'team';
/** The longest that Google keeps anything. */
const SECONDS = 21_600;

/** Null where nobody has asked the functions for hours. */
export const rememberedTeam = (): TeamView | null => {
  const kept = CacheService.getDocumentCache()?.get(KEY) ?? null;
  return kept === null ? null : { ...(JSON.parse(kept) as TeamView), today: today(JSON.parse(kept).zone) };
};

export const rememberTeam = (team: TeamView): TeamView => {
  try {
    CacheService.getDocumentCache()?.put(KEY, JSON.stringify(team), SECONDS);
  } catch (error) {
    // A team too large for the cache is asked for each time.
    console.warn(String(error));
  }
  return team;
};

export const askTeam = (): Told<{ team: TeamView; you: Member }> => {
  const answer = callFunction<MembersAnswer>('members', {});
  if ('trouble' in answer) return answer;
  const { members, team, you } = answer.told;
  const byId = Object.fromEntries(members.map((member) => [member.id, member]));
  return { told: { team: rememberTeam({ ...team, members: byId }), you } };
};

/** The day in that zone; of the spreadsheet where nothing is known yet. */
const today = (zone: string): string => Utilities.formatDate(new Date(), zone, 'yyyy-MM-dd');

export const todayIn = (team: TeamView | null): string => team?.today ?? dayOf(new Date());

const fold = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** By the name that the owner's column shows, by name in any width and spacing, or by e-mail address; null unless it is one. */
export const memberNamed = (typed: string, { members }: TeamView): Member | null => {
  const all = Object.keys(members).flatMap((id) => members[id] ?? []);
  const wanted = fold(typed);
  const found = all.filter(
    ({ id, name, email, active }) =>
      active &&
      [name, email, memberLabel(id, members, 'ja'), memberLabel(id, members, 'en')].some(
        (known) => fold(known) === wanted,
      ),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
};
