/** The contacts that entries of the history tell of, and that still stand. */
import type { Activity } from '../account/account';
import type { HistoryEntry } from '../account/history';
import { goneVersions } from '../account/undone-entries';

export interface LoggedActivity {
  accountId: string;
  activity: Activity;
  /** Somebody answered. */
  isTwoWay: boolean;
  /** Instant at which it was logged, ISO 8601 in UTC. */
  at: string;
}

/** The latest first. `entries` are the newest ones of all accounts: what took one of them back, or corrected it, is among them. */
export const loggedActivities = (entries: readonly HistoryEntry[]): LoggedActivity[] => {
  const byAccount = new Map<string, HistoryEntry[]>();
  for (const entry of entries)
    byAccount.set(entry.accountId, [...(byAccount.get(entry.accountId) ?? []), entry]);
  return [...byAccount.values()]
    .flatMap(ofAccount)
    .map((logged) => ({ logged, order: `${logged.activity.date} ${logged.at} ${logged.accountId}` }))
    .sort((a, b) => (a.order > b.order ? -1 : 1))
    .map(({ logged }) => logged);
};

const ofAccount = (entries: readonly HistoryEntry[]): LoggedActivity[] => {
  const gone = goneVersions(
    entries.flatMap(({ undoes, version: by }) => (undoes === null ? [] : [{ undoes, by }])),
  );
  const standing = entries.filter(({ version }) => !gone.has(version));
  const corrected = new Set(
    standing.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'meetingCorrected' ? event.data.activity.id : [])),
    ),
  );
  return standing.flatMap(({ accountId, at, events }) =>
    events.flatMap((event): LoggedActivity[] =>
      event.type !== 'activityLogged' || corrected.has(event.data.activity.id)
        ? []
        : [{ accountId, at, activity: event.data.activity, isTwoWay: event.data.twoWay }],
    ),
  );
};
