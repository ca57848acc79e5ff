/** The team: its members, their roles, and the settings that managers keep. */
import type { BusinessCalendar } from '../calendar/business-days';
import type { Cadence } from '../calendar/cadence';
import type { CalendarDate } from '../calendar/calendar-date';
import { usableCalendar } from '../calendar/working-months';
import { BAD_FIT_REASONS, LOST_REASONS, ON_FILE_REASONS } from '../status/code-list-texts';
import type { CodeList } from '../status/code-lists';
import { text } from '../text/text';
import type { DigestAudience, DigestChannel } from './digest-choices';

/** An admin is a manager who also keeps the member list. */
export const ROLES = {
  viewer: text('閲覧者', 'Viewer'),
  is: text('インサイドセールス', 'Inside sales rep'),
  fs: text('フィールドセールス', 'Field sales rep'),
  manager: text('マネージャー', 'Manager'),
  admin: text('管理者', 'Admin'),
} as const;
export type Role = keyof typeof ROLES;

/** Days on which a member is away, in the team's zone. */
export interface Leave {
  from: CalendarDate;
  /** The last day of it. */
  to: CalendarDate;
  /** Who acts meanwhile; null for the managers. */
  standInId: string | null;
}

export interface Member {
  id: string;
  /** Lower case. */
  email: string;
  name: string;
  /** How the name is read, in kana; absent: nobody has said. */
  kana?: string;
  role: Role;
  /** False once the person has left: keeps its name in the history, may do nothing. */
  active: boolean;
  /** Absent: none. */
  leaves?: readonly Leave[];
  /** In which the person reads windows, mails and the calendar; absent: none was chosen. */
  language?: 'ja' | 'en';
}

export const isManager = (member: Member): boolean =>
  member.active && (member.role === 'manager' || member.role === 'admin');

export const mayWrite = (member: Member): boolean => member.active && member.role !== 'viewer';

/** Field sales pursue opportunities, and so may a manager, who may do what every rep may. */
export const mayOwnOpportunity = (member: Member | null): boolean =>
  member?.active === true && (member.role === 'fs' || isManager(member));

export interface Settings {
  /** IANA time zone in which every calendar date of the team is meant. */
  zone: string;
  /** Language of the sheets that the functions write. */
  language: 'ja' | 'en';
  cadence: Cadence['kind'];
  /** 1 to 12. */
  fiscalYearStartMonth: number;
  /** Days on which the company is closed every year, MM-DD, may wrap the year. */
  companyDays: readonly { from: string; to: string }[];
  extraHolidays: readonly CalendarDate[];
  extraWorkdays: readonly CalendarDate[];
  /** Calendar days that an account may stay WORKING before it stands on the manager's list. */
  workingDays: number;
  /** Months after which a bad fit comes up for review again. */
  badFitReviewMonths: number;
  /** Business days after a check without answer. */
  retryBusinessDays: number;
  /** Retries before a check without answer counts as missed. */
  retries: number;
  /** Business days after which a manager asks about an overdue check. */
  managerAsksAfterDays: number;
  /** Business days after which another owner is proposed; more than `managerAsksAfterDays`. */
  reassignAfterDays: number;
  /** A team with a single manager may allow that manager's own approval. */
  singleManagerMayApprove: boolean;
  /** What we sell. */
  products: readonly string[];
  lostReasons: CodeList;
  badFitReasons: CodeList;
  onFileReasons: CodeList;
  /** None: no digests are sent. */
  digestChannels: readonly DigestChannel[];
  digestAudiences: readonly DigestAudience[];
  /** HH:MM in the team's zone: no digest goes before it. */
  digestTime: string;
  /** 1 is Monday, 5 is Friday: managers get theirs then or, where it is no business day, on the next one of the week. */
  managerDigestWeekday: number;
  /** Of a lead that is bought, in whole yen; 0 where nobody has said. */
  leadPrice: number;
}

export const DEFAULT_SETTINGS: Settings = {
  zone: 'Asia/Tokyo',
  language: 'ja',
  cadence: 'rolling',
  fiscalYearStartMonth: 4,
  companyDays: [{ from: '12-29', to: '01-03' }],
  extraHolidays: [],
  extraWorkdays: [],
  workingDays: 90,
  badFitReviewMonths: 6,
  retryBusinessDays: 10,
  retries: 2,
  managerAsksAfterDays: 5,
  reassignAfterDays: 15,
  singleManagerMayApprove: false,
  products: [],
  lostReasons: {},
  badFitReasons: {},
  onFileReasons: {},
  digestChannels: [],
  digestAudiences: ['reps', 'managers'],
  digestTime: '07:00',
  managerDigestWeekday: 1,
  leadPrice: 0,
};

/** What the settings name; customer lists may name other products, as those of a purchased company. */
export const isOurProduct = (product: string, { products }: Settings): boolean => products.includes(product);

/** What the choices of a form are made of. */
export type ChoiceSettings = Pick<Settings, 'products' | 'lostReasons' | 'badFitReasons' | 'onFileReasons'>;

export const lostReasons = (settings: ChoiceSettings): CodeList => ({
  ...LOST_REASONS,
  ...settings.lostReasons,
});
export const badFitReasons = (settings: ChoiceSettings): CodeList => ({
  ...BAD_FIT_REASONS,
  ...settings.badFitReasons,
});
export const onFileReasons = (settings: ChoiceSettings): CodeList => ({
  ...ON_FILE_REASONS,
  ...settings.onFileReasons,
});

export const cadenceOf = (settings: Settings): Cadence =>
  settings.cadence === 'fiscal'
    ? { kind: 'fiscal', fiscalYearStartMonth: settings.fiscalYearStartMonth }
    : { kind: 'rolling' };

/** As the settings say, also where that leaves no business day. `holidays` are the public ones. */
export const settingsCalendar = (
  { companyDays, extraHolidays, extraWorkdays }: Settings,
  holidays: ReadonlySet<CalendarDate>,
): BusinessCalendar => ({ holidays, companyDays, extraHolidays, extraWorkdays });

/** Settings are read once and asked with every call. */
const calendars = new WeakMap<Settings, BusinessCalendar>();

/** With a business day in every month. `holidays` are the public ones. */
export const calendarOf = (settings: Settings, holidays: ReadonlySet<CalendarDate>): BusinessCalendar => {
  const known = calendars.get(settings);
  if (known?.holidays === holidays) return known;
  const calendar = usableCalendar(settingsCalendar(settings, holidays));
  calendars.set(settings, calendar);
  return calendar;
};
