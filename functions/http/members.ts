/** members: who may do what (GET); an admin keeps the list (POST). Nobody is ever deleted: a leaver becomes inactive. */
import { type MembersAnswer, membersRequest, noQuery } from '../contract/contract';
import type { Member } from '../domain/account/team';
import { changeTeam, memberId, type Team } from '../store/team';
import { endpoint } from './endpoint';
import { Problem } from './problems';
import { GET_AND_POST, routeByMethod } from './routes';
import { type Caller, publicMember, type Service, teamView } from './service';

const MAX_BYTES = 64 * 1024;

export const membersRoute = (service: Service) =>
  routeByMethod({
    GET: endpoint(
      {
        method: 'GET',
        input: noQuery,
        handle: async (_, caller) => ({ status: 200, body: membersAnswer(caller, service) }),
      },
      service.endpointDeps,
      GET_AND_POST,
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
            saveMember(team, expectedVersion, member),
          );
          return { status: 200, body: membersAnswer({ ...caller, team: saved }, service) };
        },
      },
      service.endpointDeps,
      GET_AND_POST,
    ),
  });

const membersAnswer = (caller: Caller, { clock }: Service): MembersAnswer => {
  const { members, ...team } = teamView(caller, clock);
  return {
    version: caller.team.version,
    you: publicMember(caller.member),
    members: Object.values(members),
    team,
  };
};

/** Throws where the list has moved on, the e-mail address is somebody else's, or no admin would be left. */
const saveMember = (
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
  if (known !== undefined && JSON.stringify(publicMember(known)) === JSON.stringify(publicMember(next)))
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
