/** The team's settings, as a manager sends them and as they are stored. */
import * as z from 'zod';
import { DIGEST_AUDIENCES, DIGEST_CHANNELS } from '../domain/account/digest-choices';
import { SETTING_LIMITS } from '../domain/account/settings-limits';
import type { Settings } from '../domain/account/team';
import { isCalendarDate } from '../domain/calendar/calendar-date';
import { foldWord } from '../domain/text/fold-word';
import { dateSchema, filledText, ISSUE_CODES } from './scalars';
import { keyOf } from './schema-of';

/** 02-29, too: in other years there is no such day, and what ends on it ends with February. */
const isMonthDay = (monthDay: string): boolean => isCalendarDate(`2024-${monthDay}`);
const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { abort: true, error: ISSUE_CODES.monthDay })
  .refine(isMonthDay, { error: ISSUE_CODES.monthDay })
  .describe('MM-DD, a day that exists; 02-29 does.');

/** A list in which nothing stands twice, whatever its width, case and blanks. */
const listWithoutDoubles = <T>(item: z.ZodType<T>, max: number, keyOfItem: (item: T) => string) =>
  z
    .array(item)
    .max(max)
    .superRefine((items, { addIssue }) => {
      const keys = items.map(keyOfItem);
      keys.forEach((key, index) => {
        if (keys.indexOf(key) < index)
          addIssue({ code: 'custom', message: ISSUE_CODES.doubled, path: [index] });
      });
    });
const MAX_OWN_REASONS = 100;
const codeList = z
  .record(
    z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/, { error: ISSUE_CODES.ownCode }),
    z.strictObject({ ja: filledText, en: filledText }),
  )
  .refine((list) => Object.keys(list).length <= MAX_OWN_REASONS, { error: ISSUE_CODES.tooMany })
  .meta({ id: 'CodeList', description: `Code → its label in both languages; ${MAX_OWN_REASONS} at most.` });
const TIME_ZONES = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
const isTimeZone = (zone: string): boolean => TIME_ZONES.has(zone);

const limited = ({ min, max }: { min: number; max: number }) => z.int().min(min).max(max);

export const settingsSchema = z
  .strictObject({
    zone: z
      .string()
      .refine(isTimeZone, { error: ISSUE_CODES.timeZone })
      .describe('IANA time zone in which all dates are meant.'),
    language: z.enum(['ja', 'en']).describe('Language of the sheets that the functions write.'),
    cadence: z.enum(['rolling', 'fiscal']),
    fiscalYearStartMonth: limited(SETTING_LIMITS.fiscalYearStartMonth),
    companyDays: listWithoutDoubles(
      z.strictObject({ from: monthDay, to: monthDay }),
      50,
      ({ from, to }) => `${from} ${to}`,
    ).describe(
      'Days on which the company is closed every year; they may wrap the year. A business day must be left in each month.',
    ),
    extraHolidays: listWithoutDoubles(dateSchema, 500, String),
    extraWorkdays: listWithoutDoubles(dateSchema, 500, String).describe(
      'Worked whatever else says; none of them an extra holiday.',
    ),
    workingDays: limited(SETTING_LIMITS.workingDays).describe(
      "Days that an account may stay WORKING before it stands on the manager's list.",
    ),
    badFitReviewMonths: limited(SETTING_LIMITS.badFitReviewMonths),
    retryBusinessDays: limited(SETTING_LIMITS.retryBusinessDays).describe(
      'Business days after a check without answer; never more than twelve months.',
    ),
    retries: limited(SETTING_LIMITS.retries),
    managerAsksAfterDays: limited(SETTING_LIMITS.managerAsksAfterDays).describe(
      'Business days after which a manager asks about an overdue check.',
    ),
    reassignAfterDays: limited(SETTING_LIMITS.reassignAfterDays).describe(
      'Business days after which another owner is proposed; more than `managerAsksAfterDays`.',
    ),
    singleManagerMayApprove: z.boolean(),
    products: listWithoutDoubles(filledText, 100, foldWord).describe('What we sell.'),
    lostReasons: codeList,
    badFitReasons: codeList,
    onFileReasons: codeList,
    digestChannels: listWithoutDoubles(keyOf(DIGEST_CHANNELS), 4, String).describe(
      'Where digests are sent; none: nowhere. What a channel needs stands in the environment of the functions.',
    ),
    digestAudiences: listWithoutDoubles(keyOf(DIGEST_AUDIENCES), 2, String).describe(
      'Who gets one: reps each business day what waits for them, managers once a week what waits for the team.',
    ),
    digestTime: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: ISSUE_CODES.timeOfDay })
      .describe('HH:MM in the zone: none is sent before it.'),
    managerDigestWeekday: limited(SETTING_LIMITS.managerDigestWeekday).describe(
      '1 is Monday; on a closed day, managers get theirs on the next business day of the week.',
    ),
    leadPrice: limited(SETTING_LIMITS.leadPrice).describe(
      'Of a lead that is bought, in whole yen; 0 where nobody has said: no cost is told then.',
    ),
  })
  .meta({ id: 'Settings' }) satisfies z.ZodType<Settings>;

/** Any of the settings. Made once, as every schema that each call needs: one compiles itself at its first use. */
export const someSettingsSchema = settingsSchema.exactPartial();
