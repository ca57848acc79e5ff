/** An entry of the history in words: what was done, and which values it changed. */
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
  OUTCOMES,
  PRODUCT_STATES,
} from '../../functions/domain/code-lists';
import type { AccountEvent, Change, EventType, HistoryEntry } from '../../functions/domain/history';
import { GUARDS } from '../../functions/domain/moves';
import { STATUS } from '../../functions/domain/statuses';
import { type Here, memberName, of, say, shownDate } from './here';
import { EVENT_WORDS, FIELD_WORDS, PART_WORDS, SHORT_GUARDS, WORDS } from './words';

type Teller = Pick<Here, 'language' | 'members'>;
type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Follow from what is said beside them, or are of no use to a reader. */
const SILENT: readonly string[] = [
  'status',
  'statusSince',
  'everMet',
  'lostCount',
  'formerNames',
  'proposal',
  'handOver',
  'activities',
];

const coded = (list: CodeList, teller: Teller, code: unknown): string =>
  typeof code === 'string' && hasCode(list, code) && list[code] !== undefined
    ? of(teller, list[code])
    : String(code ?? '');

export const statusWord = (teller: Teller, status: unknown): string =>
  typeof status === 'string' && status in STATUS
    ? of(teller, STATUS[status as keyof typeof STATUS].label)
    : String(status);

const MEMBERS_IN: readonly string[] = [
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
const valueWords = (teller: Teller, field: string, value: unknown): string => {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return say(teller, 'none');
  if (Array.isArray(value)) return value.map((one) => valueWords(teller, field, one)).join(', ');
  if (typeof value === 'boolean') return say(teller, value ? 'yes' : 'no');
  if (isJson(value)) return objectWords(teller, field, value);
  if (MEMBERS_IN.includes(field)) return memberName(teller, String(value));
  if (typeof value === 'string' && DATE.test(value)) return shownDate(teller, value);
  switch (field) {
    case 'status':
    case 'from':
    case 'to':
      return statusWord(teller, value);
    case 'debts':
      return guardWord(teller, String(value));
    case 'lostReason':
      return coded(LOST_REASONS, teller, value);
    case 'outcome':
    case 'state':
      return coded({ ...PRODUCT_STATES, ...CONTACT_STATES, ...OUTCOMES, open: WORDS.open }, teller, value);
    default:
      return String(value);
  }
};

export const guardWord = (teller: Teller, code: string): string => {
  if (code in SHORT_GUARDS) return of(teller, SHORT_GUARDS[code as keyof typeof SHORT_GUARDS]);
  return code in GUARDS ? of(teller, GUARDS[code as keyof typeof GUARDS]) : code;
};

const REASONS: Readonly<Record<string, CodeList>> = {
  lost: LOST_REASONS,
  badFit: BAD_FIT_REASONS,
  onFile: ON_FILE_REASONS,
};

const objectWords = (teller: Teller, field: string, value: Json): string => {
  if (field === 'nextCheck') return valueWords(teller, 'date', value.date);
  if (typeof value.value === 'string') return coded(BANT_VALUES, teller, value.value);
  const list = REASONS[field];
  if (list !== undefined) {
    const words = value.reasonText ?? value.note ?? '';
    return [coded(list, teller, value.reason), words].filter((part) => part !== '').join(': ');
  }
  return String(value.name ?? value.product ?? say(teller, 'changed'));
};

const nameOfPart = (part: Json): string => String(part.name ?? part.product ?? '');

/** What differs between two states of one contact, opportunity or product. */
const partWords = (
  teller: Teller,
  kind: keyof typeof PART_WORDS,
  before: unknown,
  after: unknown,
): string => {
  const label = of(teller, PART_WORDS[kind]);
  if (!isJson(after))
    return say(teller, 'partGone', { label, name: isJson(before) ? nameOfPart(before) : '' });
  const name = nameOfPart(after);
  if (!isJson(before)) {
    const more = [
      after.department,
      after.title,
      after.fsOwnerId,
      kind === 'products' ? after.state : null,
      after.since,
    ]
      .filter((value) => typeof value === 'string' && value !== '')
      .map((value) => valueWords(teller, value === after.fsOwnerId ? 'fsOwnerId' : 'state', value));
    return say(teller, 'partNew', { label, name: [name, ...more].join(' ') });
  }
  const changed = Object.keys(after)
    .filter((key) => key in FIELD_WORDS && JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) =>
      fromTo(teller, of(teller, FIELD_WORDS[key as keyof typeof FIELD_WORDS]), key, before[key], after[key]),
    );
  return `${label} ${name}: ${changed.join(', ')}`;
};

const fromTo = (teller: Teller, label: string, field: string, before: unknown, after: unknown): string => {
  const [old, now] = [valueWords(teller, field, before), valueWords(teller, field, after)];
  return say(teller, before == null || before === '' ? 'setTo' : 'fromTo', { label, old, now });
};

/** One changed value: which, from what, to what. Null where there is nothing that a reader would want. */
export const changeWords = (teller: Teller, { path, before, after }: Change): string | null => {
  const [field = '', key] = path.split('.');
  if (field === 'awaitedContactId' || field === 'sources') return null;
  if (field in PART_WORDS) return partWords(teller, field as keyof typeof PART_WORDS, before, after);
  if (field === 'activities') {
    const activity = isJson(after) ? after : isJson(before) ? before : {};
    const said = activityWords(teller, activity, true);
    return isJson(after) ? said : say(teller, 'partGone', { label: said, name: '' });
  }
  const label = field === 'bant' ? key : field;
  if (label === undefined || !(label in FIELD_WORDS)) return null;
  return fromTo(teller, of(teller, FIELD_WORDS[label as keyof typeof FIELD_WORDS]), label, before, after);
};

export const activityWords = (teller: Teller, activity: Json, twoWay: boolean): string => {
  const tried = twoWay || activity.kind === 'note' ? '' : say(teller, 'noAnswerShort');
  const date = typeof activity.date === 'string' ? shownDate(teller, activity.date) : '';
  return [coded(ACTIVITY_KINDS, teller, activity.kind), date, activity.with, tried]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' ');
};

/** Both names, so that either history reads without the other; null where the event only goes on with what one before it says. */
const linkWords = (
  teller: Teller,
  type: 'merged' | 'unmerged',
  { fromName, intoName, reason }: Json,
): string | null => {
  if (typeof fromName !== 'string' || typeof intoName !== 'string') return null;
  return say(teller, type === 'merged' ? 'historyMerged' : 'historyUnmerged', {
    from: fromName,
    into: intoName,
    reason: coded(ON_FILE_REASONS, teller, reason),
  });
};

const headline = (teller: Teller, { type, from, to, data, changes }: AccountEvent): string => {
  const label = of(teller, EVENT_WORDS[type]);
  const after = (path: string): Json => {
    const value = changes.find((change) => change.path === path)?.after;
    return isJson(value) ? value : {};
  };
  switch (type) {
    case 'statusChanged':
      return `${statusWord(teller, from)} → ${statusWord(teller, to)}`;
    case 'activityLogged': {
      const activity = isJson(data.activity) ? data.activity : {};
      const said = activityWords(teller, activity, data.twoWay !== false);
      return typeof activity.note === 'string' && activity.note !== '' ? `${said}: ${activity.note}` : said;
    }
    case 'meetingCorrected':
      return isJson(data.activity) ? `${label}: ${activityWords(teller, data.activity, true)}` : label;
    case 'checkRecorded':
      return `${label}: ${coded(CHECK_RESULTS, teller, data.result)}`;
    case 'moveProposed':
      return `${label}: ${statusWord(teller, after('proposal').to ?? to)}`;
    case 'moveRejected':
      return from === to ? label : `${label}: ${statusWord(teller, from)} → ${statusWord(teller, to)}`;
    case 'handedOver':
      return `${label}: ${memberName(teller, String(after('handOver').toId ?? ''))}`;
    case 'notDuplicateMarked':
      return typeof data.otherName === 'string'
        ? say(teller, 'historyApart', { name: data.otherName })
        : label;
    case 'undone': {
      const moved = from === to ? '' : `: ${statusWord(teller, from)} → ${statusWord(teller, to)}`;
      return `${label}${typeof data.undoes === 'number' ? ` (#${data.undoes})` : ''}${moved}`;
    }
    default:
      return label;
  }
};

/** Events whose changes are the whole of what they say. */
const SAID_BY_CHANGES: readonly EventType[] = [
  'nextCheckSet',
  'contactSaved',
  'productSaved',
  'bantSet',
  'detailsEdited',
  'ownerSet',
  'opportunityOpened',
];

const eventWords = (teller: Teller, event: AccountEvent): string[] => {
  const { changes, reason, data, type, from, to } = event;
  const isLink = type === 'merged' || type === 'unmerged';
  const begins = event.type === 'registered' || event.type === 'imported';
  const details = (begins ? [] : changes)
    .filter(({ path }) => !SILENT.includes(path.split('.')[0] ?? ''))
    // That it is on file in favour of the other is what a merge says.
    .filter(({ path }) => !isLink || path !== 'onFile')
    // A move clears what belonged to the old status: the new status says so.
    .filter(({ after }) => event.type !== 'statusChanged' || after !== null)
    .flatMap((change) => changeWords(teller, change) ?? []);
  const note = handOverNote(changes);
  const told = [
    ...details,
    ...(note === null ? [] : [note]),
    ...(reason === null ? [] : [say(teller, 'because', { reason })]),
    ...(typeof data.coordinatedWith === 'string'
      ? [say(teller, 'coordinated', { name: data.coordinatedWith })]
      : []),
    ...(typeof data.movedTo === 'string' ? [say(teller, 'movedTo', { id: data.movedTo })] : []),
    ...(typeof data.fromId === 'string' && !isLink ? [say(teller, 'movedFrom', { id: data.fromId })] : []),
  ];
  if (SAID_BY_CHANGES.includes(event.type) && details.length > 0) return told;
  if (!isLink) return [headline(teller, event), ...told];
  const moved = from === to ? [] : [`${statusWord(teller, from)} → ${statusWord(teller, to)}`];
  return [linkWords(teller, type, data) ?? [], moved, told].flat();
};

const handOverNote = (changes: readonly Change[]): string | null => {
  const given = changes.find(({ path }) => path === 'handOver')?.after;
  return isJson(given) && given.acknowledgedOn === null && typeof given.note === 'string' ? given.note : null;
};

/** What one accepted command did, in lines; a line that an earlier event said already is not said again. */
export const entryWords = (
  teller: Teller,
  { events, undoes }: Pick<HistoryEntry, 'events' | 'undoes'>,
): string[] => {
  // The status first: it is what a reader looks for.
  const moves = events.filter(({ type }) => type === 'statusChanged');
  const others = events.filter(({ type }) => type !== 'statusChanged');
  const lines = [...moves, ...others].flatMap((event) => eventWords(teller, event));
  if (lines.length === 0) return [say(teller, undoes === null ? 'nothingShown' : 'undone')];
  return [...new Set(lines)];
};
