/**
 * How far from today a date may lie before it is rather a slip of the keys. Such a date is asked about once, and taken where its
 * giver confirms it. A date that another one of the account limits has no bound of its own: an opportunity is closed between its
 * start and today, a next check within twelve months. A company may have had its former name until any day.
 */
import type { CalendarDate } from '../calendar/calendar-date';
import { type Account, type ProductUse, partById } from './account';
import type { ActivityInput, OpportunityDraft, ProductInput, TransitionData } from './command-inputs';
import type { GuardFailure } from './guard-failure';
import type { FieldKey } from './input-field-texts';

/** In whole years from today. Where one is absent, every day in that direction is plausible; whether it is allowed, other rules say. */
interface DateBounds {
  yearsBack?: number;
  yearsAhead?: number;
}

export const DATE_BOUNDS = {
  /** People log contacts soon; only what a predecessor knows may be some years old. */
  contact: { yearsBack: 5 },
  opportunity: { yearsBack: 5 },
  /** The command refuses a day beyond this bound, and one before today: an expectation beyond it is no forecast. */
  expected: { yearsAhead: 5 },
  /** A company that was lost longer ago is hardly a target any more. */
  loss: { yearsBack: 5 },
  revisit: { yearsBack: 5, yearsAhead: 5 },
  /** Only lists bring this date, among them the register's own export. */
  statusSince: { yearsBack: 20 },
  /** The bound for lists, whose check may be long overdue. A date that a person gives is held to twelve months by its guard. */
  nextCheck: { yearsBack: 2, yearsAhead: 1 },
  /** A product is in use for decades, and an order may be for a day to come. */
  useSince: { yearsBack: 30, yearsAhead: 2 },
  /** Contracts run for ten years at most; what a company used before may be noted, too. */
  useEnd: { yearsBack: 10, yearsAhead: 10 },
} as const satisfies Record<string, DateBounds>;

export type DateKind = keyof typeof DATE_BOUNDS;

/** The same day of another year, as a text to compare with: it need not exist. */
const inYears = (date: CalendarDate, years: number): string =>
  `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;

export const isUnlikelyDate = (kind: DateKind, date: CalendarDate, today: CalendarDate): boolean => {
  const { yearsBack, yearsAhead }: DateBounds = DATE_BOUNDS[kind];
  return (
    (yearsBack !== undefined && date < inYears(today, -yearsBack)) ||
    (yearsAhead !== undefined && date > inYears(today, yearsAhead))
  );
};

/** A date that a command brings, under the name of its field. */
interface DateInput {
  field: FieldKey;
  kind: DateKind;
  date: CalendarDate | null | undefined;
  /** The field in which it is confirmed. */
  confirmIn: FieldKey;
  confirmed: boolean | undefined;
}

const askAbout = (dates: readonly DateInput[], today: CalendarDate): GuardFailure | null => {
  const unlikely = dates.flatMap(({ field, kind, date, confirmIn, confirmed }) =>
    date != null && confirmed !== true && isUnlikelyDate(kind, date, today)
      ? [{ field, date, confirmIn }]
      : [],
  );
  if (unlikely.length === 0) return null;
  return {
    code: 'DATE_UNLIKELY',
    missing: [...new Set(unlikely.flatMap(({ field, confirmIn }) => [field, confirmIn]))],
    facts: { unlikely: unlikely.map(({ field, date }) => ({ field, date })) },
  };
};

const contactDate = (
  key: 'activity' | 'action' | 'meeting',
  input: Partial<Pick<ActivityInput, 'date' | 'confirmed'>> | undefined,
): DateInput => ({
  field: `${key}.date`,
  kind: 'contact',
  date: input?.date,
  confirmIn: `${key}.confirmed`,
  confirmed: input?.confirmed,
});

const opportunityDate = (input: OpportunityDraft | undefined): DateInput => ({
  field: 'opportunity.since',
  kind: 'opportunity',
  date: input?.since,
  confirmIn: 'opportunity.confirmed',
  confirmed: input?.confirmed,
});

const changed = (date: CalendarDate | null | undefined, known: CalendarDate | null | undefined) =>
  date === known ? null : date;

/** Dates that the account has already are not asked about again: a person has confirmed them, or a list has brought them. */
const productDates = (
  { since, endsOn, confirmed }: Pick<Partial<ProductInput>, 'since' | 'endsOn' | 'confirmed'>,
  known: ProductUse | undefined,
): DateInput[] => {
  const confirmation = { confirmIn: 'product.confirmed', confirmed } as const;
  return [
    { field: 'product.since', kind: 'useSince', date: changed(since, known?.since), ...confirmation },
    { field: 'product.endsOn', kind: 'useEnd', date: changed(endsOn, known?.endsOn), ...confirmation },
  ];
};

const churnDates = ({ churn = [] }: TransitionData, { products }: Account): DateInput[] =>
  churn.map(({ productId, endsOn, confirmed }) => ({
    field: 'churn',
    kind: 'useEnd',
    date: changed(endsOn, partById(products, productId)?.endsOn),
    confirmIn: 'churn',
    confirmed,
  }));

const lossDates = ({ lost }: TransitionData): DateInput[] => {
  const confirmation = { confirmIn: 'lost.confirmed', confirmed: lost?.confirmed } as const;
  return [
    { field: 'lost.on', kind: 'loss', date: lost?.on, ...confirmation },
    { field: 'lost.revisitOn', kind: 'revisit', date: lost?.revisitOn, ...confirmation },
  ];
};

/** Null where every date of the data is likely, or confirmed. `before`: the account without the data. */
export const unlikelyDatesOf = (
  data: TransitionData,
  before: Account,
  today: CalendarDate,
): GuardFailure | null =>
  askAbout(
    [
      contactDate('action', data.action),
      contactDate('meeting', data.meeting),
      opportunityDate(data.opportunity),
      ...productDates(data.product ?? {}, partById(before.products, data.product?.id)),
      ...churnDates(data, before),
      ...lossDates(data),
    ],
    today,
  );

/** The date of a contact that is logged by a command of its own. */
export const unlikelyContactDate = (input: ActivityInput, today: CalendarDate): GuardFailure | null =>
  askAbout([contactDate('activity', input)], today);

/** The dates of a product that is saved by a command of its own. */
export const unlikelyProductDates = (
  input: ProductInput,
  before: Account,
  today: CalendarDate,
): GuardFailure | null => askAbout(productDates(input, partById(before.products, input.id)), today);
