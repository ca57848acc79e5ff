/** The team's settings, as a manager sends them and as they are stored. */
import { z } from 'zod';
import type { Settings } from '../domain/account/team';
import { dateSchema, shortText } from './scalars';

const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .describe('MM-DD');
const codeList = z
  .record(
    z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/),
    z.strictObject({ ja: shortText.min(1), en: shortText.min(1) }),
  )
  .meta({ id: 'CodeList', description: 'Code → its label in both languages.' });
const isTimeZone = (zone: string): boolean =>
  Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC';

export const settingsSchema = z
  .strictObject({
    zone: z.string().refine(isTimeZone).describe('IANA time zone in which all dates are meant.'),
    language: z.enum(['ja', 'en']).describe('Language of the sheets that the functions write.'),
    cadence: z.enum(['rolling', 'fiscal']),
    fiscalYearStartMonth: z.int().min(1).max(12),
    companyDays: z
      .array(z.strictObject({ from: monthDay, to: monthDay }))
      .max(50)
      .describe('Days on which the company is closed every year; they may wrap the year.'),
    extraHolidays: z.array(dateSchema).max(500),
    extraWorkdays: z.array(dateSchema).max(500),
    workingDays: z
      .int()
      .min(1)
      .max(730)
      .describe("Days that an account may stay WORKING before it stands on the manager's list."),
    badFitReviewMonths: z.int().min(1).max(60),
    retryBusinessDays: z.int().min(1).max(60).describe('Business days after a check without answer.'),
    retries: z.int().min(0).max(10),
    singleManagerMayApprove: z.boolean(),
    products: z.array(shortText.min(1)).max(100).describe('What we sell.'),
    lostReasons: codeList,
    badFitReasons: codeList,
    onFileReasons: codeList,
  })
  .meta({ id: 'Settings' }) satisfies z.ZodType<Settings>;
