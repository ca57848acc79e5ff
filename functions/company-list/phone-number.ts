/** A phone number as its author meant it: a spreadsheet that has kept it as a number has dropped its leading zero, or rounded it. */
import type { ListField } from './list-headers';
import type { RowReading } from './row-reading';

/** As 3.12346E+08, or as what becomes of 8.13123E+10 when such a file is saved once more: the last digits are gone. */
const ROUNDED = /^\d(?:\.\d+)?e\+?\d+$|^81\d{4,5}0{5}$|^81\d{0,4}0{6,}$/i;
/** A number of Japan without its zero: nine digits of a land line, ten that begin with 50, 70, 80 or 90. */
const WITHOUT_ZERO = /^(?:[1-9]\d{8}|[5789]0\d{8})$/;

const BETWEEN_PHONES = /\s*(?:[,、;；／/\n]|:::)\s*/;
const FEWEST_DIGITS = 9;
const IS_FAX = /fax|ファックス|ファクス/i;

/** Several numbers of one cell; a cell with extensions or ranges (03-1111-8888～9) is one. A fax is no phone where there is one. */
export const phonesIn = (cell: string | undefined): string[] => {
  if (cell === undefined) return [];
  const parts = cell.split(BETWEEN_PHONES).filter((part) => part !== '');
  const areNumbers = parts.every((part) => part.replace(/[^\d０-９]/g, '').length >= FEWEST_DIGITS);
  if (parts.length < 2 || !areNumbers) return [cell];
  const phones = parts.filter((part) => !IS_FAX.test(part));
  return phones.length === 0 ? [cell] : phones;
};

export const phoneOf = (
  { values, remark }: Pick<RowReading, 'values' | 'remark'>,
  field: Extract<ListField, 'phone' | 'contactPhone'>,
): string | undefined => {
  const [written] = phonesIn(values[field]);
  const plain = written?.normalize('NFKC') ?? '';
  if (ROUNDED.test(plain)) {
    remark('PHONE_ROUNDED', field);
    return undefined;
  }
  if (!WITHOUT_ZERO.test(plain)) return written;
  remark('PHONE_ZERO_ADDED', field);
  return `0${plain}`;
};
