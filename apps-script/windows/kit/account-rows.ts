/** Fields with one row for each of certain parts of the account: which parts, and with which first values. */
import { openOpportunities, sortedById } from '../../../functions/domain/account/account';
import type { FormContext } from './form-context';
import type { FormField, FormValue, Row } from './form-data';

export interface RowPart {
  id: string;
  name: string;
  first: Row;
}

export const ROW_ID_KEYS = { closings: 'opportunityId', churns: 'productId' } as const;
export type RowsKind = keyof typeof ROW_ID_KEYS;

export const isRowsKind = (kind: FormField['kind']): kind is RowsKind => kind in ROW_ID_KEYS;

export const rowParts = (kind: RowsKind, { account, today }: FormContext): RowPart[] => {
  if (account === null) return [];
  if (kind === 'closings')
    return openOpportunities(account).map(({ id, product }) => ({
      id,
      name: product,
      first: { outcome: '', on: today, lostReason: '', note: '' },
    }));
  // Each product in use needs an end, and each ended one a reason (guard CHURNED).
  return sortedById(account.products)
    .filter(
      ({ state, endsOn, churnReason }) =>
        (state === 'live' || state === 'ended') &&
        (endsOn === null || endsOn > today || (churnReason ?? '').trim() === ''),
    )
    .map(({ id, product, endsOn }) => ({ id, name: product, first: { endsOn: endsOn ?? '', reason: '' } }));
};

/** One row for each part, with the values entered for it. */
export const rowsOf = (kind: RowsKind, about: FormContext, entered: FormValue | undefined): Row[] => {
  const idKey = ROW_ID_KEYS[kind];
  // Only `RowGroups` enters a value into such a field, and it enters rows.
  const known = Array.isArray(entered) ? (entered as readonly Row[]) : [];
  return rowParts(kind, about).map(({ id, first }) => ({
    [idKey]: id,
    ...first,
    ...known.find((row) => row[idKey] === id),
  }));
};
