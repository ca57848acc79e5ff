/** The accounts of a hand-over: which ones, how they are read page by page, and how they are filtered. */
import type { AccountsAnswer } from '../../../functions/contract/accounts';
import { addDays, type CalendarDate } from '../../../functions/domain/calendar/calendar-date';
import type { Status } from '../../../functions/domain/status/statuses';
import { foldWord } from '../../../functions/domain/text/fold-word';
import type { SelectedRow } from '../../script-api';

/** Which accounts the hand-over is about. */
export type HandOverScope =
  /** The accounts selected in the register. */
  | { kind: 'selection' }
  /**
   * Everything in one member's hands, optionally of one status: accounts that they own, and those that field sales return to
   * them.
   */
  | { kind: 'owner'; ownerId: string; status: Status | null }
  /** Accounts with something that the member has to acknowledge. */
  | { kind: 'handedTo'; memberId: string }
  /** Accounts on which the member pursues an open opportunity, whoever owns them. */
  | { kind: 'pursued'; memberId: string };

export interface HandOverRow extends SelectedRow {
  /** Null for an account selected in the register. */
  facts: RowFacts | null;
  /** Somebody else owns it: the inside sales role is handed over. */
  isInsideSales?: true;
}

type RowFacts = Pick<
  AccountsAnswer['rows'][number],
  'nextCheck' | 'awaitedCondition' | 'products' | 'lastContact' | 'openOpportunities'
>;

interface AccountsQuestion {
  status?: Status;
  ownerId?: string;
  handedTo?: string;
  pursuedBy?: string;
  insideSalesOf?: string;
}

/** The questions to the functions, one after the other. */
export const questionsOf = (scope: HandOverScope): readonly AccountsQuestion[] => {
  switch (scope.kind) {
    case 'selection':
      return [];
    case 'owner':
      return [
        { ownerId: scope.ownerId, ...(scope.status === null ? {} : { status: scope.status }) },
        { insideSalesOf: scope.ownerId },
      ];
    case 'handedTo':
      return [{ handedTo: scope.memberId }];
    case 'pursued':
      return [{ ownerId: scope.memberId }, { pursuedBy: scope.memberId }];
    default:
      return scope satisfies never;
  }
};

/** The rows of a page that belong to the scope. */
export const rowsOfPage = (scope: HandOverScope, { rows }: Pick<AccountsAnswer, 'rows'>): HandOverRow[] =>
  rows
    .filter((row) => isInScope(scope, row))
    .map(
      ({
        id,
        name,
        status,
        version,
        nextCheck,
        awaitedCondition,
        products,
        lastContact,
        openOpportunities,
        ownerId,
      }) => ({
        ...{ id, name, status, version },
        facts: { nextCheck, awaitedCondition, products, lastContact, openOpportunities },
        ...(scope.kind === 'owner' && ownerId !== scope.ownerId ? { isInsideSales: true } : {}),
      }),
    );

const isInScope = (
  scope: HandOverScope,
  { status, openOpportunities }: Pick<AccountsAnswer['rows'][number], 'status' | 'openOpportunities'>,
): boolean => {
  if (scope.kind === 'owner') return scope.status === null || scope.status === status;
  return scope.kind !== 'pursued' || openOpportunities > 0;
};

/** Limits in days from today for the next check; overdue checks are within every limit but `any`. */
export const DUE_LIMITS = { any: null, overdue: -1, in7: 7, in30: 30 } as const;
export type DueLimit = keyof typeof DUE_LIMITS;

/** The filter as typed; all given conditions must hold. */
export interface HandOverFilter {
  due: DueLimit;
  /** A part of the awaited condition. */
  awaited: string;
  product: string;
  /** Days without contact. */
  silentDays: string;
}

export const NO_FILTER: HandOverFilter = { due: 'any', awaited: '', product: '', silentDays: '' };

/** Null where nothing was typed, or no number of days. */
const daysOf = (typed: string): number | null => {
  const digits = foldWord(typed);
  return /^\d{1,4}$/.test(digits) ? Number(digits) : null;
};

export const isFilterReadable = ({ silentDays }: HandOverFilter): boolean =>
  silentDays.trim() === '' || daysOf(silentDays) !== null;

const isInFilter = (facts: RowFacts, filter: HandOverFilter, today: CalendarDate): boolean => {
  const limit = DUE_LIMITS[filter.due];
  const days = daysOf(filter.silentDays);
  const { nextCheck, awaitedCondition, products, lastContact } = facts;
  return (
    (limit === null || (nextCheck !== null && nextCheck <= addDays(today, limit))) &&
    foldWord(awaitedCondition ?? '').includes(foldWord(filter.awaited)) &&
    (filter.product === '' || products.includes(filter.product)) &&
    (days === null || lastContact === null || lastContact < addDays(today, -days))
  );
};

/** Accounts selected in the register are never filtered out. */
export const filteredRows = (
  rows: readonly HandOverRow[],
  filter: HandOverFilter,
  today: CalendarDate,
): readonly HandOverRow[] => rows.filter(({ facts }) => facts === null || isInFilter(facts, filter, today));

/** The products of all accounts, each once. */
export const productsOf = (rows: readonly HandOverRow[]): string[] =>
  [...new Set(rows.flatMap(({ facts }) => facts?.products ?? []))].sort();
