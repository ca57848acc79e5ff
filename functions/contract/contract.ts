/** All that a caller may know: the requests that the functions accept and the answers they give. */
import { z } from 'zod';
import type { Account } from '../domain/account/account';
import type { HistoryEntry } from '../domain/account/history';
import type { OfferedTransition } from '../domain/account/offered-transitions';
import type { CompanyGroup } from '../domain/account/parent-company';
import type { Refusal } from '../domain/account/refusals';
import { type Member, ROLES, type Settings } from '../domain/account/team';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { CallerCommand } from '../domain/commands/command-table';
import type { MergePreview } from '../domain/commands/merge-terms';
import type { SameNameAccounts } from '../domain/company/duplicates';
import type { ParsedQuery } from '../domain/lookup/query';
import type { Certainty, MatchedField, MatchKind } from '../domain/lookup/rank';
import type { LookupVerdict } from '../domain/lookup/verdict';
import type { RegisterRow } from '../domain/register/row';
import {
  ACTIVITY_KINDS,
  BANT_VALUES,
  CHANNELS,
  CHECK_RESULTS,
  CONTACT_STATES,
  OPPORTUNITY_OUTCOMES,
  PRODUCT_STATES,
} from '../domain/status/code-lists';
import type { Status } from '../domain/status/statuses';
import type { Text } from '../domain/text/text';
import {
  type importBatchSchema,
  type importCountsSchema,
  importModeSchema,
  type listChangesSchema,
} from '../schema/import-batch';
import {
  dateSchema as date,
  ISSUE_CODES,
  idSchema as id,
  longText,
  nameSchema as name,
  RESERVED_NAME,
  shortText,
  singleLineText,
  statusSchema as status,
} from '../schema/scalars';
import { keyOf } from '../schema/schema-of';
import { settingsSchema } from '../schema/settings';

export type ImportMode = z.output<typeof importModeSchema>;
export type ImportCounts = z.output<typeof importCountsSchema>;
export type ListChanges = z.output<typeof listChangesSchema>;
export type ImportBatch = z.output<typeof importBatchSchema>;

const bant = z
  .partialRecord(z.enum(['budget', 'authority', 'need', 'timing']), keyOf(BANT_VALUES))
  .meta({ id: 'Bant' });

const activity = z
  .strictObject({
    kind: keyOf(ACTIVITY_KINDS),
    date,
    twoWay: z.boolean().optional(),
    contactId: id.optional(),
    with: shortText.optional(),
    note: longText.optional(),
  })
  .meta({ id: 'Activity' });

const opportunity = z
  .strictObject({
    product: shortText,
    fsOwnerId: id,
    since: date,
    handOverNote: z.strictObject({ metWith: longText, bant: longText, nextStep: longText }).partial(),
    amount: z.int().min(0).max(1e15),
    note: longText,
    follows: id,
  })
  .partial()
  .meta({ id: 'OpportunityDraft' });

const closing = z
  .strictObject({
    opportunityId: id,
    outcome: keyOf(OPPORTUNITY_OUTCOMES),
    on: date,
    lostReason: shortText.optional(),
    note: longText.optional(),
  })
  .meta({ id: 'Closing' });

const contact = z
  .strictObject({
    id: id.optional(),
    name: shortText.min(1),
    department: shortText.nullable().optional(),
    title: shortText.nullable().optional(),
    email: shortText.nullable().optional(),
    phone: shortText.nullable().optional(),
    state: keyOf(CONTACT_STATES).optional(),
    speaksWith: z.array(id).max(50).optional(),
  })
  .meta({ id: 'ContactInput' });

const product = z
  .strictObject({
    id: id.optional(),
    product: shortText.min(1),
    state: keyOf(PRODUCT_STATES),
    since: date.nullable().optional(),
    endsOn: date.nullable().optional(),
    churnReason: longText.nullable().optional(),
    reference: shortText.nullable().optional(),
    confirmedBy: id.nullable().optional(),
    source: shortText.nullable().optional(),
  })
  .meta({ id: 'ProductInput' });

const onFile = z
  .strictObject({
    reason: shortText.optional(),
    reasonText: longText.optional(),
    successorId: id.optional(),
    products: z.literal('successor').optional(),
    opportunities: z.literal('successor').optional(),
  })
  .meta({ id: 'OnFileInput' });

const moveData = z
  .strictObject({
    ownerId: id,
    action: activity.partial(),
    meeting: activity.omit({ kind: true, twoWay: true }).partial(),
    opportunity,
    closing: z.array(closing).max(50),
    bant,
    latentNeed: longText,
    awaitedCondition: longText,
    contactId: id,
    contact,
    nextCheckDate: date,
    lost: z
      .strictObject({
        on: date,
        reason: shortText,
        reasonText: longText,
        revisitOn: date,
        revisitTrigger: longText,
      })
      .partial(),
    product: product.omit({ state: true }).partial(),
    churn: z.array(z.strictObject({ productId: id, endsOn: date, reason: longText.min(1) })).max(50),
    fit: z
      .strictObject({
        reason: shortText,
        reasonText: longText,
        explicitNeed: z.literal('none'),
        latentNeed: z.literal('none'),
        products: z.array(shortText).max(100),
      })
      .partial(),
    onFile,
    coordinatedWith: shortText,
    reason: longText,
  })
  .partial()
  .meta({ id: 'MoveData' });

const decision = z.strictObject({ to: status, data: moveData.optional() }).meta({ id: 'Decision' });

const details = z
  .strictObject({
    name: name.min(1),
    kana: name.nullable(),
    englishName: name.nullable(),
    corporateNumber: singleLineText(40).nullable(),
    securitiesCode: singleLineText(20).nullable(),
    address: shortText.nullable(),
    phone: singleLineText(40).nullable(),
    industry: shortText.nullable(),
    domains: z.array(singleLineText(253)).max(20),
    parentId: id.nullable(),
  })
  .partial()
  .meta({ id: 'Details' });

const newDetails = details.required({ name: true });
const note = longText.optional();

const command = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('register'),
      details: newDetails,
      status,
      data: moveData.optional(),
      notDuplicateOf: z.array(id).max(50).optional(),
    }),
    z.strictObject({ type: z.literal('changeStatus'), to: status, data: moveData.optional() }),
    z.strictObject({
      type: z.literal('putOnFile'),
      onFile,
      data: moveData.omit({ onFile: true }).optional(),
    }),
    z.strictObject({ type: z.literal('propose'), to: status, data: moveData.optional(), note }),
    z.strictObject({ type: z.literal('restore'), to: status, data: moveData.optional(), note }),
    z.strictObject({ type: z.literal('approve'), proposalId: id, note: longText.min(1) }),
    z.strictObject({ type: z.literal('reject'), proposalId: id, note: longText.min(1) }),
    z.strictObject({ type: z.literal('cutLink'), reason: longText.min(1) }),
    z.strictObject({
      type: z.literal('merge'),
      intoId: id,
      intoVersion: z.int().min(0).optional(),
      reason: z.enum(['DUPLICATE', 'MERGED', 'ACQUIRED']),
      survivorStatus: status.optional(),
      data: moveData.omit({ onFile: true }).optional(),
      note,
      preview: z.boolean().optional(),
    }),
    z.strictObject({ type: z.literal('unmerge'), reason: longText.min(1) }),
    z.strictObject({ type: z.literal('markNotDuplicate'), otherId: id, reason: note }),
    z.strictObject({ type: z.literal('logActivity'), activity, coordinatedWith: shortText.optional() }),
    z.strictObject({ type: z.literal('correctMeeting'), activityId: id, reason: longText }),
    z.strictObject({
      type: z.literal('recordCheck'),
      result: keyOf(CHECK_RESULTS),
      activity,
      data: moveData.optional(),
    }),
    z.strictObject({ type: z.literal('setNextCheck'), date, reason: note }),
    z.strictObject({
      type: z.literal('setAwaited'),
      contact: contact.optional(),
      contactId: id.optional(),
      awaitedCondition: longText.nullable().optional(),
    }),
    z.strictObject({
      type: z.literal('addOpportunity'),
      opportunity,
      data: moveData.omit({ opportunity: true }).optional(),
    }),
    z.strictObject({ type: z.literal('closeOpportunity'), closing, decision: decision.optional() }),
    z.strictObject({ type: z.literal('saveContact'), contact }),
    z.strictObject({ type: z.literal('saveProduct'), product, decision: decision.optional() }),
    z.strictObject({ type: z.literal('setBant'), bant, latentNeed: longText.nullable().optional() }),
    z.strictObject({ type: z.literal('editDetails'), details }),
    z.strictObject({ type: z.literal('addFormerName'), name: name.min(1), until: date.optional() }),
    z.strictObject({ type: z.literal('handOver'), toId: id, note: longText.min(1), promises: note }),
    z.strictObject({ type: z.literal('acknowledgeHandOver'), accept: z.boolean(), note }),
    z.strictObject({ type: z.literal('fillIn'), data: moveData }),
    z.strictObject({ type: z.literal('undo'), version: z.int().min(1) }),
  ])
  .meta({ id: 'Command' }) satisfies z.ZodType<CallerCommand>;

/** One request of a block. */
export const commandRequest = z
  .strictObject({
    /** Idempotency key: the same one again gets the same answer. */
    requestId: z.string().regex(/^[\x21-\x7e]{8,120}$/),
    /** Null for `register`: the account's ID is made by the server. */
    accountId: id.nullable(),
    /** The version that the command was made on; 0 for `register`. */
    expectedVersion: z.int().min(0),
    command,
  })
  .refine(({ accountId, command: { type } }) => (accountId === null) === (type === 'register'), {
    path: ['accountId'],
    error: ISSUE_CODES.accountId,
  });
export type CommandRequest = z.output<typeof commandRequest>;

export const MAX_COMMANDS = 200;
const channel = z.enum(CHANNELS).exclude(['import', 'schedule']).default('api');

/** A block whose commands are checked one by one, so that a bad one does not refuse the others. */
export const uncheckedCommandsRequest = z.strictObject({
  channel,
  commands: z.array(z.unknown()).min(1).max(MAX_COMMANDS),
});
export const commandsRequest = uncheckedCommandsRequest.extend({
  commands: z.array(commandRequest).min(1).max(MAX_COMMANDS),
});

const integerParameter = z.coerce.number<string>().int();

export const accountQuery = z.strictObject({
  id,
  /** Newest history entries to give; older ones by `before`. */
  entries: integerParameter.min(0).max(200).default(50),
  before: integerParameter.min(1).optional(),
});

export const accountsQuery = z.strictObject({
  status: status.optional(),
  ownerId: id.optional(),
  /** From an earlier answer: the next page, or what has changed since. */
  cursor: singleLineText(400).optional(),
  /** Order by change: the answer's cursor then serves to ask for later changes. */
  changes: z.stringbool().default(false),
  limit: integerParameter.min(1).max(1000).default(200),
});

export const lookupQuery = z
  .strictObject({
    /** Whatever a person has: name in any spelling or a part of it, number, securities code, web or mail address, ID. */
    q: name.min(1).optional(),
    name: name.min(1).optional(),
    number: singleLineText(40).min(1).optional(),
    id: id.optional(),
  })
  .refine((query) => Object.values(query).filter((value) => value !== undefined).length === 1, {
    error: ISSUE_CODES.oneOf,
  });

/** `INDEX:FIELD`, comma-separated, columns counted from 0; no field = the column is not read. As in `0:name,3:`. */
const mapping = z
  .string()
  .max(2000)
  .regex(/^\d{1,3}:[A-Za-z]*(,\d{1,3}:[A-Za-z]*)*$/)
  .optional();
const listName = singleLineText(60)
  .min(1)
  .refine((value) => !RESERVED_NAME.test(value) && !/[\t]/.test(value));

export const importQuery = z.strictObject({
  /** Name of the list: companies of several lists meet in one account and keep each list's ID. Needed to import. */
  list: listName.optional(),
  dryRun: z.stringbool().default(false),
  /** `next` of the answer before: goes on where the batch stopped. 0 begins with the first row. */
  from: integerParameter.min(0).default(0),
  /** Import the good rows of a file that has problems. */
  skipProblems: z.stringbool().default(false),
  /** What the columns mean, as a person corrected it. */
  mapping,
  /** The first row is a company: every column is named by `mapping`. */
  noHeader: z.stringbool().default(false),
  /** Every company of the list uses this product: each becomes a client, with debts for what proves it. */
  product: shortText.min(1).optional(),
  /** Left out, the functions find out whether the list came again; a batch keeps the mode that it began with. */
  mode: importModeSchema.optional(),
  /** Title of a tab of the register's spreadsheet to read instead of the body. */
  tab: shortText.min(1).optional(),
  /** Undo this batch instead; the body is empty. */
  undo: id.optional(),
});

export const leadsQuery = z.strictObject({
  /** Yen that one lead of the list cost. */
  price: integerParameter.min(0).max(1e9).default(0),
  /** Where the leads carry the IDs of a list that was imported: its name. */
  list: listName.optional(),
  mapping,
  noHeader: z.stringbool().default(false),
  /** `next` of the answer before: the rows from there on. */
  from: integerParameter.min(0).default(0),
});

export const importProgressQuery = z.strictObject({ batch: id });

export const membersRequest = z.strictObject({
  expectedVersion: z.int().min(0),
  member: z.strictObject({
    /** Absent: a new member. */
    id: id.optional(),
    email: z.email().max(254),
    name: shortText.min(1),
    role: keyOf(ROLES),
    active: z.boolean(),
  }),
});

export const settingsRequest = z.strictObject({
  expectedVersion: z.int().min(0),
  settings: settingsSchema.partial(),
});

export const queueRequest = z.strictObject({});
export const layoutRequest = z.strictObject({
  /** For managers: drops what waits to be sent, so that every cell shows the truth. */
  discardRequests: z.boolean().default(false),
});
export const duplicatesRequest = z.strictObject({
  /** `next` of the answer before: goes on where it stopped. 0 begins anew. */
  from: z.int().min(0).default(0),
});
export const noQuery = z.strictObject({});

/** What became of one request of a block; `status` is the HTTP status that it would have alone. */
export type CommandResult =
  | {
      requestId: string;
      status: 200;
      /** True when this is the stored answer of an earlier, equal request. */
      replayed: boolean;
      row: RegisterRow;
      /** Of a registration: other accounts with the same name, the first five; it only informs. */
      sameName?: SameNameAccounts;
      /** Of a merge with `preview`: nothing was changed, this is what it would do. */
      preview?: MergePreview;
    }
  | {
      requestId: string | null;
      status: number;
      refusal: Refusal | InvalidRequest;
      /** The refusal in a few plain lines, for the note on a cell: reasons, what to fill in, what is legal now. */
      words: Text;
      /** The account as it stands, so that the sheet can show the truth; null when there is none. */
      row: RegisterRow | null;
    };

export interface InvalidRequest {
  code: 'REQUEST_INVALID';
  message: { ja: string; en: string };
  issues: readonly { path: string; code: string; message: { ja: string; en: string } }[];
}

/** What a sheet needs beside the rows to show them and to read what people type. */
export interface TeamView {
  /** Today, in the team's zone. */
  today: CalendarDate;
  /** IANA zone of the team. */
  zone: string;
  /** Of the sheets. */
  language: Settings['language'];
  fiscalYearStartMonth: number;
  members: Readonly<Record<string, Member>>;
}

export interface CommandsAnswer {
  /** In the order of the commands. */
  outcomes: readonly CommandResult[];
  team: TeamView;
}

export interface AccountAnswer {
  account: Account;
  /** Newest first. */
  history: readonly HistoryEntry[];
  /** Statuses that it may change to now, and what each move would ask for. */
  offers: readonly OfferedTransition[];
  /** Its parent, and the first fifty children. */
  group: CompanyGroup;
}

export interface AccountsAnswer {
  rows: readonly RegisterRow[];
  /** For the next page; null when there is none. Of changes never null: ask again with it later. */
  cursor: string | null;
}

export interface LookupAnswer {
  verdict: LookupVerdict;
  /** What was asked for, as it was understood, and what is wrong with it. */
  asked: Pick<ParsedQuery, 'as' | 'value' | 'note'>;
  /** The best first. */
  hits: readonly {
    row: RegisterRow;
    matched: MatchedField;
    /** What of the account matched, as it stands there. */
    spelling: string;
    how: MatchKind;
    sure: Certainty;
    why: Text;
  }[];
  /** True when there are more companies of this name than were read; `count` tells how many. */
  more: boolean;
  /** How many companies have exactly this name; null where that was not asked. */
  count: number | null;
}

/** One column of a list: what it was taken for, so that a person can correct it by `mapping`. */
export interface ImportColumn {
  /** Empty where the list has no header. */
  header: string;
  /** Its first values. */
  samples: readonly string[];
  /** Null = not read. */
  field: string | null;
}

/** Something about a line of a list; null is the whole of it. */
export interface ListRemark {
  line: number | null;
  code: string;
  message: Text;
  detail?: string;
}

export interface ImportAnswer {
  /** The same file and list have the same batch: sent again, it goes on where it was. */
  batch: string;
  list: string;
  mode: ImportMode;
  encoding: string;
  /** In the order of the list. */
  columns: readonly ImportColumn[];
  /** What a column can be taken for. */
  fields: readonly { field: string; label: Text }[];
  dryRun: boolean;
  /** Companies that can be imported, and how many of them are done. */
  total: number;
  done: number;
  /** Send the same file again with `from` set to this; null when all is done. */
  next: number | null;
  counts: ImportCounts;
  /** Null where the mode is `add`. */
  changes: ListChanges | null;
  /** Each keeps its line out. 200 at most. */
  problems: readonly ListRemark[];
  problemCount: number;
  /** What is good to know and keeps nothing out. 200 at most. */
  notes: readonly ListRemark[];
  noteCount: number;
}

/** One lead of an inbound list that the register knows, or may know. */
export interface KnownLead {
  line: number;
  /** As the list has it. */
  name: string;
  /** `name`: the name alone is the same, which may be another company. */
  by: 'corporateNumber' | 'listId' | 'nameAndAddress' | 'name';
  /** Accounts that fit; with more than one it is not sure which, and the first is shown. */
  fitting: number;
  accountId: string;
  /** Of the account, which may be the successor of the company in the list. */
  accountName: string;
  status: Status;
  statusSince: CalendarDate;
  met: boolean;
  /** Null where no meeting has a date. `by` is the member's name. */
  lastMeeting: { on: CalendarDate; by: string | null; with: string } | null;
  lastContact: CalendarDate | null;
  /** Name of the member who owns it. */
  owner: string | null;
  awaitedCondition: string | null;
  nextCheck: CalendarDate | null;
  /** In use. */
  products: readonly string[];
}

/** How many leads of a list the team need not have bought. */
export interface LeadsAnswer {
  encoding: string;
  columns: readonly ImportColumn[];
  fields: readonly { field: string; label: Text }[];
  /** Rows that could be read: `known` + `unsure` + `new`. */
  total: number;
  known: number;
  /** Of the known: those of whom the name alone is the same. */
  byNameOnly: number;
  /** Several accounts have the name, and nothing tells which one is meant. */
  unsure: number;
  new: number;
  /** Of the known. */
  met: number;
  byStatus: Readonly<Record<Status, number>>;
  /** Yen: price of one lead, of the known ones, and of those known by more than the name. */
  cost: { price: number; known: number; certain: number };
  /** Clients first, then whom we have met, then the other known ones, then the unsure ones; 500 at most. */
  rows: readonly KnownLead[];
  /** Send the same file again with `from` set to this for more rows; null when there are none. */
  next: number | null;
  problems: readonly ListRemark[];
  problemCount: number;
}

export interface MembersAnswer {
  version: number;
  you: Member;
  members: readonly Member[];
  team: Omit<TeamView, 'members'>;
}

export interface SettingsAnswer {
  version: number;
  settings: Settings;
}
