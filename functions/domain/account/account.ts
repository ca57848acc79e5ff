/** The account: the aggregate that one precondition guards. Everything that a rule reads lives in it. */
import type { CalendarDate } from '../calendar/calendar-date';
import type {
  ActivityKind,
  BantKey,
  BantValue,
  ContactState,
  OpportunityOutcome,
  ProductState,
} from '../status/code-lists';
import type { Status } from '../status/statuses';
import type { HandOverNote, TransitionData } from './command-inputs';
import { coldStanding, type Standing } from './standing';

/** The same person at another company, since a change of job. */
export interface ContactLink {
  accountId: string;
  contactId: string;
  /** The name of the company when the person moved. */
  company: string;
  on: CalendarDate;
}

export interface Contact {
  id: string;
  name: string;
  department: string | null;
  title: string | null;
  email: string | null;
  phone: string | null;
  /** `erased`: the person's data has been taken out of the account and its history. */
  state: ContactState | 'erased';
  /** Members who speak with this person. */
  speaksWith: readonly string[];
  /** The person's role in a purchase, in words. Absent, as the two fields below, until somebody has said it. */
  role?: string;
  /** They asked not to be contacted. */
  doNotContact?: true;
  /** The least number of days between two of our contacts that the person has asked for. */
  daysBetween?: number;
  /** The company that the person went to from here. Absent, as `movedFrom`, where no change of job is known. */
  movedTo?: ContactLink;
  movedFrom?: ContactLink;
}

/** That an opportunity went to its field sales owner, from whoever opened it or from the owner before. */
export interface OpportunityHandOver {
  /** The ID of the account's own hand-over where the opportunity went along with the account. */
  id: string;
  by: string;
  on: CalendarDate;
  /** The field sales owner before; null where it was opened. */
  fromId: string | null;
  note: string | null;
  acknowledgedOn: CalendarDate | null;
}

export interface Opportunity {
  id: string;
  product: string;
  fsOwnerId: string;
  since: CalendarDate;
  state: 'open' | OpportunityOutcome;
  closedOn: CalendarDate | null;
  /** Whole yen; null when nobody said. */
  amount: number | null;
  /** The customer's department, where several of one company buy. Absent, as the two fields below, until somebody has said it. */
  department?: string;
  /** The day on which its owner expects the decision. */
  expectedOn?: CalendarDate;
  /** How likely it is won, as its owner judges: whole percent, 0 to 100. */
  probability?: number;
  handOverNote: HandOverNote;
  lostReason: string | null;
  note: string | null;
  /** A lost opportunity is never reopened: the new one names it. */
  follows: string | null;
  /** The latest hand-over; null where the owner opened the opportunity. */
  handOver: OpportunityHandOver | null;
}

export interface ProductUse {
  id: string;
  product: string;
  state: ProductState;
  since: CalendarDate | null;
  /** The day on which the use ends; from that day on the product is not in use. */
  endsOn: CalendarDate | null;
  churnReason: string | null;
  /** Contract or order reference. */
  reference: string | null;
  /** Member who vouches for the use where there is no reference. */
  confirmedBy: string | null;
  /** The list or the opportunity that we know it from. */
  source: string | null;
}

/** A two-way contact. What was only tried (a voicemail, an unanswered mail) stands in the history alone. */
export interface Activity {
  id: string;
  kind: ActivityKind;
  date: CalendarDate;
  contactId: string | null;
  /** Person or department in words. */
  with: string;
  by: string;
  note: string | null;
}

export interface BantAnswer {
  value: BantValue;
  on: CalendarDate | null;
  by: string | null;
}

export interface Proposal {
  id: string;
  by: string;
  on: CalendarDate;
  from: Status;
  to: Status;
  data: TransitionData;
  note: string | null;
  /** True where the move is in effect already and waits for its review (a bad fit from COLD or WORKING). */
  inEffect: boolean;
}

export interface HandOver {
  id: string;
  by: string;
  on: CalendarDate;
  fromId: string | null;
  toId: string;
  note: string;
  promises: string | null;
  acknowledgedOn: CalendarDate | null;
  /** The day on which somebody said that the promises are kept; absent until then. */
  promisesKeptOn?: CalendarDate;
}

export interface Details {
  name: string;
  kana: string | null;
  englishName: string | null;
  /** 13 digits. */
  corporateNumber: string | null;
  securitiesCode: string | null;
  address: string | null;
  phone: string | null;
  industry: string | null;
  /** Brands, shop names and abbreviations that it is known by beside its name. */
  otherNames: readonly string[];
  domains: readonly string[];
  parentId: string | null;
}

/** Details that are given; what is absent stays as it is. */
export type DetailsInput = Partial<Details>;

/** Everything of an account except its standing. */
export interface AccountParts extends Details {
  id: string;
  /** Number of history entries; 0 only for an account that does not exist yet. */
  version: number;
  formerNames: readonly { name: string; until: CalendarDate }[];
  /** Lists that the account came from: name of the list → its own ID there (empty when it has none). */
  sources: Readonly<Record<string, string>>;
  everMet: boolean;
  ownerId: string | null;
  /** ID of the inside sales rep (`is` as in the role of that name); stays when field sales owns the account. */
  isOwnerId: string | null;
  contacts: Readonly<Record<string, Contact>>;
  opportunities: Readonly<Record<string, Opportunity>>;
  products: Readonly<Record<string, ProductUse>>;
  activities: Readonly<Record<string, Activity>>;
  bant: Readonly<Record<BantKey, BantAnswer>>;
  latentNeed: string | null;
  /** Whom we keep in touch with, in any status; null where nobody has been named. */
  awaitedContactId: string | null;
  lostCount: number;
  /** By account ID, accounts that somebody has marked as another company. Standing on one of the two accounts is enough. */
  notDuplicateOf: Readonly<Record<string, { on: CalendarDate; by: string }>>;
  proposal: Proposal | null;
  handOver: HandOver | null;
  /** The account was registered by mistake and taken back: no list shows it, and its history is kept. */
  withdrawn: boolean;
}

export interface Account extends AccountParts {
  standing: Standing;
}

const UNKNOWN_ANSWER: BantAnswer = { value: 'unknown', on: null, by: null };

/** The account before its first history entry. */
export const blankAccount = (id: string): Account => ({
  id,
  version: 0,
  name: '',
  kana: null,
  englishName: null,
  corporateNumber: null,
  securitiesCode: null,
  address: null,
  phone: null,
  industry: null,
  otherNames: [],
  domains: [],
  parentId: null,
  formerNames: [],
  sources: {},
  everMet: false,
  ownerId: null,
  isOwnerId: null,
  contacts: {},
  opportunities: {},
  products: {},
  activities: {},
  bant: { budget: UNKNOWN_ANSWER, authority: UNKNOWN_ANSWER, need: UNKNOWN_ANSWER, timing: UNKNOWN_ANSWER },
  latentNeed: null,
  awaitedContactId: null,
  lostCount: 0,
  notDuplicateOf: {},
  proposal: null,
  handOver: null,
  withdrawn: false,
  standing: coldStanding({ since: '' }),
});

/** False for an account that was never registered, or was taken back. */
export const isRegistered = (account: Pick<AccountParts, 'version' | 'withdrawn'>): boolean =>
  account.version > 0 && !account.withdrawn;

/** The part with that ID; undefined also for names that every object inherits (`constructor`). */
export const partById = <T>(
  parts: Readonly<Record<string, T>>,
  id: string | null | undefined,
): T | undefined => (id != null && Object.keys(parts).includes(id) ? parts[id] : undefined);

/** The contact with that ID, unless this person has been erased. */
export const contactById = (
  { contacts }: Pick<AccountParts, 'contacts'>,
  id: string | null | undefined,
): Contact | undefined => {
  const contact = partById(contacts, id);
  return contact?.state === 'erased' ? undefined : contact;
};

/** The oldest first, whatever order a store gave the keys. */
export const sortedById = <T extends { id: string }>(parts: Readonly<Record<string, T>>): T[] =>
  Object.values(parts).sort((a, b) => (a.id < b.id ? -1 : 1));

export const openOpportunities = (account: Pick<AccountParts, 'opportunities'>): Opportunity[] =>
  sortedById(account.opportunities).filter(({ state }) => state === 'open');

export const meetingsOf = (account: Pick<AccountParts, 'activities'>): Activity[] =>
  Object.values(account.activities).filter(({ kind }) => kind === 'meeting');

/** The latest two-way contact; of two on one day the one logged later (IDs grow with the version). */
export const lastContact = (account: Pick<AccountParts, 'activities'>): Activity | null =>
  Object.values(account.activities).reduce<Activity | null>(
    (latest, activity) =>
      latest === null || `${activity.date} ${activity.id}` > `${latest.date} ${latest.id}`
        ? activity
        : latest,
    null,
  );
