/** What happened to an account, one event a step of a command: its kind, what changed, and what the changes do not tell. */
import type { CheckResult, MergeReason } from '../status/code-lists';
import type { Status } from '../status/statuses';
import type { Activity } from './account';
import type { AccountChange } from './account-change';

/** For events that the changes tell completely. */
type NoData = Record<string, never>;

/** Both accounts of a merge, so that either history reads without the other. */
export interface MergeNames {
  fromId: string;
  fromName: string;
  intoId: string;
  intoName: string;
}

/** Both places of a person who changed companies, each with the version that the move made of its account. */
export interface ContactMove {
  fromId: string;
  fromName: string;
  fromContactId: string;
  fromVersion: number;
  toId: string;
  toName: string;
  toContactId: string;
  toVersion: number;
}

/** What an event says beside its changes, by its kind. */
export interface AccountEventData {
  registered: NoData;
  imported: NoData;
  /** `movedTo`: the account that took over products or opportunities. */
  statusChanged: { coordinatedWith?: string; movedTo?: string };
  /** A contact that was only tried (a voicemail) is kept in this event alone: the account keeps two-way contacts. */
  activityLogged: { activity: Activity; twoWay: boolean; coordinatedWith?: string };
  meetingCorrected: { activity: Activity };
  checkRecorded: { result: CheckResult };
  nextCheckSet: NoData;
  revisitSet: NoData;
  opportunityOpened: { coordinatedWith?: string };
  opportunityHandedOver: NoData;
  opportunityEdited: NoData;
  opportunityAcknowledged: NoData;
  opportunityReturned: NoData;
  opportunityClosed: NoData;
  contactSaved: NoData;
  contactMoved: ContactMove;
  /** What was erased is neither here nor in the entries before. */
  contactErased: { contactId: string };
  /** `fromId`: the account that it was taken over from. */
  productSaved: { fromId?: string };
  bantSet: NoData;
  detailsEdited: NoData;
  ownerSet: NoData;
  moveProposed: NoData;
  moveApproved: { proposalId: string; note: string; ownApproval: boolean };
  moveRejected: { proposalId: string; note: string };
  /** A review has confirmed that the company stays a bad fit until the next review. */
  badFitReviewed: { ownReview: boolean };
  /** Somebody is asked to judge it once more. */
  rejudgementAsked: NoData;
  linkCut: NoData;
  /** `met` stands on the account that stays, where the other one was met. No data where the event only continues the one before it. */
  merged: (MergeNames & { reason: MergeReason; survivorStatus: Status; met?: boolean }) | NoData;
  /** `merge`: the version that the merge had made of the account. */
  unmerged: MergeNames & { merge: number };
  notDuplicateMarked: { otherId: string; otherName: string };
  handedOver: NoData;
  handOverAcknowledged: NoData;
  handOverReturned: NoData;
  promisesKept: NoData;
  debtsSettled: NoData;
  /** The version of the entry that was undone, and the name of its command; `other` is its other half, undone along with it. */
  undone: { undoes: number; command: string; other?: { accountId: string; version: number } };
}
export type EventType = keyof AccountEventData;

type EventOf<Type extends EventType> = {
  [T in Type]: {
    type: T;
    /** Status before and after; equal where the event is not about the status. */
    from: Status;
    to: Status;
    reason: string | null;
    data: AccountEventData[T];
    changes: readonly AccountChange[];
  };
}[Type];

export type AccountEvent = EventOf<EventType>;

/** Kinds of events that may have no data. */
export type EventTypeWithoutData = {
  [Type in EventType]: NoData extends AccountEventData[Type] ? Type : never;
}[EventType];

export const accountEventOf = <Type extends EventType>(
  type: Type,
  { from, to, reason, changes }: Pick<AccountEvent, 'from' | 'to' | 'reason' | 'changes'>,
  data: AccountEventData[Type],
): EventOf<Type> => ({ type, from, to, reason, data, changes });
