/** members: who may do what (GET); an admin keeps the list (POST). Nobody is ever deleted: a leaver becomes inactive. */
import { CONTRACT } from '../contract/contract';
import type { MemberInput, MembersAnswer } from '../contract/members';
import { changeTeam, memberId, type Team } from '../store/team';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import { type Caller, publicMember, type Service, teamView } from './service';

export const membersRoute = (service: Service) =>
  endpoint(
    CONTRACT.members,
    {
      GET: async ({ caller }) => membersAnswer(caller, service),
      POST: async ({ body: { expectedVersion, member }, caller }) => {
        if (caller.member.role !== 'admin') throw new Problem('ROLE_NOT_ALLOWED');
        const now = service.clock().toISOString();
        const team = await changeTeam(service.db, caller.member.id, now, (saved) =>
          saveMember(saved, expectedVersion, member),
        );
        return membersAnswer({ ...caller, team }, service);
      },
    },
    service.endpointDeps,
  );

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
const saveMember = (team: Team, expectedVersion: number, input: MemberInput): Team | null => {
  const email = input.email.toLowerCase();
  const id = input.id ?? memberId(email);
  const known = Object.hasOwn(team.members, id) ? team.members[id] : undefined;
  if (input.id !== undefined && known === undefined) throw new Problem({ code: 'MEMBER_UNKNOWN', id });
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
  if (team.version !== expectedVersion) throw new Problem({ code: 'TEAM_CHANGED', version: team.version });
  const other = Object.values(team.members).find((one) => one.email === email && one.id !== id);
  if (other !== undefined || (input.id === undefined && known !== undefined))
    throw new Problem({ code: 'EMAIL_TAKEN', id: other?.id ?? id });
  const members = { ...team.members, [id]: next };
  if (!Object.values(members).some(({ role, active }) => role === 'admin' && active))
    throw new Problem('LAST_ADMIN');
  return { ...team, members };
};
