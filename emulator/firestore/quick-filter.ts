/** Sees of most documents, by their bytes alone, that a query does not ask for them. */
import { compareEncoded } from './encoded-order';
import { decodeValue, elementPart, encodeValue, PathFinder } from './field-bytes';
import { arrayElements, conjunctFilters, type FieldFilter, type Filter, satisfiesFilter } from './filters';
import type { FirestoreValue } from './messages';
import { type FieldPath, isNamePath, samePath } from './resource-names';

type BytesFilter = (bytes: Buffer) => boolean;

/**
 * False only for documents that do not pass the filter or lack a field that they are ordered by; those for which it is true are
 * still to be looked at.
 */
export function quickFilter(filter: Filter | undefined, ordered: readonly FieldPath[]): BytesFilter {
  const filters = conjunctFilters(filter);
  const parts = filters.flatMap((part) => partFilter(part) ?? []);
  for (const path of ordered)
    if (!isNamePath(path) && !filters.some((part) => samePath(part.path, path))) parts.push(hasField(path));
  return (bytes) => parts.every((part) => part(bytes));
}

function hasField(path: FieldPath): BytesFilter {
  const field = new PathFinder(path);
  return (bytes) => field.find(bytes) !== false;
}

/** Undefined where the bytes tell too little. */
function partFilter({ path, op, value }: FieldFilter): BytesFilter | undefined {
  if (isNamePath(path)) return undefined;
  const field = new PathFinder(path);
  const mayPass = valueFilter(op, value);
  // What has to be decoded to be found is still to be looked at.
  return (bytes) => {
    const found = field.find(bytes);
    return found === true ? mayPass(bytes, field) : found !== false;
  };
}

/** Of the Value at that place. */
type ValueFilter = (bytes: Buffer, place: { from: number; to: number }) => boolean;

function valueFilter(op: FieldFilter['op'], value: FirestoreValue): ValueFilter {
  switch (op) {
    case 'EQUAL':
      return mayEqualOne([encodeValue(value)]);
    case 'IN':
      return mayEqualOne(arrayElements(value).map(encodeValue));
    case 'ARRAY_CONTAINS':
    case 'ARRAY_CONTAINS_ANY': {
      const elements = op === 'ARRAY_CONTAINS' ? [value] : arrayElements(value);
      if (elements.some(({ valueType }) => valueType !== 'stringValue')) return () => true;
      const parts = elements.map((element) => elementPart(encodeValue(element)));
      return (bytes, { from, to }) => {
        const array = bytes.subarray(from, to);
        return parts.some((part) => array.includes(part));
      };
    }
    default: {
      const [encoded, holds] = [encodeValue(value), COMPARISONS[op]];
      return (bytes, { from, to }) => {
        const compared = holds && compareEncoded(bytes, from, to, encoded);
        return holds === undefined || compared === undefined
          ? satisfiesFilter(decodeValue(bytes, from, to), op, value)
          : holds(compared);
      };
    }
  }
}

const COMPARISONS: Partial<Record<FieldFilter['op'], (compared: number) => boolean>> = {
  LESS_THAN: (compared) => compared < 0,
  LESS_THAN_OR_EQUAL: (compared) => compared <= 0,
  GREATER_THAN: (compared) => compared > 0,
  GREATER_THAN_OR_EQUAL: (compared) => compared >= 0,
  NOT_EQUAL: (compared) => compared !== 0,
};

const mayEqualOne =
  (values: readonly Buffer[]): ValueFilter =>
  (bytes, place) =>
    values.some((value) => mayEqual(bytes, place, value));

/** First bytes of Values that are equal only where all bytes are. */
const PLAIN_VALUES: ReadonlySet<number | undefined> = new Set([
  // nullValue, booleanValue, integerValue, stringValue.
  ...[0x58, 0x08, 0x10, 0x8a],
]);
/** First bytes of numbers: an integer may equal a double. */
const NUMBERS: ReadonlySet<number | undefined> = new Set([0x10, 0x19]);

function mayEqual(bytes: Buffer, { from, to }: { from: number; to: number }, value: Buffer): boolean {
  if (from === to || value.length === 0) return true;
  const [own, wanted] = [bytes[from], value[0]];
  if (own !== wanted) return NUMBERS.has(own) && NUMBERS.has(wanted);
  if (!PLAIN_VALUES.has(own)) return true;
  return value.length === to - from && bytes.compare(value, 0, value.length, from, to) === 0;
}
