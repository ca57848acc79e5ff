/** Fields with one entry for each part of the account: which parts those are, and what stands there first. */
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
  // Everything live must have an end, and what ended without a reason (guard CHURNED).
  return sortedById(account.products)
    .filter(
      ({ state, endsOn, churnReason }) =>
        (state === 'live' || state === 'ended') &&
        (endsOn === null || endsOn > today || (churnReason ?? '').trim() === ''),
    )
    .map(({ id, product, endsOn }) => ({ id, name: product, first: { endsOn: endsOn ?? '', reason: '' } }));
};

/** A row for every part, with what was entered of it. */
export const rowsOf = (kind: RowsKind, about: FormContext, entered: FormValue | undefined): Row[] => {
  const idKey = ROW_ID_KEYS[kind];
  // A field of rows holds rows: only `RowGroups` enters anything into it.
  const known = Array.isArray(entered) ? (entered as readonly Row[]) : [];
  return rowParts(kind, about).map(({ id, first }) => ({
    [idKey]: id,
    ...first,
    ...known.find((row) => row[idKey] === id),
  }));
};
