/**
 * An erasure concerns a person, whom several accounts may know since a merge or a change of job: each of them erases its own contact, in the same
 * block. Once they are committed, what is stored elsewhere follows.
 */
import type { CommandRequest } from '../contract/commands';
import { isContactKnown } from '../domain/account/erasure';
import { fold, type HistoryEntry } from '../domain/account/history';
import type { CommandOf } from '../domain/commands/command-table';
import { mergedPartId } from '../domain/commands/merge-data';
import { readWholeHistory } from '../store/account-history';
import type { Database } from '../store/firestore';
import type { CommandContext } from './command-context';
import { refuseUnreadable } from './decide-request';
import { finishErasures } from './finish-erasures';
import type { AnyRequest, FurtherRequest, SubmitResult } from './submission';
import { submit } from './submit';

type ErasureRequest = CommandRequest & { accountId: string; command: CommandOf<'eraseContact'> };

/**
 * As `submit`. An erasure is accepted where all accounts that know the person have erased it; sent again under its key, it goes
 * on where it was stopped.
 */
export const submitWithErasures = async (
  db: Database,
  requests: readonly CommandRequest[],
  context: CommandContext,
): Promise<SubmitResult[]> => {
  if (!requests.some(isErasureRequest)) return submit(db, requests, context);
  const groups: AnyRequest[][] = [];
  for (const request of requests)
    groups.push([request, ...(isErasureRequest(request) ? await requestsOfOthers(db, request) : [])]);
  const results = (await submit(db, groups.flat(), context)).values();
  const answered = groups.map((group) => group.flatMap(() => results.next().value ?? []));
  const isErased = answered.some(
    ([own], index) => isErasureRequest(requests[index]) && own !== undefined && !('refusal' in own),
  );
  const { stopped } = isErased ? await finishErasures(db) : { stopped: [] };
  return answered.flatMap(([own, ...others], index) => {
    if (own === undefined || 'refusal' in own || !isErasureRequest(requests[index])) return own ?? [];
    const obstacle = stopped.find(({ accountId }) =>
      groups[index]?.some((request) => request.accountId === accountId),
    );
    return (
      others.find((other) => 'refusal' in other) ??
      (obstacle === undefined ? own : refuseUnreadable(obstacle.error))
    );
  });
};

const isErasureRequest = (request: CommandRequest | undefined): request is ErasureRequest =>
  request?.command.type === 'eraseContact' && request.accountId !== null;

/** The person on one account. */
interface KnownContact {
  accountId: string;
  contactId: string;
}

const requestsOfOthers = async (db: Database, request: ErasureRequest): Promise<FurtherRequest[]> => {
  const { accountId, command, requestId } = request;
  const [, ...others] = await findContactEverywhere(db, { accountId, contactId: command.contactId });
  return others.map((other) => ({
    ...request,
    requestId: `${requestId}@${other.accountId}`,
    accountId: other.accountId,
    expectedVersion: null,
    command: { ...command, contactId: other.contactId },
  }));
};

/** The person itself first; then on every account that a merge or a change of job has brought it to or from, also where it was ended. */
const findContactEverywhere = async (db: Database, first: KnownContact): Promise<KnownContact[]> => {
  const found: KnownContact[] = [];
  const seen = new Set<string>();
  const waiting = [first];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const key = JSON.stringify(next);
    if (seen.has(key)) continue;
    seen.add(key);
    const { entries } = await readWholeHistory(db, next.accountId);
    const account = fold(next.accountId, entries);
    if (found.length > 0 && !isContactKnown(account, entries, next.contactId)) continue;
    found.push(next);
    waiting.push(...broughtFrom(next), ...broughtTo(next, entries), ...movedBetween(next, entries));
  }
  return found;
};

/** The contact on the accounts that a merge has brought it from, which its ID names. */
const broughtFrom = ({ contactId }: KnownContact): KnownContact[] => {
  const [, id, accountId] = /^(.+)@([^@]+)$/.exec(contactId) ?? [];
  return id === undefined || accountId === undefined ? [] : [{ accountId, contactId: id }];
};

const broughtTo = (
  { accountId, contactId }: KnownContact,
  history: readonly HistoryEntry[],
): KnownContact[] =>
  history.flatMap(({ events }) =>
    events.flatMap((event) =>
      event.type === 'merged' && event.data.fromId === accountId
        ? [{ accountId: event.data.intoId, contactId: mergedPartId(contactId, accountId) }]
        : [],
    ),
  );

/** The contact at the company before and after a change of job. */
const movedBetween = (
  { accountId, contactId }: KnownContact,
  history: readonly HistoryEntry[],
): KnownContact[] =>
  history.flatMap(({ events }) =>
    events.flatMap((event) => {
      if (event.type !== 'contactMoved') return [];
      const { fromId, fromContactId, toId, toContactId } = event.data;
      const ends = [
        { accountId: fromId, contactId: fromContactId },
        { accountId: toId, contactId: toContactId },
      ];
      return ends.some((end) => end.accountId === accountId && end.contactId === contactId) ? ends : [];
    }),
  );
