/** An entry of the history in words: what was done, and which values it changed. */

import type {
  AccountChange,
  AccountEvent,
  EventType,
  HistoryEntry,
} from '../../../functions/domain/account/history';
import {
  ACTIVITY_KINDS,
  BAD_FIT_REASONS,
  BANT_VALUES,
  CHECK_RESULTS,
  CONTACT_STATES,
  type CodeList,
  hasCode,
  LOST_REASONS,
  ON_FILE_REASONS,
  OPPORTUNITY_OUTCOMES,
  PRODUCT_STATES,
} from '../../../functions/domain/status/code-lists';
import { GUARD_TEXTS } from '../../../functions/domain/status/guard-texts';
import { STATUS } from '../../../functions/domain/status/statuses';
import {
  ACCOUNT_FIELD_LABELS,
  EVENT_LABELS,
  MISSING_DATA_LABELS,
  PART_LABELS,
  WINDOW_MESSAGES,
} from './catalog';
import { formatDate, localize, memberName, t, type Viewer } from './viewer';

type Reader = Pick<Viewer, 'language' | 'members'>;
type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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

const codeLabel = (list: CodeList, viewer: Reader, code: unknown): string =>
  typeof code === 'string' && hasCode(list, code) && list[code] !== undefined
    ? localize(viewer, list[code])
    : String(code ?? '');

export const statusLabel = (viewer: Reader, status: unknown): string =>
  typeof status === 'string' && status in STATUS
    ? localize(viewer, STATUS[status as keyof typeof STATUS].label)
    : String(status);

const MEMBER_FIELDS: readonly string[] = [
  'ownerId',
  'isOwnerId',
  'fsOwnerId',
  'confirmedBy',
  'by',
  'reviewedBy',
  'toId',
  'fromId',
  'speaksWith',
];
const DATE = /^\d{4}-\d\d-\d\d$/;

/** One value of the field, as a person reads it; `field` is the last name of its path. */
const valueText = (viewer: Reader, field: string, value: unknown): string => {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return t(viewer, 'none');
  if (Array.isArray(value)) return value.map((one) => valueText(viewer, field, one)).join(', ');
  if (typeof value === 'boolean') return t(viewer, value ? 'yes' : 'no');
  if (isJson(value)) return objectText(viewer, field, value);
  if (MEMBER_FIELDS.includes(field)) return memberName(viewer, String(value));
  if (typeof value === 'string' && DATE.test(value)) return formatDate(viewer, value);
  switch (field) {
    case 'status':
    case 'from':
    case 'to':
      return statusLabel(viewer, value);
    case 'debts':
      return guardLabel(viewer, String(value));
    case 'lostReason':
      return codeLabel(LOST_REASONS, viewer, value);
    case 'outcome':
    case 'state':
      return codeLabel(
        { ...PRODUCT_STATES, ...CONTACT_STATES, ...OPPORTUNITY_OUTCOMES, open: WINDOW_MESSAGES.open },
        viewer,
        value,
      );
    default:
      return String(value);
  }
};

export const guardLabel = (viewer: Reader, code: string): string => {
  if (code in MISSING_DATA_LABELS)
    return localize(viewer, MISSING_DATA_LABELS[code as keyof typeof MISSING_DATA_LABELS]);
  return code in GUARD_TEXTS ? localize(viewer, GUARD_TEXTS[code as keyof typeof GUARD_TEXTS]) : code;
};

const REASON_LISTS: Readonly<Record<string, CodeList>> = {
  lost: LOST_REASONS,
  badFit: BAD_FIT_REASONS,
  onFile: ON_FILE_REASONS,
};

const objectText = (viewer: Reader, field: string, value: Json): string => {
  if (field === 'nextCheck') return valueText(viewer, 'date', value.date);
  if (typeof value.value === 'string') return codeLabel(BANT_VALUES, viewer, value.value);
  const list = REASON_LISTS[field];
  if (list !== undefined) {
    const words = value.reasonText ?? value.note ?? '';
    return [codeLabel(list, viewer, value.reason), words].filter((part) => part !== '').join(': ');
  }
  return String(value.name ?? value.product ?? t(viewer, 'changed'));
};

const partName = (part: Json): string => String(part.name ?? part.product ?? '');

/** What differs between two states of one contact, opportunity or product. */
const partText = (
  viewer: Reader,
  kind: keyof typeof PART_LABELS,
  before: unknown,
  after: unknown,
): string => {
  const label = localize(viewer, PART_LABELS[kind]);
  if (!isJson(after)) return t(viewer, 'partGone', { label, name: isJson(before) ? partName(before) : '' });
  const name = partName(after);
  if (!isJson(before)) {
    const more = [
      after.department,
      after.title,
      after.fsOwnerId,
      kind === 'products' ? after.state : null,
      after.since,
    ]
      .filter((value) => typeof value === 'string' && value !== '')
      .map((value) => valueText(viewer, value === after.fsOwnerId ? 'fsOwnerId' : 'state', value));
    return t(viewer, 'partNew', { label, name: [name, ...more].join(' ') });
  }
  const changed = Object.keys(after)
    .filter(
      (key) => key in ACCOUNT_FIELD_LABELS && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
    )
    .map((key) =>
      fromToText(
        viewer,
        localize(viewer, ACCOUNT_FIELD_LABELS[key as keyof typeof ACCOUNT_FIELD_LABELS]),
        key,
        before[key],
        after[key],
      ),
    );
  return `${label} ${name}: ${changed.join(', ')}`;
};

const fromToText = (
  viewer: Reader,
  label: string,
  field: string,
  before: unknown,
  after: unknown,
): string => {
  const [old, now] = [valueText(viewer, field, before), valueText(viewer, field, after)];
  return t(viewer, before == null || before === '' ? 'setTo' : 'fromTo', { label, old, now });
};

/** One changed value: which, from what, to what. Null where there is nothing that a reader would want. */
export const changedValueText = (viewer: Reader, { path, before, after }: AccountChange): string | null => {
  const [field = '', key] = path.split('.');
  if (field === 'awaitedContactId' || field === 'sources') return null;
  if (field in PART_LABELS) return partText(viewer, field as keyof typeof PART_LABELS, before, after);
  if (field === 'activities') {
    const activity = isJson(after) ? after : isJson(before) ? before : {};
    const said = activityText(viewer, activity, true);
    return isJson(after) ? said : t(viewer, 'partGone', { label: said, name: '' });
  }
  const label = field === 'bant' ? key : field;
  if (label === undefined || !(label in ACCOUNT_FIELD_LABELS)) return null;
  return fromToText(
    viewer,
    localize(viewer, ACCOUNT_FIELD_LABELS[label as keyof typeof ACCOUNT_FIELD_LABELS]),
    label,
    before,
    after,
  );
};

export const activityText = (viewer: Reader, activity: Json, twoWay: boolean): string => {
  const tried = twoWay || activity.kind === 'note' ? '' : t(viewer, 'noAnswerShort');
  const date = typeof activity.date === 'string' ? formatDate(viewer, activity.date) : '';
  return [codeLabel(ACTIVITY_KINDS, viewer, activity.kind), date, activity.with, tried]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' ');
};

/** Both names, so that either history reads without the other; null where the event only goes on with what one before it says. */
const mergeEventText = (
  viewer: Reader,
  type: 'merged' | 'unmerged',
  { fromName, intoName, reason }: Json,
): string | null => {
  if (typeof fromName !== 'string' || typeof intoName !== 'string') return null;
  return t(viewer, type === 'merged' ? 'historyMerged' : 'historyUnmerged', {
    from: fromName,
    into: intoName,
    reason: codeLabel(ON_FILE_REASONS, viewer, reason),
  });
};

const eventHeadline = (viewer: Reader, { type, from, to, data, changes }: AccountEvent): string => {
  const label = localize(viewer, EVENT_LABELS[type]);
  const after = (path: string): Json => {
    const value = changes.find((change) => change.path === path)?.after;
    return isJson(value) ? value : {};
  };
  switch (type) {
    case 'statusChanged':
      return `${statusLabel(viewer, from)} → ${statusLabel(viewer, to)}`;
    case 'activityLogged': {
      const activity = isJson(data.activity) ? data.activity : {};
      const said = activityText(viewer, activity, data.twoWay !== false);
      return typeof activity.note === 'string' && activity.note !== '' ? `${said}: ${activity.note}` : said;
    }
    case 'meetingCorrected':
      return isJson(data.activity) ? `${label}: ${activityText(viewer, data.activity, true)}` : label;
    case 'checkRecorded':
      return `${label}: ${codeLabel(CHECK_RESULTS, viewer, data.result)}`;
    case 'moveProposed':
      return `${label}: ${statusLabel(viewer, after('proposal').to ?? to)}`;
    case 'moveRejected':
      return from === to ? label : `${label}: ${statusLabel(viewer, from)} → ${statusLabel(viewer, to)}`;
    case 'handedOver':
      return `${label}: ${memberName(viewer, String(after('handOver').toId ?? ''))}`;
    case 'notDuplicateMarked':
      return typeof data.otherName === 'string' ? t(viewer, 'historyApart', { name: data.otherName }) : label;
    case 'undone': {
      const moved = from === to ? '' : `: ${statusLabel(viewer, from)} → ${statusLabel(viewer, to)}`;
      return `${label}${typeof data.undoes === 'number' ? ` (#${data.undoes})` : ''}${moved}`;
    }
    default:
      return label;
  }
};

/** Events whose changes are the whole of what they say. */
const EVENTS_WITHOUT_HEADLINE: readonly EventType[] = [
  'nextCheckSet',
  'contactSaved',
  'productSaved',
  'bantSet',
  'detailsEdited',
  'ownerSet',
  'opportunityOpened',
];

const eventLines = (viewer: Reader, event: AccountEvent): string[] => {
  const { changes, reason, data, type, from, to } = event;
  const isLink = type === 'merged' || type === 'unmerged';
  const begins = event.type === 'registered' || event.type === 'imported';
  const details = (begins ? [] : changes)
    .filter(({ path }) => !HIDDEN_FIELDS.includes(path.split('.')[0] ?? ''))
    // That it is on file in favour of the other is what a merge says.
    .filter(({ path }) => !isLink || path !== 'onFile')
    // A move clears what belonged to the old status: the new status says so.
    .filter(({ after }) => event.type !== 'statusChanged' || after !== null)
    .flatMap((change) => changedValueText(viewer, change) ?? []);
  const note = handOverNote(changes);
  const told = [
    ...details,
    ...(note === null ? [] : [note]),
    ...(reason === null ? [] : [t(viewer, 'because', { reason })]),
    ...(typeof data.coordinatedWith === 'string'
      ? [t(viewer, 'coordinated', { name: data.coordinatedWith })]
      : []),
    ...(typeof data.movedTo === 'string' ? [t(viewer, 'movedTo', { id: data.movedTo })] : []),
    ...(typeof data.fromId === 'string' && !isLink ? [t(viewer, 'movedFrom', { id: data.fromId })] : []),
  ];
  if (EVENTS_WITHOUT_HEADLINE.includes(event.type) && details.length > 0) return told;
  if (!isLink) return [eventHeadline(viewer, event), ...told];
  const moved = from === to ? [] : [`${statusLabel(viewer, from)} → ${statusLabel(viewer, to)}`];
  return [mergeEventText(viewer, type, data) ?? [], moved, told].flat();
};

const handOverNote = (changes: readonly AccountChange[]): string | null => {
  const given = changes.find(({ path }) => path === 'handOver')?.after;
  return isJson(given) && given.acknowledgedOn === null && typeof given.note === 'string' ? given.note : null;
};

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
