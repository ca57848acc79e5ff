/** What a member has done within a day and can take back, by their history. */
import { minuteIn } from '../clock';
import type { ChangesAnswer } from '../contract/changes';
import { isManager, type Member } from '../domain/account/team';
import { documentProblem } from '../domain/account/unreadable-document';
import { undoSteps } from '../domain/history/undo-steps';
import { readCompanyNames } from '../store/accounts';
import type { Database } from '../store/firestore';
import { readHistoryPage } from '../store/history-pages';
import type { Team } from '../store/team-document';
import type { ProblemResult } from './problem-result';

const DAY_MS = 86_400_000;
/** Entries that are looked at, enough for a day of large blocks. */
const MAX_ENTRIES = 1000;

/** Refuses with ROLE_NOT_ALLOWED where somebody else's changes are not the caller's to take back, and with MEMBER_UNKNOWN. */
export const readChanges = async (
  db: Database,
  personId: string,
  { member, team: { members, settings } }: { member: Member; team: Pick<Team, 'members' | 'settings'> },
  now: Date,
): Promise<ChangesAnswer | ProblemResult> => {
  if (personId !== member.id && !isManager(member)) return { problem: { code: 'ROLE_NOT_ALLOWED' } };
  if (!Object.hasOwn(members, personId)) return { problem: { code: 'MEMBER_UNKNOWN', id: personId } };
  const from = new Date(now.getTime() - DAY_MS).toISOString();
  const page = await readHistoryPage(db, { personId, from }, undefined, MAX_ENTRIES);
  const { entries = [], unreadable = [], cursor = null } = page ?? {};
  // Includes what others have sent in the member's name, but not what the member has sent for others.
  const own = entries.filter(({ by }) => by === personId);
  const steps = undoSteps(own, { actor: member, now: now.toISOString() }, members);
  const ids = new Set(steps.flatMap(({ changes }) => changes.map(({ accountId }) => accountId)));
  const names = await readCompanyNames(db, [...ids]);
  return {
    steps: steps.map(({ at, channel, changes }) => ({
      at,
      time: minuteIn(settings.zone, new Date(at)),
      channel,
      changes: changes.map((change) => ({ ...change, company: names.get(change.accountId) ?? '' })),
    })),
    more: cursor !== null,
    problems: unreadable.map(documentProblem),
  };
};
