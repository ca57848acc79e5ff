/** The products that the company uses, has used, or may use, according to a row. */
import type { ProductInput } from '../domain/account/command-inputs';
import { definedFields } from '../domain/account/defined-fields';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { Status } from '../domain/status/statuses';
import type { ListRow } from './company-list';
import type { RowReading } from './row-reading';

interface ProductTerms {
  list: string;
  today: CalendarDate;
  /** What every company of the list uses; where a row names a product of its own, that one. */
  product?: string | undefined;
}

/** A row with a contract is about a client, whatever else it says. */
export const hasContract = ({ product, productSince, productEnd, reference }: ListRow['values']): boolean =>
  product !== undefined && [productSince, productEnd, reference].some((value) => value !== undefined);

/** Separates several products in a cell: ハチ見積、ハチ請求. A slash or plus may be part of a name. */
const BETWEEN_PRODUCTS = /[、;；\n]|, /;

/** Undefined where it names none, or the list is of clients and the company is no client. */
export const productsOfRow = (
  { values, remark, dateOf, pastDateOf }: RowReading,
  status: Status | undefined,
  terms: ProductTerms,
): ProductInput[] | undefined => {
  const product = values.product ?? terms.product;
  const since = pastDateOf('productSince', 'useSince');
  const endsOn = dateOf('productEnd', 'useEnd');
  const isClient = status === 'CURRENT_CLIENT';
  if (product === undefined || (terms.product !== undefined && !isClient)) return undefined;
  const hasEnded = endsOn !== undefined && endsOn <= terms.today;
  if (hasEnded && isClient) remark('CONTRACT_ENDED', 'productEnd');
  const names = product.split(BETWEEN_PRODUCTS).map((name) => name.trim());
  return [...new Set(names)]
    .filter((name) => name !== '')
    .map((name) => ({
      product: name,
      // Only a client uses one, be it until a day that is over; of another company it is what it may use, or has used.
      state: isClient ? 'live' : hasEnded ? 'ended' : 'prospect',
      ...definedFields({ since, endsOn, churnReason: values.churnReason, reference: values.reference }),
      source: `list:${terms.list}`,
    }));
};
