/** What is told of an account below its head, and how its facts are worded. */
import { openOpportunities } from '../../../functions/domain/account/account';
import type { AccountRecord } from '../../../functions/domain/account/account-record';
import { daysBetween } from '../../../functions/domain/calendar/calendar-date';
import { ACCOUNT_FIELD_LABELS } from '../../../functions/domain/history/account-labels';
import { codeLabel, guardLabel, statusLabel } from '../../../functions/domain/history/value-words';
import {
  BAD_FIT_REASONS,
  LOST_REASONS,
  ON_FILE_REASONS,
} from '../../../functions/domain/status/code-list-texts';
import type { AccountView } from '../../script-api';
import { DefinitionList, type Fact } from '../kit/elements';
import { tAccount } from '../messages/account-catalog';
import { formatDate, localize, memberName, type Viewer } from '../messages/viewer';

export const joinParts = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part != null && part !== '').join(' · ');

export const fieldLabel = (viewer: Viewer, key: keyof typeof ACCOUNT_FIELD_LABELS): string =>
  localize(viewer, ACCOUNT_FIELD_LABELS[key]);

/** A date and how far it is, in words. */
const dueText = (viewer: Viewer, date: string): string => {
  const days = daysBetween(viewer.today, date);
  const far =
    days < 0
      ? tAccount(viewer, 'overdueBy', { n: -days })
      : days === 0
        ? tAccount(viewer, 'dueToday')
        : tAccount(viewer, 'dueIn', { n: days });
  return `${formatDate(viewer, date)} (${far})`;
};

const ownerFacts = (viewer: Viewer, account: AccountRecord): Fact[] => {
  const { ownerId, isOwnerId } = account;
  const fsOwners = [...new Set(openOpportunities(account).map(({ fsOwnerId }) => fsOwnerId))];
  return [
    isOwnerId === null || isOwnerId === ownerId
      ? null
      : [fieldLabel(viewer, 'isOwnerId'), memberName(viewer, isOwnerId)],
    fsOwners.length === 0
      ? null
      : [tAccount(viewer, 'fsOwners'), fsOwners.map((id) => memberName(viewer, id)).join(', ')],
  ];
};

const checkFacts = (viewer: Viewer, account: AccountRecord): Fact[] => {
  const { nextCheck, missedChecks, awaitedCondition, awaitedContactId } = account;
  return [
    nextCheck === null
      ? null
      : [
          fieldLabel(viewer, 'nextCheck'),
          <span key="nextCheck" class={nextCheck.date < viewer.today ? 'overdue' : ''}>
            {dueText(viewer, nextCheck.date)}
          </span>,
        ],
    missedChecks === 0 ? null : [tAccount(viewer, 'missed'), tAccount(viewer, 'times', { n: missedChecks })],
    awaitedCondition === null ? null : [fieldLabel(viewer, 'awaitedCondition'), awaitedCondition],
    awaitedContactId === null
      ? null
      : [tAccount(viewer, 'contactPerson'), account.contacts[awaitedContactId]?.name ?? ''],
  ];
};

const lostFacts = (viewer: Viewer, { lost }: AccountRecord): Fact[] => {
  if (lost === null) return [];
  const { reason, reasonText, on, revisitOn, revisitTrigger } = lost;
  return [
    [
      tAccount(viewer, 'lostReason'),
      joinParts(codeLabel(LOST_REASONS, viewer, reason), reasonText, formatDate(viewer, on)),
    ],
    revisitOn === null && revisitTrigger === null
      ? null
      : [
          tAccount(viewer, 'revisit'),
          joinParts(revisitOn === null ? null : dueText(viewer, revisitOn), revisitTrigger),
        ],
  ];
};

const endFacts = (viewer: Viewer, { badFit, onFile }: AccountRecord): Fact[] => [
  badFit === null
    ? null
    : [
        tAccount(viewer, 'badFitReason'),
        joinParts(
          codeLabel(BAD_FIT_REASONS, viewer, badFit.reason),
          badFit.note,
          tAccount(viewer, 'reviewOn', { date: formatDate(viewer, badFit.reviewOn) }),
        ),
      ],
  onFile === null || onFile.reason === ''
    ? null
    : [
        tAccount(viewer, 'onFileReason'),
        joinParts(
          codeLabel(ON_FILE_REASONS, viewer, onFile.reason),
          onFile.reasonText,
          tAccount(viewer, 'wasBefore', { status: statusLabel(viewer, onFile.from) }),
        ),
      ],
];

export const HeadFacts = ({
  viewer,
  account,
  today,
}: Pick<AccountView, 'account' | 'today'> & { viewer: Viewer }) => {
  const days = tAccount(viewer, 'days', { n: daysBetween(account.statusSince, today) });
  return (
    <DefinitionList
      facts={[
        [tAccount(viewer, 'since'), `${formatDate(viewer, account.statusSince)} (${days})`],
        ...ownerFacts(viewer, account),
        ...checkFacts(viewer, account),
        ...lostFacts(viewer, account),
        ...endFacts(viewer, account),
        [tAccount(viewer, 'everMet'), tAccount(viewer, account.everMet ? 'yes' : 'no')],
      ]}
    />
  );
};

export const missingDataText = (viewer: Viewer, { debts }: AccountRecord): string =>
  debts.map((code) => guardLabel(viewer, code)).join(viewer.language === 'ja' ? '、' : ', ');
