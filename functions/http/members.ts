/** members: who may do what (GET); an admin keeps the list (POST). Nobody is ever deleted: a leaver becomes inactive. */
import { type MembersAnswer, membersRequest, noQuery } from '../contract';
import type { Member } from '../domain/team';
import { type Caller, type Service, shownMember, teamView } from '../service';
import { changeTeam, memberId, type Team } from '../store/team';
import { ASKED_AND_TOLD, byMethod } from './by-method';
import { endpoint } from './endpoint';
import { Problem } from './problems';

const MAX_BYTES = 64 * 1024;

export const members = (service: Service) =>
  byMethod({
    GET: endpoint(
      {
        method: 'GET',
        input: noQuery,
        handle: async (_, caller) => ({ status: 200, body: answer(caller, service) }),
      },
      service.entrance,
      ASKED_AND_TOLD,
    ),
    POST: endpoint(
      {
        method: 'POST',
        accepts: 'json',
        maxBytes: MAX_BYTES,
        input: membersRequest,
        handle: async ({ expectedVersion, member }, caller) => {
          if (caller.member.role !== 'admin') throw new Problem('ROLE_NOT_ALLOWED');
          const now = service.clock().toISOString();
          const saved = await changeTeam(service.db, caller.member.id, now, (team) =>
            withMember(team, expectedVersion, member),
          );
          return { status: 200, body: answer({ ...caller, team: saved }, service) };
        },
      },
      service.entrance,
      ASKED_AND_TOLD,
    ),
  });

const answer = (caller: Caller, { clock }: Service): MembersAnswer => {
  const { members, ...team } = teamView(caller, clock);
  return {
    version: caller.team.version,
    you: shownMember(caller.member),
    members: Object.values(members),
    team,
  };
};

/** Throws where the list has moved on, the e-mail address is somebody else's, or no admin would be left. */
const withMember = (
  team: Team,
  expectedVersion: number,
  input: Omit<Member, 'id'> & { id?: string },
): Team | null => {
  const email = input.email.toLowerCase();
  const id = input.id ?? memberId(email);
  const known = Object.hasOwn(team.members, id) ? team.members[id] : undefined;
  if (input.id !== undefined && known === undefined) throw new Problem('MEMBER_UNKNOWN', { facts: { id } });
  const next = {
    id,
    email,
    name: input.name,
    role: input.role,
    active: input.active,
    sub: known?.sub ?? null,
  };
  // The same request again: nothing is left to do.
  if (known !== undefined && JSON.stringify(shownMember(known)) === JSON.stringify(shownMember(next)))
    return null;
  if (team.version !== expectedVersion)
    throw new Problem('TEAM_CHANGED', { facts: { version: team.version } });
  const other = Object.values(team.members).find((one) => one.email === email && one.id !== id);
  if (other !== undefined || (input.id === undefined && known !== undefined))
    throw new Problem('EMAIL_TAKEN', { facts: { id: other?.id ?? id } });
  const members = { ...team.members, [id]: next };
  if (!Object.values(members).some(({ role, active }) => role === 'admin' && active))
    throw new Problem('LAST_ADMIN');
  return { ...team, members };
};
