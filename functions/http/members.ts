/** members: who may do what (GET); an admin keeps the list and unbinds sign-ins, a member and managers set leaves (POST). Nobody is ever deleted: a leaver becomes inactive. */
import type { Caller } from '../app/admit-member';
import { saveLeave } from '../app/save-leave';
import { saveTeamMember } from '../app/save-member';
import { unbindSignIn } from '../app/unbind-sign-in';
import { type MembersAnswer, membersFunction } from '../contract/members';
import { PROBLEM_TEXTS } from '../contract/problem-texts';
import { isManager } from '../domain/account/team';
import { countMemberLoads } from '../store/member-loads';
import { endpoint } from './endpoint';
import { Problem, resultOrThrow } from './problem';
import { publicMember, type Service, teamView } from './service';

export const membersRoute = (service: Service) =>
  endpoint(
    membersFunction,
    {
      GET: async ({ query, caller }) => {
        const ids = query.loads ? Object.keys(caller.team.members) : [];
        return membersAnswer(caller, service, await countMemberLoads(service.db, ids));
      },
      POST: async ({ body: { expectedVersion, member: input, unbind, leave }, caller }) => {
        const change = { by: caller.member.id, at: service.clock().toISOString(), expectedVersion };
        if (leave !== undefined) {
          if (leave.memberId !== caller.member.id && !isManager(caller.member))
            throw new Problem('ROLE_NOT_ALLOWED');
          const team = resultOrThrow(await saveLeave(service.db, { ...change, ...leave }));
          return membersAnswer({ ...caller, team }, service);
        }
        if (caller.member.role !== 'admin') throw new Problem('ROLE_NOT_ALLOWED');
        const saved =
          input === undefined
            ? await unbindSignIn(service.db, { ...change, memberId: unbind ?? '' })
            : await saveTeamMember(service.db, { ...change, input });
        return membersAnswer({ ...caller, team: resultOrThrow(saved) }, service);
      },
    },
    service.endpointDeps,
  );

const membersAnswer = (
  caller: Caller,
  { clock }: Service,
  loads: MembersAnswer['loads'] = [],
): MembersAnswer => {
  const { members, ...view } = teamView(caller, clock);
  const { team, member } = caller;
  const isAdmin = member.role === 'admin';
  return {
    version: team.version,
    you: publicMember(member),
    members: Object.values(members),
    bound: isAdmin ? Object.values(team.members).flatMap(({ id, sub }) => (sub === null ? [] : [id])) : [],
    problems: isAdmin
      ? Object.entries(team.unreadableMembers).map(([id, { fields }]) => memberProblem(id, fields))
      : [],
    loads,
    team: view,
  };
};

const memberProblem = (id: string, fields: readonly string[]): MembersAnswer['problems'][number] => ({
  code: 'MEMBER_UNREADABLE',
  id,
  fields,
  message: PROBLEM_TEXTS.MEMBER_UNREADABLE,
});
