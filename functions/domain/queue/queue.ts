/** The quarterly-check queue (section 6, item 7): what is due, worst first, and what to do next. */
import { type Account, lastContact, openOpportunities } from '../account/account';
import { isBantComplete } from '../account/guards';
import type { Member, Settings } from '../account/team';
import { missedCycles } from '../calendar/cadence';
import { type CalendarDate, daysBetween, endOfMonth, endOfWeek } from '../calendar/calendar-date';
import { BANT_KEYS, BANT_VALUES, type BantKey } from '../status/code-lists';
import { type Text, text } from '../text/text';

export const BUCKETS = {
  overdue: text('期限超過', 'Overdue'),
  thisWeek: text('今週', 'This week'),
  thisMonth: text('今月', 'This month'),
  later: text('それ以降', 'Later'),
} as const;
export type Bucket = keyof typeof BUCKETS;

export interface QueueRow {
  bucket: Bucket;
  accountId: string;
  name: string;
  /** Owner first, then the inside sales rep and the field sales owners of open opportunities; a leaver is marked. */
  owners: readonly Text[];
  due: CalendarDate;
  /** Calendar days; 0 when not overdue. */
  daysOverdue: number;
  /** Checks missed in a row, the overdue one included; counted once a cycle. */
  missed: number;
  lastContact: CalendarDate | null;
  lastContactWith: string;
  /** BANT that is not yes. */
  lacks: readonly Text[];
  condition: string;
  next: Text;
}

const BANT_LABELS: Readonly<Record<BantKey, Text>> = {
  budget: text('予算', 'Budget'),
  authority: text('決裁者', 'Authority'),
  need: text('課題', 'Need'),
  timing: text('時期', 'Timing'),
};

/** Weeks begin on Monday; a check that is due today is due this week. */
export const bucketOf = (due: CalendarDate, today: CalendarDate): Bucket => {
  if (due < today) return 'overdue';
  if (due <= endOfWeek(today)) return 'thisWeek';
  return due <= endOfMonth(today) ? 'thisMonth' : 'later';
};

const memberName = (id: string, members: Readonly<Record<string, Member>>): Text => {
  const member = members[id];
  if (member === undefined) return text('(不明)', '(unknown)');
  return member.active
    ? text(member.name, member.name)
    : text(`${member.name}(退職)`, `${member.name} (left)`);
};

const ownersOf = (account: Account, members: Readonly<Record<string, Member>>): Text[] => {
  const ids = [
    account.ownerId,
    account.isOwnerId,
    ...openOpportunities(account).map(({ fsOwnerId }) => fsOwnerId),
  ];
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : memberName(id, members)));
};

const missingBant = (account: Account): Text[] =>
  BANT_KEYS.filter((key) => account.bant[key].value !== 'yes').map((key) => {
    const value = BANT_VALUES[account.bant[key].value];
    const label = BANT_LABELS[key];
    return text(`${label.ja}(${value.ja})`, `${label.en} (${value.en})`);
  });

/** Two quarters missed escalate, three ask the manager; nothing is ever demoted without a person. */
const nextStep = (
  account: Account,
  missed: number,
  members: Readonly<Record<string, Member>>,
  settings: Settings,
): Text => {
  const owner = members[account.ownerId ?? ''];
  if (owner === undefined) return text('担当者を決める', 'Give it an owner');
  if (!owner.active) return text('在籍者へ引き継ぐ', 'Hand it over to an active member');
  if (isBantComplete(account))
    return text('案件化する(BANT がそろっています)', 'Make it an opportunity (all of BANT is yes)');
  if (missed >= 3)
    return text(
      'マネージャーが続けるか決める(3回以上見送り)',
      'Manager decides whether to go on (missed three times)',
    );
  if (missed === 2)
    return text('マネージャーに相談して連絡する(2回見送り)', 'Escalate and call (missed twice)');
  if (account.debts.includes('NEED'))
    return text('窓口・条件・BANT を補ってから連絡する', 'Fill in contact, condition and BANT, then call');
  if (account.unanswered > 0)
    return text(
      `もう一度連絡する(応答なし ${account.unanswered}/${settings.retries} 回)`,
      `Try again (no answer ${account.unanswered} of ${settings.retries})`,
    );
  return text('連絡して条件が整ったか確かめる', 'Call and ask whether the condition is met');
};

export interface Queue {
  rows: readonly QueueRow[];
  counts: Readonly<Record<Bucket, number>>;
}

const BUCKET_ORDER = Object.keys(BUCKETS) as Bucket[];

/** Of two overdue checks the one missed more often is worse, then the one overdue longer; the ID makes the order total. */
const worstFirst = (a: QueueRow, b: QueueRow): number =>
  BUCKET_ORDER.indexOf(a.bucket) - BUCKET_ORDER.indexOf(b.bucket) ||
  (a.bucket === 'overdue' ? b.missed - a.missed : 0) ||
  compare(a.due, b.due) ||
  compare(a.accountId, b.accountId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const buildQueue = (
  accounts: readonly Account[],
  today: CalendarDate,
  members: Readonly<Record<string, Member>>,
  settings: Settings,
): Queue => {
  const rows = accounts
    .flatMap((account): QueueRow[] => {
      const { nextCheck, status, withdrawn } = account;
      if (nextCheck === null || status !== 'QUARTERLY_CHECK' || withdrawn) return [];
      const contact = lastContact(account);
      const missed = account.missedChecks + missedCycles(nextCheck.date, today);
      return [
        {
          bucket: bucketOf(nextCheck.date, today),
          accountId: account.id,
          name: account.name,
          owners: ownersOf(account, members),
          due: nextCheck.date,
          daysOverdue: Math.max(0, daysBetween(nextCheck.date, today)),
          missed,
          lastContact: contact?.date ?? null,
          lastContactWith: contact?.with ?? '',
          lacks: missingBant(account),
          condition: account.awaitedCondition ?? '',
          next: nextStep(account, missed, members, settings),
        },
      ];
    })
    .sort(worstFirst);
  const counts = { overdue: 0, thisWeek: 0, thisMonth: 0, later: 0 };
  for (const { bucket } of rows) counts[bucket] += 1;
  return { rows, counts };
};
