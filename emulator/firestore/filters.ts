/** The filters of a structured query: which documents pass, and which filters Firestore refuses. */
import { type FieldOperator, type FilterMessage, type FirestoreValue, invalidArgument } from './messages';
import { type FieldPath, isNamePath, parseFieldPath } from './resource-names';
import { hasElement, type StoredDocument, valueAt } from './stored-document';
import { compareValues, equalValues, typeOrder } from './values';

export type FieldFilter = { path: FieldPath; op: FieldOperator; value: FirestoreValue };
export type Filter = FieldFilter | { op: 'AND' | 'OR'; filters: Filter[] };

const NULL_VALUE: FirestoreValue = { valueType: 'nullValue', nullValue: 'NULL_VALUE' };
const NAN_VALUE: FirestoreValue = { valueType: 'doubleValue', doubleValue: Number.NaN };
/** The most ANDs that a filter may have when it is written as an OR of ANDs. */
const MAX_DISJUNCTIONS = 30;
const MAX_NOT_IN = 10;

const UNARY_FILTERS = {
  IS_NULL: { op: 'EQUAL', value: NULL_VALUE },
  IS_NOT_NULL: { op: 'NOT_EQUAL', value: NULL_VALUE },
  IS_NAN: { op: 'EQUAL', value: NAN_VALUE },
  IS_NOT_NAN: { op: 'NOT_EQUAL', value: NAN_VALUE },
} as const;

export const INEQUALITIES: readonly FieldOperator[] = [
  'LESS_THAN',
  'LESS_THAN_OR_EQUAL',
  'GREATER_THAN',
  'GREATER_THAN_OR_EQUAL',
  'NOT_EQUAL',
  'NOT_IN',
];

export function parseFilter(message: FilterMessage): Filter {
  switch (message.filterType) {
    case 'compositeFilter': {
      const { op, filters = [] } = message.compositeFilter;
      if (op !== 'AND' && op !== 'OR') throw invalidArgument('A composite filter must have an operator.');
      if (filters.length === 0) throw invalidArgument('A composite filter must have filters.');
      return { op, filters: filters.map(parseFilter) };
    }
    case 'unaryFilter': {
      const { op, field } = message.unaryFilter;
      if (!op || !UNARY_FILTERS[op]) throw invalidArgument('A unary filter must have an operator.');
      return { path: parseFieldPath(field?.fieldPath), ...UNARY_FILTERS[op] };
    }
    case 'fieldFilter': {
      const { op, field, value } = message.fieldFilter;
      if (!op || !value) throw invalidArgument('A field filter must have an operator and a value.');
      return { path: parseFieldPath(field?.fieldPath), op, value };
    }
    default:
      throw invalidArgument('A filter must have a type.');
  }
}

const isComposite = (filter: Filter): filter is { op: 'AND' | 'OR'; filters: Filter[] } =>
  'filters' in filter;

export function fieldFilters(filter: Filter | undefined): FieldFilter[] {
  if (!filter) return [];
  return isComposite(filter) ? filter.filters.flatMap(fieldFilters) : [filter];
}

/** The field filters that every result of the query must pass: those under no OR. */
export function conjunctFilters(filter: Filter | undefined): FieldFilter[] {
  if (!filter) return [];
  if (!isComposite(filter)) return [filter];
  return filter.op === 'AND' || filter.filters.length === 1 ? filter.filters.flatMap(conjunctFilters) : [];
}

/** The elements of an array; for IN, NOT_IN and ARRAY_CONTAINS_ANY, the values to compare with. */
export const arrayElements = (value: FirestoreValue): FirestoreValue[] =>
  value.valueType === 'arrayValue' ? (value.arrayValue.values ?? []) : [];

export function passesFilter(filter: Filter, document: StoredDocument): boolean {
  if (isComposite(filter)) {
    return filter.op === 'AND'
      ? filter.filters.every((part) => passesFilter(part, document))
      : filter.filters.some((part) => passesFilter(part, document));
  }
  const { path, op, value: operand } = filter;
  if (op === 'ARRAY_CONTAINS') return hasElement(document, path, [operand]);
  if (op === 'ARRAY_CONTAINS_ANY') return hasElement(document, path, arrayElements(operand));
  const value = valueAt(document, path);
  return value !== undefined && satisfiesFilter(value, op, operand);
}

const isNull = (value: FirestoreValue) => value.valueType === 'nullValue';
/** A list does not find null and NaN, although `==` does. */
const isNeverIn = (value: FirestoreValue) => isNull(value) || equalValues(value, NAN_VALUE);
/** NaN is sorted before all numbers, but is not less than any of them. */
const areComparable = (a: FirestoreValue, b: FirestoreValue) =>
  typeOrder(a) === typeOrder(b) && (equalValues(a, b) || !equalValues(a, NAN_VALUE));

export function satisfiesFilter(
  value: FirestoreValue,
  op: Exclude<FieldOperator, 'ARRAY_CONTAINS' | 'ARRAY_CONTAINS_ANY'>,
  operand: FirestoreValue,
): boolean {
  switch (op) {
    case 'EQUAL':
      return equalValues(value, operand);
    case 'NOT_EQUAL':
      return !isNull(value) && !equalValues(value, operand);
    case 'LESS_THAN':
      return areComparable(value, operand) && compareValues(value, operand) < 0;
    case 'LESS_THAN_OR_EQUAL':
      return areComparable(value, operand) && compareValues(value, operand) <= 0;
    case 'GREATER_THAN':
      return areComparable(value, operand) && compareValues(value, operand) > 0;
    case 'GREATER_THAN_OR_EQUAL':
      return areComparable(value, operand) && compareValues(value, operand) >= 0;
    case 'IN':
      return !isNeverIn(value) && arrayElements(operand).some((element) => equalValues(value, element));
    case 'NOT_IN':
      return (
        !isNull(value) &&
        arrayElements(operand).every((element) => !isNull(element) && !equalValues(value, element))
      );
    default:
      return op satisfies never;
  }
}

/** A filter written as an OR of ANDs: how many ANDs, and the most array memberships in one of them. */
function normalForm(filter: Filter): { disjunctions: number; memberships: number } {
  if (!isComposite(filter)) {
    const isMembership = filter.op === 'ARRAY_CONTAINS' || filter.op === 'ARRAY_CONTAINS_ANY';
    const isList = filter.op === 'IN' || filter.op === 'ARRAY_CONTAINS_ANY';
    return {
      disjunctions: isList ? Math.max(1, arrayElements(filter.value).length) : 1,
      memberships: isMembership ? 1 : 0,
    };
  }
  return filter.filters.map(normalForm).reduce((a, b) =>
    filter.op === 'AND'
      ? { disjunctions: a.disjunctions * b.disjunctions, memberships: a.memberships + b.memberships }
      : {
          disjunctions: a.disjunctions + b.disjunctions,
          memberships: Math.max(a.memberships, b.memberships),
        },
  );
}

const containsOr = (filter: Filter): boolean =>
  isComposite(filter) &&
  ((filter.op === 'OR' && filter.filters.length > 1) || filter.filters.some(containsOr));

/** Throws for the combinations that Firestore refuses. */
export function checkFilter(filter: Filter): void {
  const parts = fieldFilters(filter);
  const ops = parts.map(({ op }) => op);
  if (ops.filter((op) => op === 'NOT_EQUAL' || op === 'NOT_IN').length > 1) {
    throw invalidArgument(
      "Only a single 'NOT_EQUAL', 'NOT_IN', 'IS_NOT_NAN', or 'IS_NOT_NULL' filter allowed per query.",
    );
  }
  if (
    ops.includes('NOT_IN') &&
    (ops.includes('IN') || ops.includes('ARRAY_CONTAINS_ANY') || containsOr(filter))
  ) {
    throw invalidArgument(
      "'NOT_IN' cannot be used in the same query with 'IN', 'ARRAY_CONTAINS_ANY' or 'OR'.",
    );
  }
  const inequalities = parts.filter(({ op }) => INEQUALITIES.includes(op));
  const fixesKey = parts.some(({ path, op }) => isNamePath(path) && (op === 'EQUAL' || op === 'IN'));
  if (fixesKey && inequalities.length > 0 && !inequalities.some(({ path }) => isNamePath(path))) {
    throw invalidArgument(
      'Equality on key is not allowed if there are other inequality fields and key does not appear in inequalities.',
    );
  }
  for (const { op, value } of parts) {
    if (op !== 'IN' && op !== 'NOT_IN' && op !== 'ARRAY_CONTAINS_ANY') continue;
    if (arrayElements(value).length === 0) throw invalidArgument(`'${op}' requires an non-empty ArrayValue.`);
    if (op === 'NOT_IN' && arrayElements(value).length > MAX_NOT_IN) {
      throw invalidArgument(`'NOT_IN' supports up to ${MAX_NOT_IN} comparison values.`);
    }
  }
  const { disjunctions, memberships } = normalForm(filter);
  if (disjunctions > MAX_DISJUNCTIONS) {
    throw invalidArgument(
      `Too many disjunctions after normalization. Result had ${disjunctions} disjunctions which is more than the maximum of ${MAX_DISJUNCTIONS}`,
    );
  }
  if (memberships > 1)
    throw invalidArgument("A maximum of 1 'ARRAY_CONTAINS' filter is allowed per disjunction.");
}
