import type { Member } from '../../../functions/domain/account/team';

export const membersById = ({ members }: { members: readonly Member[] }): Readonly<Record<string, Member>> =>
  Object.fromEntries(members.map((member) => [member.id, member]));
