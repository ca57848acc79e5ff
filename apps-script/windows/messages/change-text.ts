/** One changed value of an account, as a person reads it: from what to what. */

import type { Activity } from '../../../functions/domain/account/account';
import { type AccountChange, isPartChange } from '../../../functions/domain/account/account-change';
import {
  ACTIVITY_KIND_LABELS,
  BAD_FIT_REASONS,
  BANT_VALUE_LABELS,
  LOST_REASONS,
  ON_FILE_REASONS,
} from '../../../functions/domain/status/code-list-texts';
import { ACCOUNT_FIELD_LABELS } from './account-labels';
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
import { formatDate, localize, t } from './viewer';

const labels = ACCOUNT_FIELD_LABELS;

/** `twoWay`: somebody answered. */
export const activityText = (
  viewer: Reader,
  activity: { kind: string; date: string; with: string },
  twoWay: boolean,
): string => {
  const tried = twoWay || activity.kind === 'note' ? '' : t(viewer, 'noAnswerShort');
  return [
    codeLabel(ACTIVITY_KIND_LABELS, viewer, activity.kind),
    formatDate(viewer, activity.date),
    activity.with,
    tried,
  ]
    .filter((part) => part !== '')
    .join(' ');
};

const activityChange = (
  viewer: Reader,
  { before, after }: { before: Activity | null; after: Activity | null },
): string | null => {
  if (after !== null) return activityText(viewer, after, true);
  return before === null
    ? null
    : t(viewer, 'partGone', { label: activityText(viewer, before, true), name: '' });
};

/** Which value changed, from what to what. Null where there is nothing that a reader would want. */
export const changedValueText = (viewer: Reader, change: AccountChange): string | null => {
  if (isPartChange(change, 'contacts')) return partText(viewer, CONTACT_PART, change);
  if (isPartChange(change, 'opportunities')) return partText(viewer, OPPORTUNITY_PART, change);
  if (isPartChange(change, 'products')) return partText(viewer, PRODUCT_PART, change);
  if (isPartChange(change, 'activities')) return activityChange(viewer, change);
  if (isPartChange(change, 'bant')) {
    const key = change.path.slice('bant.'.length);
    const answer = orNone<{ value: string }>((_, { value }) => codeLabel(BANT_VALUE_LABELS, viewer, value));
    return hasKey(labels, key) ? fromTo(viewer, labels[key], answer, change.before, change.after) : null;
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
      return fromTo(viewer, labels[change.path], asWritten, change.before, change.after);
    // An account's ID says nothing to a reader, and its name is not in the entry.
    case 'parentId':
      return t(viewer, 'setTo', {
        label: localize(viewer, labels.parentId),
        now: t(viewer, change.after === null ? 'none' : 'changed'),
      });
    case 'domains':
      return fromTo(viewer, labels.domains, listWords(asWritten), change.before, change.after);
    case 'ownerId':
    case 'isOwnerId':
      return fromTo(viewer, labels[change.path], memberWords, change.before, change.after);
    case 'nextCheck':
      return fromTo(
        viewer,
        labels.nextCheck,
        dateWords,
        change.before?.date ?? null,
        change.after?.date ?? null,
      );
    case 'missedChecks':
    case 'unanswered':
      return fromTo(viewer, labels[change.path], countWords, change.before, change.after);
    case 'lost':
      return fromTo(
        viewer,
        labels.lost,
        reasonWords(LOST_REASONS, ({ reasonText }) => reasonText),
        change.before,
        change.after,
      );
    case 'badFit':
      return fromTo(
        viewer,
        labels.badFit,
        reasonWords(BAD_FIT_REASONS, ({ note }) => note),
        change.before,
        change.after,
      );
    case 'onFile':
      return fromTo(
        viewer,
        labels.onFile,
        reasonWords(ON_FILE_REASONS, ({ reasonText }) => reasonText),
        change.before,
        change.after,
      );
    case 'debts':
      return fromTo(viewer, labels.debts, listWords(guardLabel), change.before, change.after);
    case 'withdrawn':
      return fromTo(viewer, labels.withdrawn, yesOrNo, change.before, change.after);
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
      // From functions that are newer than this script.
      change satisfies never;
      return null;
  }
};
