/** Every next check of ten years and the day at every seventh hour, as one digest: the same in any host's time zone. */
import { createHash } from 'node:crypto';
import { dateIn } from '../../../../functions/clock';
import type { BusinessCalendar } from '../../../../functions/domain/calendar/business-days';
import { type Cadence, nextCheckDate } from '../../../../functions/domain/calendar/cadence';
import { addDays, dayOfMonth } from '../../../../functions/domain/calendar/calendar-date';
import { parseTypedDate } from '../../../../functions/domain/calendar/typed-date';
import { japanesePublicHolidays } from '../../../../functions/public-holidays';

const CADENCES: readonly Cadence[] = [{ kind: 'rolling' }, { kind: 'fiscal', fiscalYearStartMonth: 4 }];

export function digestOfTenYears(): { days: number; digest: string } {
  const calendar: BusinessCalendar = {
    holidays: japanesePublicHolidays(),
    companyDays: [{ from: '12-29', to: '01-03' }],
    extraHolidays: [],
    extraWorkdays: [],
  };
  const hash = createHash('sha256');
  let days = 0;
  for (let base = '2026-01-01'; base <= '2035-12-31'; base = addDays(base, 1)) {
    for (const cadence of CADENCES) hash.update(nextCheckDate(base, dayOfMonth(base), cadence, calendar));
    hash.update(JSON.stringify(parseTypedDate('明日', { today: base, fiscalYearStartMonth: 4 })));
    days++;
  }
  const tenYears = Date.UTC(2036, 0, 1);
  for (let instant = Date.UTC(2026, 0, 1); instant < tenYears; instant += 7 * 3_600_000) {
    hash.update(dateIn('Asia/Tokyo', new Date(instant)));
  }
  return { days, digest: hash.digest('hex') };
}
