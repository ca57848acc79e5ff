/** Everything that waits for a manager's answer, with what has to be known to give it. */
import { type Account, sortedById } from '../account/account';
import { badFitReasons } from '../account/team';
import { type CalendarDate, daysBetween } from '../calendar/calendar-date';
import { ACTIVITY_KIND_LABELS } from '../status/code-list-texts';
import type { Status } from '../status/statuses';
import { type Text, text } from '../text/text';
import { memberText } from './account-reasons';
import { APPROVAL_RULES, NO_APPROVAL_REASON } from './approval-texts';
import type { QueueContext } from './queue-reason';

export interface ApprovalRow {
  accountId: string;
  name: string;
  from: Status;
  to: Status;
  proposedBy: Text;
  proposedOn: CalendarDate;
  /** Calendar days since it was proposed. */
  daysWaiting: number;
  /** Coded reason and the proposer's words. */
  reason: Text;
  /** Our products that a bad fit was judged against. */
  products: readonly string[];
  /** The latest contacts, the newest first, a line each. */
  contacts: readonly Text[];
  rule: Text;
}

const CONTACTS_SHOWN = 3;

/** The one that has waited longest comes first. */
export const approvalRows = (accounts: readonly Account[], context: QueueContext): ApprovalRow[] =>
  accounts.flatMap((account) => approvalRow(account, context)).sort((a, b) => (rank(a) < rank(b) ? -1 : 1));

const rank = ({ proposedOn, accountId }: ApprovalRow): string => `${proposedOn} ${accountId}`;

const approvalRow = (account: Account, context: QueueContext): ApprovalRow[] => {
  const { proposal, standing, withdrawn } = account;
  if (proposal === null || withdrawn) return [];
  const { from, to, by, on, inEffect } = proposal;
  const stored = standing.status === 'BAD_FIT' ? standing.badFit?.products : undefined;
  return [
    {
      accountId: account.id,
      name: account.name,
      from,
      to,
      proposedBy: memberText(context.members[by]),
      proposedOn: on,
      daysWaiting: Math.max(0, daysBetween(on, context.today)),
      reason: reasonText(account, proposal, context),
      products: proposal.data.fit?.products ?? stored ?? [],
      contacts: latestContacts(account),
      rule: APPROVAL_RULES[inEffect ? 'inEffect' : 'waits'],
    },
  ];
};

const reasonText = (
  { standing }: Account,
  { data, note }: NonNullable<Account['proposal']>,
  { settings }: QueueContext,
): Text => {
  const stored = standing.status === 'BAD_FIT' ? standing.badFit?.reason : undefined;
  const coded = badFitReasons(settings)[data.fit?.reason ?? stored ?? ''];
  const words = [data.fit?.reasonText, data.lost?.reasonText, data.reason, note].filter(
    (word): word is string => word != null && word.trim() !== '',
  );
  const [ja, en] = [coded?.ja, coded?.en].map((label) =>
    [...(label === undefined ? [] : [label]), ...new Set(words)].join('\n'),
  );
  return ja ? text(ja, en ?? ja) : NO_APPROVAL_REASON;
};

const latestContacts = ({ activities }: Account): Text[] =>
  sortedById(activities)
    .sort((a, b) => (`${a.date} ${a.id}` < `${b.date} ${b.id}` ? 1 : -1))
    .slice(0, CONTACTS_SHOWN)
    .map(({ date, kind, with: person, note }) => {
      const label = ACTIVITY_KIND_LABELS[kind];
      const words = [person, note ?? ''].filter((part) => part !== '').join(': ');
      return text(`${date} ${label.ja} ${words}`, `${date} ${label.en} ${words}`);
    });
