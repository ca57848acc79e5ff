/** One changed value of an account, as a person reads it: from what to what. */

import type { Activity } from '../account/account';
import { type AccountChange, isPartChange } from '../account/account-change';
import { dateText } from '../calendar/date-text';
import {
  ACTIVITY_KIND_LABELS,
  BAD_FIT_REASONS,
  BANT_VALUE_LABELS,
  LOST_REASONS,
  ON_FILE_REASONS,
} from '../status/code-list-texts';
import { ACCOUNT_FIELD_LABELS } from './account-labels';
import { historyMessage } from './history-messages';
import { CONTACT_PART, OPPORTUNITY_PART, PRODUCT_PART, partText } from './part-text';
import {
  asWritten,
  codeLabel,
  countWords,
  dateWords,
  fromTo,
  guardLabel,
  hasKey,
  listWords,
  memberWords,
  orNone,
  type Reader,
  reasonWords,
  yesOrNo,
} from './value-words';

const labels = ACCOUNT_FIELD_LABELS;

/** `twoWay` is false where nobody answered. Absent, as on the activities of an account, somebody did. */
export const activityText = (
  reader: Reader,
  activity: { kind: string; date: string; with: string; twoWay?: boolean },
): string => {
  const { kind, twoWay = true } = activity;
  const tried = twoWay || kind === 'note' ? '' : historyMessage(reader, 'noAnswerShort');
  return [
    codeLabel(ACTIVITY_KIND_LABELS, reader, activity.kind),
    dateText(activity.date, reader.language),
    activity.with,
    tried,
  ]
    .filter((part) => part !== '')
    .join(' ');
};

/** What was done, and the note of it. */
export const activityWithNote = (reader: Reader, activity: Activity): string =>
  [activityText(reader, activity), activity.note ?? ''].filter((part) => part !== '').join(': ');

const activityChange = (
  reader: Reader,
  { before, after }: { before: Activity | null; after: Activity | null },
): string | null => {
  if (after !== null) return activityText(reader, after);
  return before === null
    ? null
    : historyMessage(reader, 'partGone', { label: activityText(reader, before), name: '' });
};

/** Which value changed, from what to what. Null where there is nothing that a reader would want. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one case for each path of a change, and nothing else.
export const changedValueText = (reader: Reader, change: AccountChange): string | null => {
  if (isPartChange(change, 'contacts')) return partText(reader, CONTACT_PART, change);
  if (isPartChange(change, 'opportunities')) return partText(reader, OPPORTUNITY_PART, change);
  if (isPartChange(change, 'products')) return partText(reader, PRODUCT_PART, change);
  if (isPartChange(change, 'activities')) return activityChange(reader, change);
  if (isPartChange(change, 'bant')) {
    const key = change.path.slice('bant.'.length);
    const answer = orNone<{ value: string }>((_, { value }) => codeLabel(BANT_VALUE_LABELS, reader, value));
    return hasKey(labels, key) ? fromTo(reader, labels[key], answer, change.before, change.after) : null;
  }
  if (isPartChange(change, 'sources') || isPartChange(change, 'notDuplicateOf')) return null;
  switch (change.path) {
    case 'name':
    case 'kana':
    case 'englishName':
    case 'corporateNumber':
    case 'securitiesCode':
    case 'address':
    case 'phone':
    case 'industry':
    case 'awaitedCondition':
    case 'latentNeed':
      return fromTo(reader, labels[change.path], asWritten, change.before, change.after);
    // An account's ID says nothing to a reader, and its name is not in the entry.
    case 'parentId':
      return historyMessage(reader, 'setTo', {
        label: labels.parentId[reader.language],
        now: historyMessage(reader, change.after === null ? 'none' : 'changed'),
      });
    case 'otherNames':
    case 'domains':
      return fromTo(reader, labels[change.path], listWords(asWritten), change.before, change.after);
    case 'ownerId':
    case 'isOwnerId':
      return fromTo(reader, labels[change.path], memberWords, change.before, change.after);
    case 'nextCheck':
      return fromTo(
        reader,
        labels.nextCheck,
        dateWords,
        change.before?.date ?? null,
        change.after?.date ?? null,
      );
    case 'missedChecks':
    case 'unanswered':
      return fromTo(reader, labels[change.path], countWords, change.before, change.after);
    case 'lost':
      return fromTo(
        reader,
        labels.lost,
        reasonWords(LOST_REASONS, ({ reasonText, revisitOn }) =>
          [reasonText, revisitOn].filter(Boolean).join(' '),
        ),
        change.before,
        change.after,
      );
    case 'badFit':
      return fromTo(
        reader,
        labels.badFit,
        reasonWords(BAD_FIT_REASONS, ({ note }) => note),
        change.before,
        change.after,
      );
    case 'onFile':
      return fromTo(
        reader,
        labels.onFile,
        reasonWords(ON_FILE_REASONS, ({ reasonText }) => reasonText),
        change.before,
        change.after,
      );
    case 'debts':
      return fromTo(reader, labels.debts, listWords(guardLabel), change.before, change.after);
    case 'withdrawn':
      return fromTo(reader, labels.withdrawn, yesOrNo, change.before, change.after);
    case 'status':
    case 'statusSince':
    case 'everMet':
    case 'formerNames':
    case 'lostCount':
    case 'awaitedContactId':
    case 'merged':
    case 'proposal':
    case 'handOver':
      return null;
    default:
      // From functions that are newer than the reader's code.
      change satisfies never;
      return null;
  }
};
