/** feeds: who has a calendar link (GET); a member makes and revokes the own one, a manager revokes any (POST). */
import type { Caller } from '../app/admit-member';
import { calendarLink } from '../app/calendar-feed';
import { feedsFunction } from '../contract/feeds';
import { isManager } from '../domain/account/team';
import { readCalendarFeeds, renewCalendarFeed, revokeCalendarFeed } from '../store/calendar-feeds';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import type { Service } from './service';

export const feedsRoute = (service: Service) =>
  endpoint(
    feedsFunction,
    {
      GET: ({ caller }) => feedsOf(service, caller),
      POST: async ({ body: { action, member: memberId = null }, caller }) => {
        const url =
          action === 'renew'
            ? await renewed(service, caller, memberId)
            : await revoked(service, caller, memberId);
        return { ...(await feedsOf(service, caller)), url };
      },
    },
    service.endpointDeps,
  );

const feedsOf = async ({ db }: Service, { member }: Caller) => {
  const feeds = await readCalendarFeeds(db);
  return {
    own: feeds.find(({ memberId }) => memberId === member.id) ?? null,
    others: isManager(member) ? feeds.filter(({ memberId }) => memberId !== member.id) : [],
  };
};

/** A new link for the caller; nobody can make, and so see, the link of somebody else. */
const renewed = async (
  { db, clock, config }: Service,
  { member }: Caller,
  memberId: string | null,
): Promise<string> => {
  if (memberId !== null && memberId !== member.id) throw new Problem('ROLE_NOT_ALLOWED');
  if (config.functionsUrl === null) throw new Problem('FUNCTIONS_URL_NOT_SET');
  const secret = await renewCalendarFeed(db, { memberId: member.id, at: clock().toISOString() });
  return calendarLink(config.functionsUrl, member.id, secret);
};

const revoked = async ({ db }: Service, { member, team }: Caller, memberId: string | null): Promise<null> => {
  const whose = memberId ?? member.id;
  if (whose !== member.id && !isManager(member)) throw new Problem('ROLE_NOT_ALLOWED');
  if (!Object.hasOwn(team.members, whose)) throw new Problem({ code: 'MEMBER_UNKNOWN', id: whose });
  await revokeCalendarFeed(db, whose);
  return null;
};
