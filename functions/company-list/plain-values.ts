/** Normalises values that a cell expresses in its own way. */
import { keysOf } from '../domain/status/table-keys';
import type { ListRow } from './company-list';
import type { ListField } from './list-headers';
import { mailAddressesIn } from './mail-addresses';

type Values = ListRow['values'];

/** In these fields a line break only fits the cell's width. */
const OF_ONE_LINE: ReadonlySet<ListField> = new Set<ListField>([
  ...(['name', 'kana', 'englishName', 'industry', 'status', 'owner', 'insideSales', 'address'] as const),
]);

/** Fields that identify a company: a word for "none" would look like a value that several companies share. */
const OF_ONE_OR_NONE: ReadonlySet<ListField> = new Set<ListField>([
  ...(['corporateNumber', 'securitiesCode', 'listId', 'industry', 'address'] as const),
  ...(['phone', 'domain', 'email', 'contactPhone', 'contactEmail'] as const),
]);
const NONE =
  /^(?:[-‐‑–—―ー*]+|なし|無し?|不明|未登録|未入力|未記入|未取得|該当なし|n\/?a|none|null|nil|undefined|unknown)$/i;

export const plainValues = (values: Values): Values =>
  Object.fromEntries(
    keysOf(values).flatMap((field) => {
      const value = values[field];
      if (value === undefined || (OF_ONE_OR_NONE.has(field) && NONE.test(value))) return [];
      return [[field, plainValue(field, value)] as const];
    }),
  );

const MAILS: ReadonlySet<ListField> = new Set<ListField>(['email', 'contactEmail']);
/** Several addresses in one cell are joined by it. */
export const BETWEEN_MAILS = ', ';

const plainValue = (field: ListField, value: string): string => {
  if (OF_ONE_LINE.has(field)) return inOneLine(value);
  // Where none is recognised, what was written is kept.
  return MAILS.has(field) ? mailAddressesIn(value).join(BETWEEN_MAILS) || value : value;
};

const inOneLine = (value: string): string =>
  /[\r\n]/.test(value) ? value.replace(/\s*[\r\n]+\s*/g, ' ').trim() : value;
