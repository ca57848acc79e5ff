/** Contacts with the company: what was done, with whom, and whether they answered. */
import { type Account, type Activity, contactById } from './account';
import type { ActivityInput } from './command-inputs';
import { type DecisionContext, nextPartId } from './decision-context';
import { append, type Mutation } from './draft';
import { resetCheckClock } from './next-check';
import { refuse } from './refusals';

/** Two-way contacts kept on the account itself; the history has all of them. */
const MAX_ACTIVITIES = 300;

const isTwoWay = ({ kind, twoWay }: ActivityInput): boolean =>
  kind === 'meeting' || (kind !== 'note' && (twoWay ?? kind === 'visit'));

const activityOf = (input: ActivityInput, account: Account, context: DecisionContext): Activity => ({
  id: nextPartId('a', account, account.activities),
  kind: input.kind,
  date: input.date,
  contactId: input.contactId ?? null,
  with: input.with || (contactById(account, input.contactId)?.name ?? ''),
  by: context.actor.id,
  note: input.note ?? null,
});

/** Drops the oldest contacts beyond the limit, never the first meeting. */
export const dropOldestActivities = (
  activities: Readonly<Record<string, Activity>>,
): Record<string, Activity> => {
  const byAge = Object.values(activities).sort((a, b) =>
    `${a.date} ${a.id}` < `${b.date} ${b.id}` ? -1 : 1,
  );
  const first = byAge.find(({ kind }) => kind === 'meeting');
  const kept = byAge.slice(-MAX_ACTIVITIES);
  const all = first === undefined || kept.includes(first) ? kept : [first, ...kept.slice(1)];
  return Object.fromEntries(all.map((activity) => [activity.id, activity]));
};

export const addActivity =
  (input: ActivityInput, context: DecisionContext, coordinatedWith?: string): Mutation =>
  (draft) => {
    const { account } = draft;
    if (input.date > context.today) return refuse('DATE_IN_FUTURE', { facts: { date: input.date } });
    if (input.contactId !== undefined && contactById(account, input.contactId) === undefined)
      return refuse('CONTACT_UNKNOWN', { facts: { contactId: input.contactId } });
    const twoWay = isTwoWay(input);
    if (input.twoWay !== undefined && input.twoWay !== twoWay)
      return refuse('CONTACT_TWO_WAY', { facts: { kind: input.kind, twoWay: input.twoWay } });
    const activity = activityOf(input, account, context);
    const data = { activity, twoWay, ...(coordinatedWith === undefined ? {} : { coordinatedWith }) };
    if (!twoWay) return append(draft, 'activityLogged', account, { data });
    const logged = {
      ...account,
      activities: dropOldestActivities({ ...account.activities, [activity.id]: activity }),
      everMet: account.everMet || activity.kind === 'meeting',
    };
    return append(draft, 'activityLogged', resetCheckClock(logged, context), { data });
  };
