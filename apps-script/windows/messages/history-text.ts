/** An entry of the history in words: what was done, and which values it changed. */

import type { AccountEvent } from '../../../functions/domain/account/account-event';
import type { HistoryEntry } from '../../../functions/domain/account/history';
import { CHECK_RESULT_LABELS, ON_FILE_REASONS } from '../../../functions/domain/status/code-list-texts';
import type { Status } from '../../../functions/domain/status/statuses';
import { CHANNEL_LABELS, EVENT_LABELS } from './account-labels';
import { activityText, changedValueText } from './change-text';
import { codeLabel, type Reader, statusLabel } from './value-words';
import { formatDate, localize, memberName, t } from './viewer';

/** Follow from what is said beside them, or are of no use to a reader. */
const HIDDEN_FIELDS: readonly string[] = [
  'status',
  'statusSince',
  'everMet',
  'lostCount',
  'formerNames',
  'proposal',
  'handOver',
  'activities',
];

const moveText = (viewer: Reader, { from, to }: { from: Status; to: Status }): string =>
  `${statusLabel(viewer, from)} → ${statusLabel(viewer, to)}`;

/** Ends in what the account became, where that is another status. */
const withMove = (viewer: Reader, label: string, event: AccountEvent): string =>
  event.from === event.to ? label : `${label}: ${moveText(viewer, event)}`;

/** What was done, in one line; null where the event only goes on with what one before it says. */
const headline = (viewer: Reader, event: AccountEvent): string | null => {
  const label = localize(viewer, EVENT_LABELS[event.type]);
  switch (event.type) {
    case 'statusChanged':
      return moveText(viewer, event);
    case 'activityLogged': {
      const { activity, twoWay } = event.data;
      const words = activityText(viewer, activity, twoWay);
      return activity.note === null || activity.note === '' ? words : `${words}: ${activity.note}`;
    }
    case 'meetingCorrected':
      return `${label}: ${activityText(viewer, event.data.activity, true)}`;
    case 'checkRecorded':
      return `${label}: ${codeLabel(CHECK_RESULT_LABELS, viewer, event.data.result)}`;
    case 'moveProposed': {
      const proposal = event.changes.find((change) => change.path === 'proposal');
      return `${label}: ${statusLabel(viewer, proposal?.after?.to ?? event.to)}`;
    }
    case 'moveRejected':
      return withMove(viewer, label, event);
    case 'handedOver': {
      const handOver = event.changes.find((change) => change.path === 'handOver');
      return `${label}: ${memberName(viewer, handOver?.after?.toId ?? '')}`;
    }
    case 'notDuplicateMarked':
      return t(viewer, 'historyApart', { name: event.data.otherName });
    case 'undone':
      return withMove(viewer, `${label} (#${event.data.undoes})`, event);
    // Both names, so that either history reads without the other.
    case 'merged':
    case 'unmerged': {
      if (event.data.fromName === undefined) return null;
      const { fromName, intoName } = event.data;
      return event.type === 'unmerged'
        ? t(viewer, 'historyUnmerged', { from: fromName, into: intoName })
        : t(viewer, 'historyMerged', {
            from: fromName,
            into: intoName,
            reason: codeLabel(ON_FILE_REASONS, viewer, event.data.reason),
          });
    }
    // Their changes say the whole, where there are any that a reader wants.
    case 'nextCheckSet':
    case 'contactSaved':
    case 'productSaved':
    case 'bantSet':
    case 'detailsEdited':
    case 'ownerSet':
    case 'opportunityOpened':
      return changedValues(viewer, event).length > 0 ? null : label;
    case 'registered':
    case 'imported':
    case 'contactErased':
    case 'opportunityClosed':
    case 'moveApproved':
    case 'linkCut':
    case 'handOverAcknowledged':
    case 'handOverReturned':
    case 'debtsSettled':
      return label;
    default:
      // From functions that are newer than this script.
      event satisfies never;
      return null;
  }
};

const changedValues = (viewer: Reader, { type, changes }: AccountEvent): string[] => {
  // A new account changes everything, and an erasure says no value.
  if (type === 'registered' || type === 'imported' || type === 'contactErased') return [];
  return (
    changes
      .filter(({ path }) => !HIDDEN_FIELDS.includes(path.split('.')[0] ?? ''))
      // That it is on file in favour of the other is what a merge says.
      .filter(({ path }) => (type !== 'merged' && type !== 'unmerged') || path !== 'onFile')
      // A change of status clears what belonged to the old one: the new status says so.
      .filter(({ after }) => type !== 'statusChanged' || after !== null)
      .flatMap((change) => changedValueText(viewer, change) ?? [])
  );
};

/** Of a hand-over that waits for its receiver. */
const handOverNote = ({ changes }: AccountEvent): string | null => {
  const handOver = changes.find((change) => change.path === 'handOver')?.after ?? null;
  return handOver !== null && handOver.acknowledgedOn === null ? handOver.note : null;
};

/** With whom it was coordinated, and to or from which account it brought something. */
const otherLines = (viewer: Reader, event: AccountEvent): string[] => {
  switch (event.type) {
    case 'statusChanged':
    case 'activityLogged': {
      const { coordinatedWith } = event.data;
      const movedTo = event.type === 'statusChanged' ? event.data.movedTo : undefined;
      return [
        ...(coordinatedWith === undefined ? [] : [t(viewer, 'coordinated', { name: coordinatedWith })]),
        ...(movedTo === undefined ? [] : [t(viewer, 'movedTo', { id: movedTo })]),
      ];
    }
    case 'productSaved':
      return event.data.fromId === undefined ? [] : [t(viewer, 'movedFrom', { id: event.data.fromId })];
    default:
      return [];
  }
};

const eventLines = (viewer: Reader, event: AccountEvent): string[] => {
  const { reason, type, from, to } = event;
  const isMerge = type === 'merged' || type === 'unmerged';
  return [
    headline(viewer, event) ?? [],
    isMerge && from !== to ? moveText(viewer, event) : [],
    changedValues(viewer, event),
    handOverNote(event) ?? [],
    reason === null ? [] : t(viewer, 'because', { reason }),
    otherLines(viewer, event),
  ].flat();
};

/** When, who decided it, by which channel, and who sent it where that is somebody else. */
export const entryHead = (
  viewer: Reader,
  { on, by, sentBy, channel }: Pick<HistoryEntry, 'on' | 'by' | 'sentBy' | 'channel'>,
): string =>
  [
    formatDate(viewer, on),
    memberName(viewer, by),
    localize(viewer, CHANNEL_LABELS[channel]),
    ...(sentBy === undefined ? [] : [t(viewer, 'sentBy', { name: memberName(viewer, sentBy) })]),
  ].join(' · ');

/** What one accepted command did, in lines; a line that an earlier event said already is not said again. */
export const entryLines = (
  viewer: Reader,
  { events, undoes }: Pick<HistoryEntry, 'events' | 'undoes'>,
): string[] => {
  // The status first: it is what a reader looks for.
  const moves = events.filter(({ type }) => type === 'statusChanged');
  const others = events.filter(({ type }) => type !== 'statusChanged');
  const lines = [...moves, ...others].flatMap((event) => eventLines(viewer, event));
  if (lines.length === 0) return [t(viewer, undoes === null ? 'nothingShown' : 'undone')];
  return [...new Set(lines)];
};
