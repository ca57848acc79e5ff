/** The single values that requests, answers and stored documents are made of. */
import * as z from 'zod';
import { ACCOUNT_ID_PATTERN } from '../domain/account/account-id';
import { isCalendarDate } from '../domain/calendar/calendar-date';
import { STATUSES } from '../domain/status/statuses';

/** Issue codes of our own beside zod's. The HTTP layer words them in both languages. */
export const ISSUE_CODES = {
  date: 'date_does_not_exist',
  control: 'control_character',
  reservedName: 'reserved_name',
  accountId: 'account_id_null_only_for_register',
  oneOf: 'one_of_name_number_id',
  oneOfMember: 'one_of_member_unbind',
  monthDay: 'month_day_does_not_exist',
  timeOfDay: 'time_of_day_does_not_exist',
  ownCode: 'own_code_form',
  timeZone: 'time_zone_unknown',
  doubled: 'doubled',
  blank: 'blank',
  tooMany: 'too_many',
  editor: 'editor_only_of_cells_by_trigger',
  orderWithoutSort: 'order_only_with_sort',
  withChanges: 'not_with_changes',
  alone: 'not_with_other_filters',
  accountField: 'account_field_unknown',
  fieldOfAccount: 'field_only_with_account',
  fromAfterTo: 'from_after_to',
  reading: 'reading_not_in_kana',
} as const;

const isOneLine = (value: string): boolean => !/[\p{Cc}\p{Cs}]/u.test(value);

/** Text as people type it, with line breaks and tabs. */
export const multiLineText = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .refine((value) => isOneLine(value.replace(/[\n\t]/g, '')), { error: ISSUE_CODES.control });
export const singleLineText = (maxLength: number) =>
  z.string().max(maxLength).refine(isOneLine, { error: ISSUE_CODES.control });

export const nameSchema = singleLineText(300);
export const shortText = singleLineText(200);
export const longText = multiLineText(2000);
export const filledText = shortText
  .min(1, { abort: true })
  .refine((value) => value.trim() !== '', { error: ISSUE_CODES.blank });

/** A day that exists, as a caller gives it. */
export const dateSchema = z
  .string()
  .refine(isCalendarDate, { error: ISSUE_CODES.date })
  .meta({ id: 'CalendarDate', format: 'date', description: "YYYY-MM-DD, a day in the team's zone." });
/** A day that was checked when it came in. */
export const checkedDate = z.string().meta({ format: 'date' });
export const instantSchema = z
  .string()
  .meta({ format: 'date-time', description: 'An instant, ISO 8601 in UTC.' });

/** Firestore keeps names between double underscores for itself. */
export const RESERVED_NAME = /^__.*__$/;
export const idSchema = z.string().regex(ACCOUNT_ID_PATTERN);

export const statusSchema = z.enum(STATUSES).meta({ id: 'Status' });
