/** The customer list of the purchased company, as a file to be imported. */
import { addMonths, type CalendarDate } from '../../functions/domain/calendar/calendar-date';
import { STATUS, type Status } from '../../functions/domain/status/statuses';
import { PURCHASED_PRODUCT } from './team';

/** Its clients, without contract numbers, and some companies that it had lost contact with. */
export const purchasedListCsv = (
  companies: readonly { name: string; corporateNumber: string }[],
  today: CalendarDate,
): Uint8Array => {
  const lines = companies.map(({ name, corporateNumber }, n) => {
    const identity = [`M-${101 + n}`, name, corporateNumber];
    const line = (status: Status, ...rest: string[]) =>
      [...identity, STATUS[status].label.ja, ...rest].join();
    if (n < 9) return line('CURRENT_CLIENT', PURCHASED_PRODUCT, addMonths(today, -6 * n - 5), '');
    return line(n < 11 ? 'QUARTERLY_CHECK' : 'DEAD_OPPORTUNITY', '', '', addMonths(today, 8 - n));
  });
  return Buffer.from(
    ['顧客番号,会社名,法人番号,ステータス,製品,契約日,最終連絡日', ...lines, ''].join('\r\n'),
  );
};
