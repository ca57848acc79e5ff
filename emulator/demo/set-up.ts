/** What the demonstration starts with: the team, its products, and the imported company lists. */
import type { ImportAnswer, ImportUndoAnswer } from '../../functions/contract/import';
import type { MembersAnswer } from '../../functions/contract/members';
import type { Settings } from '../../functions/domain/account/team';
import type { CalendarDate } from '../../functions/domain/calendar/calendar-date';
import type { FunctionsClient } from './functions-client';
import { DEMO_PEOPLE, DEMO_TEAM, type DemoPerson, PRODUCTS } from './team';

/** The IDs of the team's members. */
export const createTeam = async (admin: FunctionsClient): Promise<Record<DemoPerson, string>> => {
  let team = await admin('members', 'GET', {});
  for (const person of DEMO_PEOPLE) team = await saveMember(admin, team, person, true);
  return Object.fromEntries(DEMO_PEOPLE.map((person) => [person, memberIdOf(team, person)])) as Record<
    DemoPerson,
    string
  >;
};

const memberIdOf = ({ members }: MembersAnswer, person: DemoPerson): string | undefined =>
  members.find(({ email }) => email === DEMO_TEAM[person].email)?.id;

/** Adds or changes the member; does nothing where the member is like that already. */
export const saveMember = (
  admin: FunctionsClient,
  team: MembersAnswer,
  person: DemoPerson,
  active: boolean,
): Promise<MembersAnswer> => {
  const id = memberIdOf(team, person);
  return admin('members', 'POST', {
    body: {
      expectedVersion: team.version,
      member: { ...DEMO_TEAM[person], ...(id !== undefined && { id }), active },
    },
  });
};

export const createSettings = async (admin: FunctionsClient): Promise<Settings> => {
  const { version, settings } = await admin('settings', 'GET', {});
  if (settings.products.length > 0) return settings;
  const body = {
    expectedVersion: version,
    settings: { products: PRODUCTS, digestChannels: ['mail'] as const },
  };
  return (await admin('settings', 'POST', { body })).settings;
};

export const importDemoList = async (
  admin: FunctionsClient,
  list: string,
  file: Uint8Array,
): Promise<void> => {
  for (let from: number | null = 0; from !== null; ) {
    const answer: ImportAnswer | ImportUndoAnswer = await admin('import', 'POST', {
      query: { list, from },
      csv: file,
    });
    if ('undone' in answer) throw new Error(`${list}: undone instead of imported`);
    if (answer.problemCount > 0) throw new Error(`${list}: ${JSON.stringify(answer.problems[0])}`);
    from = answer.next;
  }
};

/** The day on which an interrupted seeding has imported its first company; null where there is none. */
export const firstImportDate = async (
  admin: FunctionsClient,
  corporateNumber: string,
): Promise<CalendarDate | null> => {
  const { hits } = await admin('lookup', 'POST', { body: { number: corporateNumber } });
  const id = hits[0]?.row.id;
  if (id === undefined) return null;
  const { history } = await admin('account', 'GET', { query: { id, before: 2, entries: 1 } });
  return history[0]?.on ?? null;
};
