/** Sees of most documents, by their bytes alone, that a query does not ask for them. */
import { decodeValue, elementPart, encodeValue, FieldFinder } from './field-bytes';
import { arrayElements, conjunctFilters, type FieldFilter, type Filter, satisfiesFilter } from './filters';
import { type FieldPath, isNamePath } from './resource-names';

type BytesFilter = (bytes: Buffer) => boolean;

/**
 * False only for documents that do not pass the filter or lack a field that they are ordered by; those for which it is true are
 * still to be looked at.
 */
export function quickFilter(filter: Filter | undefined, ordered: readonly FieldPath[]): BytesFilter {
  const filters = conjunctFilters(filter);
  const parts = filters.flatMap((part) => partFilter(part) ?? []);
  for (const path of ordered)
    if (!isNamePath(path) && !filters.some((part) => part.path[0] === path[0])) parts.push(hasField(path));
  return (bytes) => parts.every((part) => part(bytes));
}

function hasField([head = '']: FieldPath): BytesFilter {
  const field = new FieldFinder(head);
  return (bytes) => field.find(bytes);
}

/** Undefined where the bytes tell too little. */
function partFilter({ path, op, value }: FieldFilter): BytesFilter | undefined {
  const [head = ''] = path;
  if (isNamePath(path)) return undefined;
  const field = new FieldFinder(head);
  if (path.length > 1) return (bytes) => field.find(bytes);
  switch (op) {
    case 'EQUAL':
      return mayEqualOne(field, [encodeValue(value)]);
    case 'IN':
      return mayEqualOne(field, arrayElements(value).map(encodeValue));
    case 'ARRAY_CONTAINS':
    case 'ARRAY_CONTAINS_ANY': {
      const elements = op === 'ARRAY_CONTAINS' ? [value] : arrayElements(value);
      if (elements.some(({ valueType }) => valueType !== 'stringValue')) return (bytes) => field.find(bytes);
      const parts = elements.map((element) => elementPart(encodeValue(element)));
      return (bytes) => {
        if (!field.find(bytes)) return false;
        const array = bytes.subarray(field.from, field.to);
        return parts.some((part) => array.includes(part));
      };
    }
    default:
      return (bytes) =>
        field.find(bytes) && satisfiesFilter(decodeValue(bytes, field.from, field.to), op, value);
  }
}

const mayEqualOne =
  (field: FieldFinder, values: readonly Buffer[]): BytesFilter =>
  (bytes) =>
    field.find(bytes) && values.some((value) => mayEqual(bytes, field, value));

/** First bytes of Values that are equal only where all bytes are. */
const PLAIN_VALUES: ReadonlySet<number | undefined> = new Set([
  // nullValue, booleanValue, integerValue, stringValue.
  ...[0x58, 0x08, 0x10, 0x8a],
]);
/** First bytes of numbers: an integer may equal a double. */
const NUMBERS: ReadonlySet<number | undefined> = new Set([0x10, 0x19]);

function mayEqual(bytes: Buffer, { from, to }: FieldFinder, value: Buffer): boolean {
  if (from === to || value.length === 0) return true;
  const [own, wanted] = [bytes[from], value[0]];
  if (own !== wanted) return NUMBERS.has(own) && NUMBERS.has(wanted);
  if (!PLAIN_VALUES.has(own)) return true;
  return value.length === to - from && bytes.compare(value, 0, value.length, from, to) === 0;
}
