/** The check job: reads the whole store, page by page, and says what in it breaks a rule. Writes nothing but how far it is. */
import { dateIn } from '../clock';
import { DEFAULT_SETTINGS } from '../domain/account/team';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { StoreFinding } from '../domain/check/store-finding';
import { STORE_FINDING_TEXTS } from '../domain/check/store-finding-texts';
import { keysOf } from '../domain/status/table-keys';
import type { Text } from '../domain/text/text';
import { checkAccountPage } from '../store/check-accounts';
import { checkBatchPage, checkNumberPage, checkRequestPage } from '../store/check-documents';
import { checkFactsPage } from '../store/check-facts';
import type { CheckedCounts, CheckPage, CheckPart } from '../store/check-page';
import {
  CHECK_PARTS,
  type CheckPosition,
  readCheckPosition,
  saveCheckPosition,
} from '../store/check-progress';
import { checkTeam } from '../store/check-team';
import type { Database } from '../store/firestore';
import { storedNames } from '../store/stored-names';
import { loadTeam } from '../store/team';
import { UnreadableDocumentError } from '../store/unreadable-document';

const PARTS = {
  team: checkTeam,
  accounts: checkAccountPage,
  numbers: checkNumberPage,
  requests: checkRequestPage,
  batches: checkBatchPage,
  facts: checkFactsPage,
} as const satisfies Record<CheckPosition['part'], CheckPart>;

export interface CheckRun {
  /** The team's day. */
  date: CalendarDate;
  /** Of this run. */
  checked: CheckedCounts;
  /** Findings of this run, listed or not. */
  found: number;
  findings: readonly (StoreFinding & { name: string | null; message: Text })[];
  /** Where the next run goes on; null when all has been checked. */
  next: CheckPosition | null;
}

/** How many findings one run lists; more would say nothing new. */
const MAX_LISTED = 500;

/**
 * Begins at `from`, or with the first document. Each page is read as it was at one moment, so that what others write meanwhile
 * is no finding. `isTimeUp` is called after each page: true ends the run, and `next` says where to go on.
 */
export const runCheckJob = async (
  now: Date,
  db: Database,
  from: CheckPosition | null,
  isTimeUp: () => boolean,
  afterPage: (next: CheckPosition | null) => Promise<void> = async () => {},
): Promise<CheckRun> => {
  const date = dateIn(await zoneOf(db), now);
  const checked: CheckedCounts = {
    ...{ accounts: 0, entries: 0, requests: 0, numbers: 0, batches: 0, facts: 0, others: 0 },
  };
  const listed: StoreFinding[] = [];
  let found = 0;
  let next: CheckPosition | null = from ?? { part: 'team', after: null };
  do {
    const { part, after }: CheckPosition = next;
    const page: CheckPage = await PARTS[part](db, after, date);
    for (const kind of keysOf(page.checked)) checked[kind] += page.checked[kind] ?? 0;
    found += page.findings.length;
    listed.push(...page.findings.slice(0, MAX_LISTED - listed.length));
    next = page.after === null ? startOfPartAfter(part) : { part, after: page.after };
    await afterPage(next);
  } while (next !== null && !isTimeUp());
  const names = await storedNames(db, [...new Set(listed.flatMap(({ accountId }) => accountId ?? []))]);
  const findings = listed.map((finding) => ({
    ...finding,
    name: names.get(finding.accountId ?? '') ?? null,
    message: STORE_FINDING_TEXTS[finding.code],
  }));
  return { date, checked, found, findings, next };
};

/** Pages between which it saves how far it is. */
const PAGES_PER_SAVE = 20;

/**
 * As `runCheckJob`, from where the run before ended, was stopped or killed; behind the end it begins anew, so that run after run
 * sees all of the store, however short each of them is.
 */
export const resumeCheckJob = async (now: Date, db: Database, isTimeUp: () => boolean): Promise<CheckRun> => {
  let pages = 0;
  const save = async (position: CheckPosition | null): Promise<void> => {
    pages += 1;
    if (position === null || isTimeUp() || pages % PAGES_PER_SAVE === 0)
      await saveCheckPosition(db, position);
  };
  return runCheckJob(now, db, await readCheckPosition(db), isTimeUp, save);
};

/** The team's time zone; the usual one where the team cannot be read, which is a finding, too. */
const zoneOf = async (db: Database): Promise<string> => {
  try {
    return (await loadTeam(db)).settings.zone;
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return DEFAULT_SETTINGS.zone;
    throw error;
  }
};

const startOfPartAfter = (part: CheckPosition['part']): CheckPosition | null => {
  const next = CHECK_PARTS[CHECK_PARTS.indexOf(part) + 1];
  return next === undefined ? null : { part: next, after: null };
};
