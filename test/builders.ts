/** Builders with defaults: a test writes only what it cares about. */
import type { WordMeanings } from '../functions/company-list/list-words';
import type { ImportRowOptions } from '../functions/company-list/parse-import-row';
import {
  type Account,
  type Activity,
  blankAccount,
  type Contact,
  type Opportunity,
  type ProductUse,
} from '../functions/domain/account/account';
import type { AccountEvent } from '../functions/domain/account/account-event';
import { type AccountRecord, fromRecord, toRecord } from '../functions/domain/account/account-record';
import type { OpportunityInput } from '../functions/domain/account/command-inputs';
import type { DecisionContext } from '../functions/domain/account/decision-context';
import type { HistoryEntry } from '../functions/domain/account/history';
import type { BadFit } from '../functions/domain/account/standing';
import {
  cadenceOf,
  calendarOf,
  DEFAULT_SETTINGS,
  lostReasons,
  type Member,
  type Role,
  type Settings,
} from '../functions/domain/account/team';
import type { CalendarDate } from '../functions/domain/calendar/calendar-date';
import type { Command } from '../functions/domain/commands/command-table';
import { japanesePublicHolidays } from '../functions/public-holidays';

/** A Wednesday. */
export const TODAY: CalendarDate = '2026-07-01';

export const aMember = (over: Partial<Member> = {}): Member => {
  const id = over.id ?? 'is';
  return { id, email: `${id}@example.jp`, name: id, role: 'is', active: true, ...over };
};

const team: readonly [id: string, role: Role][] = [
  ['viewer', 'viewer'],
  ['is', 'is'],
  ['is2', 'is'],
  ['fs', 'fs'],
  ['fs2', 'fs'],
  ['manager', 'manager'],
  ['manager2', 'manager'],
  ['admin', 'admin'],
  ['left', 'is'],
];

/** Named by their roles; `left` has left the team. */
export const MEMBERS: Readonly<Record<string, Member>> = Object.fromEntries(
  team.map(([id, role]) => [id, aMember({ id, role, active: id !== 'left' })]),
);

export const theMember = (id: string): Member => {
  const member = MEMBERS[id];
  if (member === undefined) throw new Error(`no member ${id}`);
  return member;
};

export const aSettings = (over: Partial<Settings> = {}): Settings => ({
  ...DEFAULT_SETTINGS,
  products: ['Cloud', 'Desk'],
  ...over,
});

/** One for all contexts: a calendar is made once for each object of settings. */
const SETTINGS = aSettings();

/** `by` is the ID of the member who acts. */
export const aContext = ({
  by = 'is',
  ...over
}: Partial<DecisionContext> & { by?: string } = {}): DecisionContext => {
  const settings = over.settings ?? SETTINGS;
  const members = over.members ?? MEMBERS;
  const today = over.today ?? TODAY;
  return {
    today,
    now: `${today}T03:00:00.000Z`,
    actor: members[by] ?? theMember(by),
    channel: 'api',
    members,
    settings,
    calendar: calendarOf(settings, japanesePublicHolidays()),
    links: {},
    history: [],
    ...over,
  };
};

/** Registered and COLD, where the record does not say otherwise. */
export const anAccount = (over: Partial<AccountRecord> = {}): Account =>
  fromRecord({
    ...toRecord(blankAccount(over.id ?? 'acc-1')),
    version: 1,
    name: '株式会社サンプル',
    statusSince: '2026-03-02',
    ...over,
  });

export const aContact = (over: Partial<Contact> = {}): Contact => ({
  id: 'c000001',
  name: '山田',
  department: '情報システム部',
  title: null,
  email: null,
  phone: null,
  state: 'present',
  speaksWith: [],
  ...over,
});

export const aHandOverNote: Opportunity['handOverNote'] = {
  metWith: '山田部長',
  bant: '予算あり',
  nextStep: '見積',
};

export const anOpportunityInput = (over: Partial<OpportunityInput> = {}): OpportunityInput => ({
  product: 'Cloud',
  fsOwnerId: 'fs',
  since: '2026-03-02',
  handOverNote: aHandOverNote,
  ...over,
});

export const anOpportunity = (over: Partial<Opportunity> = {}): Opportunity => ({
  id: 'o000001',
  product: 'Cloud',
  fsOwnerId: 'fs',
  since: '2026-03-02',
  state: 'open',
  closedOn: null,
  amount: null,
  handOverNote: aHandOverNote,
  lostReason: null,
  note: null,
  follows: null,
  handOver: null,
  ...over,
});

export const aProduct = (over: Partial<ProductUse> = {}): ProductUse => ({
  id: 'p000001',
  product: 'Cloud',
  state: 'live',
  since: '2026-03-02',
  endsOn: null,
  churnReason: null,
  reference: 'PO-1',
  confirmedBy: null,
  source: null,
  ...over,
});

export const anActivity = (over: Partial<Activity> = {}): Activity => ({
  id: 'a000001',
  kind: 'call',
  date: '2026-03-02',
  contactId: null,
  with: '山田',
  by: 'is',
  note: null,
  ...over,
});

/** Judged against what `aSettings` sells, and reviewed. */
export const aJudgement = (over: Partial<BadFit> = {}): BadFit => ({
  on: '2026-03-02',
  by: 'is',
  reason: 'SIZE',
  note: null,
  products: ['Cloud', 'Desk'],
  reviewedBy: 'manager',
  reviewOn: '2026-09-02',
  rejudgement: null,
  ...over,
});

/** `byId(aContact(), aContact({ id: 'c2' }))`: parts as the account keeps them. */
export const byId = <T extends { id: string }>(...parts: T[]): Record<string, T> =>
  Object.fromEntries(parts.map((part) => [part.id, part]));

/** The entry that the store writes for an accepted command. */
export const anEntry = (
  before: Account,
  command: Command,
  events: readonly AccountEvent[],
  context: DecisionContext,
): HistoryEntry => ({
  accountId: before.id,
  version: before.version + 1,
  at: context.now,
  on: context.today,
  by: context.actor.id,
  channel: context.channel,
  batch: null,
  requestId: `request-${before.id}-${before.version + 1}`,
  command: command.type,
  undoes: command.type === 'undo' ? command.version : null,
  events,
});

/** Nobody has said what a word of the list means. */
export const NO_WORD_MEANINGS: WordMeanings = { status: new Map(), owner: new Map() };

/** What the rows of a list are read with. */
export const listTerms = (over: Partial<ImportRowOptions> = {}): ImportRowOptions => {
  const { today, settings, calendar } = aContext();
  const { fiscalYearStartMonth } = settings;
  return {
    list: 'L',
    today,
    fiscalYearStartMonth,
    cadence: cadenceOf(settings),
    calendar,
    members: [],
    meanings: NO_WORD_MEANINGS,
    lostReasons: lostReasons(settings),
    language: settings.language,
    ...over,
  };
};
