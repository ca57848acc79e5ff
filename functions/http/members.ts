/** members: who may do what (GET); an admin keeps the list (POST). Nobody is ever deleted: a leaver becomes inactive. */
import { saveTeamMember } from '../app/save-member';
import { CONTRACT } from '../contract/contract';
import type { MembersAnswer } from '../contract/members';
import { endpoint } from './endpoint';
import { Problem, resultOrThrow } from './problem';
import { type Caller, publicMember, type Service, teamView } from './service';

export const membersRoute = (service: Service) =>
  endpoint(
    CONTRACT.members,
    {
      GET: async ({ caller }) => membersAnswer(caller, service),
      POST: async ({ body: { expectedVersion, member }, caller }) => {
        if (caller.member.role !== 'admin') throw new Problem('ROLE_NOT_ALLOWED');
        const at = service.clock().toISOString();
        const saved = await saveTeamMember(service.db, {
          by: caller.member.id,
          at,
          expectedVersion,
          input: member,
        });
        return membersAnswer({ ...caller, team: resultOrThrow(saved) }, service);
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
