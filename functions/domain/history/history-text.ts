/** An entry of the history in words: what was done, and which values it changed. */

import type { AccountEvent } from '../account/account-event';
import type { HistoryEntry } from '../account/history';
import { dateText } from '../calendar/date-text';
import { memberLabel } from '../register/cells';
import { CHECK_RESULT_LABELS, ON_FILE_REASONS } from '../status/code-list-texts';
import type { Status } from '../status/statuses';
import { CHANNEL_LABELS, EVENT_LABELS } from './account-labels';
import { activityText, changedValueText } from './change-text';
import { historyMessage } from './history-messages';
import { codeLabel, type Reader, statusLabel } from './value-words';

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

const moveText = (reader: Reader, { from, to }: { from: Status; to: Status }): string =>
  `${statusLabel(reader, from)} → ${statusLabel(reader, to)}`;

/** Ends in what the account became, where that is another status. */
const withMove = (reader: Reader, label: string, event: AccountEvent): string =>
  event.from === event.to ? label : `${label}: ${moveText(reader, event)}`;

/** What was done, in one line; null where the event only goes on with what one before it says. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one case for each event, and nothing else.
const headline = (reader: Reader, event: AccountEvent): string | null => {
  const label = EVENT_LABELS[event.type][reader.language];
  switch (event.type) {
    case 'statusChanged':
      return moveText(reader, event);
    case 'activityLogged': {
      const { activity, twoWay } = event.data;
      const words = activityText(reader, { ...activity, twoWay });
      return activity.note === null || activity.note === '' ? words : `${words}: ${activity.note}`;
    }
    case 'meetingCorrected':
      return `${label}: ${activityText(reader, event.data.activity)}`;
    case 'checkRecorded':
      return `${label}: ${codeLabel(CHECK_RESULT_LABELS, reader, event.data.result)}`;
    case 'moveProposed': {
      const proposal = event.changes.find((change) => change.path === 'proposal');
      return `${label}: ${statusLabel(reader, proposal?.after?.to ?? event.to)}`;
    }
    case 'moveRejected':
      return withMove(reader, label, event);
    case 'rejudgementAsked': {
      const judged = event.changes.find((change) => change.path === 'badFit');
      const memberId = judged?.after?.rejudgement?.memberId ?? '';
      return `${label}: ${memberLabel(memberId, reader.members, reader.language)}`;
    }
    case 'handedOver': {
      const handOver = event.changes.find((change) => change.path === 'handOver');
      return `${label}: ${memberLabel(handOver?.after?.toId ?? '', reader.members, reader.language)}`;
    }
    case 'notDuplicateMarked':
      return historyMessage(reader, 'markedApart', { name: event.data.otherName });
    case 'contactMoved':
      return historyMessage(reader, 'contactMoved', { from: event.data.fromName, to: event.data.toName });
    case 'undone':
      return withMove(reader, `${label} (#${event.data.undoes})`, event);
    // Both names, so that either history reads without the other.
    case 'merged':
    case 'unmerged': {
      if (event.data.fromName === undefined) return null;
      const { fromName, intoName } = event.data;
      return event.type === 'unmerged'
        ? historyMessage(reader, 'unmerged', { from: fromName, into: intoName })
        : historyMessage(reader, 'merged', {
            from: fromName,
            into: intoName,
            reason: codeLabel(ON_FILE_REASONS, reader, event.data.reason),
          });
    }
    // Their changes say the whole, where there are any that a reader wants.
    case 'nextCheckSet':
    case 'revisitSet':
    case 'contactSaved':
    case 'productSaved':
    case 'bantSet':
    case 'detailsEdited':
    case 'ownerSet':
    case 'opportunityOpened':
    case 'opportunityHandedOver':
    case 'opportunityEdited':
    case 'opportunityReturned':
      return changedValues(reader, event).length > 0 ? null : label;
    case 'registered':
    case 'imported':
    case 'contactErased':
    case 'opportunityAcknowledged':
    case 'opportunityClosed':
    case 'moveApproved':
    case 'badFitReviewed':
    case 'linkCut':
    case 'handOverAcknowledged':
    case 'handOverReturned':
    case 'promisesKept':
    case 'debtsSettled':
      return label;
    default:
      // From functions that are newer than the reader's code.
      event satisfies never;
      return null;
  }
};

const changedValues = (reader: Reader, { type, changes }: AccountEvent): string[] => {
  // A new account changes everything, and an erasure says no value.
  if (type === 'registered' || type === 'imported' || type === 'contactErased') return [];
  return (
    changes
      .filter(({ path }) => !HIDDEN_FIELDS.includes(path.split('.')[0] ?? ''))
      // That it is on file in favour of the other is what a merge says.
      .filter(({ path }) => (type !== 'merged' && type !== 'unmerged') || path !== 'onFile')
      // A change of status clears what belonged to the old one: the new status says so.
      .filter(({ after }) => type !== 'statusChanged' || after !== null)
      .flatMap((change) => changedValueText(reader, change) ?? [])
  );
};

/** Of a hand-over that waits for its receiver. */
const handOverNote = ({ changes }: AccountEvent): string | null => {
  const handOver = changes.find((change) => change.path === 'handOver')?.after ?? null;
  return handOver !== null && handOver.acknowledgedOn === null ? handOver.note : null;
};

/** With whom it was coordinated, and to or from which account it brought something. */
const otherLines = (reader: Reader, event: AccountEvent): string[] => {
  switch (event.type) {
    case 'statusChanged':
    case 'activityLogged': {
      const { coordinatedWith } = event.data;
      const movedTo = event.type === 'statusChanged' ? event.data.movedTo : undefined;
      return [
        ...(coordinatedWith === undefined
          ? []
          : [historyMessage(reader, 'coordinated', { name: coordinatedWith })]),
        ...(movedTo === undefined ? [] : [historyMessage(reader, 'movedTo', { id: movedTo })]),
      ];
    }
    case 'productSaved':
      return event.data.fromId === undefined
        ? []
        : [historyMessage(reader, 'movedFrom', { id: event.data.fromId })];
    default:
      return [];
  }
};

const eventLines = (reader: Reader, event: AccountEvent): string[] => {
  const { reason, type, from, to } = event;
  const isMerge = type === 'merged' || type === 'unmerged';
  return [
    headline(reader, event) ?? [],
    isMerge && from !== to ? moveText(reader, event) : [],
    changedValues(reader, event),
    handOverNote(event) ?? [],
    reason === null ? [] : historyMessage(reader, 'because', { reason }),
    otherLines(reader, event),
  ].flat();
};

/**
 * When, who decided it, by which channel, and who sent it where that is somebody else. `when` is its day, or its minute by the
 * team's clock.
 */
export const entryHead = (
  reader: Reader,
  { by, sentBy, channel }: Pick<HistoryEntry, 'by' | 'sentBy' | 'channel'>,
  when: string,
): string =>
  [
    dateText(when, reader.language),
    memberLabel(by, reader.members, reader.language),
    CHANNEL_LABELS[channel][reader.language],
    ...(sentBy === undefined
      ? []
      : [historyMessage(reader, 'sentBy', { name: memberLabel(sentBy, reader.members, reader.language) })]),
  ].join(' · ');

/** What one accepted command did, in lines; a line that an earlier event said already is not said again. */
export const entryLines = (
  reader: Reader,
  { events, undoes }: Pick<HistoryEntry, 'events' | 'undoes'>,
): string[] => {
  // The status first: it is what a reader looks for.
  const moves = events.filter(({ type }) => type === 'statusChanged');
  const others = events.filter(({ type }) => type !== 'statusChanged');
  const lines = [...moves, ...others].flatMap((event) => eventLines(reader, event));
  if (lines.length === 0) return [historyMessage(reader, undoes === null ? 'nothingShown' : 'undone')];
  return [...new Set(lines)];
};
