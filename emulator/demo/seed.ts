/**
 * Fills an empty suite with a demonstration: through the functions, in the names of the people concerned, on the days
 * on which it is said to have happened. The companies are real, everything said about them is made up.
 */
import type { CallAnswer } from '../../functions/contract/contract';
import type { Member } from '../../functions/domain/account/team';
import { STATUSES, type Status } from '../../functions/domain/status/statuses';
import type { Text } from '../../functions/domain/text/text';
import type { Suite } from '../suite';
import { allAccounts, type FunctionsClient, functionsClientFor } from './functions-client';
import { SEED_MESSAGES } from './seed-messages';
import { type ProgressListener, sendStories } from './send-stories';
import { saveMember } from './set-up';
import { DEMO_TEAM, LEAVER } from './team';

export interface SeedSummary {
  notice: Text;
  accounts: number;
  statuses: Readonly<Record<Status, number>>;
  members: readonly Pick<Member, 'name' | 'email' | 'role' | 'active'>[];
  queue: CallAnswer<'queue', 'POST'>;
}

/** True when the whole demonstration is there, with the tabs of the register and the queue; an interrupted one can be continued by seedDemo. */
export const isSeeded = async (suite: Suite): Promise<boolean> =>
  (await allStoriesSent(await adminClient(suite))) &&
  [suite.sheets.registerId, suite.sheets.queueId].every((id) => suite.workbooks.get(id).tabs.length > 1);

/**
 * Sends only what is not there yet. Meanwhile the suite's clock is set to days in the past; afterwards, and also when it
 * throws, the clock is what it was. Throws when a command is refused.
 */
export const seedDemo = async (
  suite: Suite,
  { onProgress = () => undefined }: { onProgress?: ProgressListener } = {},
): Promise<SeedSummary> => {
  const admin = await adminClient(suite);
  if (!(await allStoriesSent(admin))) {
    const restoreClock = rememberClock(suite);
    try {
      await sendStories(suite, admin, onProgress);
    } finally {
      restoreClock();
    }
    await saveMember(admin, await admin('members', 'GET', {}), LEAVER, false);
  }
  onProgress(SEED_MESSAGES.sheets);
  // The register comes first: the queue links to its rows.
  await admin('layout', 'POST', { body: {} });
  // Its count of what each member owns stands on a tab of the queue.
  await admin('dashboard', 'POST', { body: {} });
  const queue = await admin('queue', 'POST', { body: {} });
  const rows = await allAccounts(admin);
  const { members } = await admin('members', 'GET', {});
  const count = (counted: Status): number => rows.filter(({ status }) => status === counted).length;
  return {
    notice: SEED_MESSAGES.notice,
    accounts: rows.length,
    statuses: Object.fromEntries(STATUSES.map((status) => [status, count(status)])) as Record<Status, number>,
    members: members.map(({ name, email, role, active }) => ({ name, email, role, active })),
    queue,
  };
};

const adminClient = (suite: Suite): Promise<FunctionsClient> => functionsClientFor(suite, suite.adminEmail);

/** The last step of the demonstration is that one member leaves. */
const allStoriesSent = async (admin: FunctionsClient): Promise<boolean> => {
  const { members } = await admin('members', 'GET', {});
  return members.some(({ email, active }) => email === DEMO_TEAM[LEAVER].email && !active);
};

/** Returns what sets the clock back. */
const rememberClock = ({ clock }: Suite): (() => void) => {
  const ahead = clock.now().getTime() - Date.now();
  // Two readings of the real time may be a few milliseconds apart.
  const isReal = Math.abs(ahead) < 1000;
  return () => clock.set(isReal ? null : new Date(Date.now() + ahead));
};
