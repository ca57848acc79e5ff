/** The filters of a structured query: which documents they let pass, and which of them Firestore refuses. */
import { type StoredDocument, valueAt } from './documents';
import { type FieldOperator, type FilterMessage, invalid, type Value } from './messages';
import { type FieldPath, isNamePath, parseFieldPath } from './names';
import { compareValues, equalValues, typeOrder } from './values';

export type FieldFilter = { path: FieldPath; op: FieldOperator; value: Value };
export type Filter = FieldFilter | { op: 'AND' | 'OR'; filters: Filter[] };

const NULL: Value = { valueType: 'nullValue', nullValue: 'NULL_VALUE' };
const NAN: Value = { valueType: 'doubleValue', doubleValue: Number.NaN };
/** The most conjunctions that a filter may come to when it is written as a disjunction of them. */
const MAX_DISJUNCTIONS = 30;
const MAX_NOT_IN = 10;

const UNARY = {
  IS_NULL: { op: 'EQUAL', value: NULL },
  IS_NOT_NULL: { op: 'NOT_EQUAL', value: NULL },
  IS_NAN: { op: 'EQUAL', value: NAN },
  IS_NOT_NAN: { op: 'NOT_EQUAL', value: NAN },
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
      if (op !== 'AND' && op !== 'OR') throw invalid('A composite filter must have an operator.');
      if (filters.length === 0) throw invalid('A composite filter must have filters.');
      return { op, filters: filters.map(parseFilter) };
    }
    case 'unaryFilter': {
      const { op, field } = message.unaryFilter;
      if (!op || !UNARY[op]) throw invalid('A unary filter must have an operator.');
      return { path: parseFieldPath(field?.fieldPath), ...UNARY[op] };
    }
    case 'fieldFilter': {
      const { op, field, value } = message.fieldFilter;
      if (!op || !value) throw invalid('A field filter must have an operator and a value.');
      return { path: parseFieldPath(field?.fieldPath), op, value };
    }
    default:
      throw invalid('A filter must have a type.');
  }
}

const isComposite = (filter: Filter): filter is { op: 'AND' | 'OR'; filters: Filter[] } =>
  'filters' in filter;

export function fieldFilters(filter: Filter | undefined): FieldFilter[] {
  if (!filter) return [];
  return isComposite(filter) ? filter.filters.flatMap(fieldFilters) : [filter];
}

/** The field filters that every answered document passes: those under ANDs alone. */
export function conjuncts(filter: Filter | undefined): FieldFilter[] {
  if (!filter) return [];
  if (!isComposite(filter)) return [filter];
  return filter.op === 'AND' || filter.filters.length === 1 ? filter.filters.flatMap(conjuncts) : [];
}

/** The elements of the list that IN, NOT_IN and ARRAY_CONTAINS_ANY compare with. */
export const listOf = (value: Value): Value[] =>
  value.valueType === 'arrayValue' ? (value.arrayValue.values ?? []) : [];

export function passes(filter: Filter, document: StoredDocument): boolean {
  if (isComposite(filter)) {
    return filter.op === 'AND'
      ? filter.filters.every((part) => passes(part, document))
      : filter.filters.some((part) => passes(part, document));
  }
  const value = valueAt(document, filter.path);
  return value !== undefined && compares(value, filter);
}

const isNull = (value: Value) => value.valueType === 'nullValue';
/** NaN sorts before all numbers but is less than none. */
const comparable = (a: Value, b: Value) =>
  typeOrder(a) === typeOrder(b) && (equalValues(a, b) || !equalValues(a, NAN));

function compares(value: Value, { op, value: operand }: FieldFilter): boolean {
  switch (op) {
    case 'EQUAL':
      return equalValues(value, operand);
    case 'NOT_EQUAL':
      return !isNull(value) && !equalValues(value, operand);
    case 'LESS_THAN':
      return comparable(value, operand) && compareValues(value, operand) < 0;
    case 'LESS_THAN_OR_EQUAL':
      return comparable(value, operand) && compareValues(value, operand) <= 0;
    case 'GREATER_THAN':
      return comparable(value, operand) && compareValues(value, operand) > 0;
    case 'GREATER_THAN_OR_EQUAL':
      return comparable(value, operand) && compareValues(value, operand) >= 0;
    case 'IN':
      return listOf(operand).some((element) => equalValues(value, element));
    case 'NOT_IN':
      return (
        !isNull(value) && listOf(operand).every((element) => !isNull(element) && !equalValues(value, element))
      );
    case 'ARRAY_CONTAINS':
      return (
        value.valueType === 'arrayValue' && listOf(value).some((element) => equalValues(element, operand))
      );
    case 'ARRAY_CONTAINS_ANY':
      return (
        value.valueType === 'arrayValue' &&
        listOf(value).some((element) => listOf(operand).some((other) => equalValues(element, other)))
      );
    default:
      return op satisfies never;
  }
}

/** What a filter comes to when it is written as an OR of ANDs: how many ANDs, and the most array memberships in one. */
function normalForm(filter: Filter): { disjunctions: number; memberships: number } {
  if (!isComposite(filter)) {
    const isMembership = filter.op === 'ARRAY_CONTAINS' || filter.op === 'ARRAY_CONTAINS_ANY';
    const isList = filter.op === 'IN' || filter.op === 'ARRAY_CONTAINS_ANY';
    return {
      disjunctions: isList ? Math.max(1, listOf(filter.value).length) : 1,
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

const hasOr = (filter: Filter): boolean =>
  isComposite(filter) && ((filter.op === 'OR' && filter.filters.length > 1) || filter.filters.some(hasOr));

/** Refuses the combinations that Firestore refuses. */
export function checkFilter(filter: Filter): void {
  const parts = fieldFilters(filter);
  const ops = parts.map(({ op }) => op);
  if (ops.filter((op) => op === 'NOT_EQUAL' || op === 'NOT_IN').length > 1) {
    throw invalid(
      "Only a single 'NOT_EQUAL', 'NOT_IN', 'IS_NOT_NAN', or 'IS_NOT_NULL' filter allowed per query.",
    );
  }
  if (ops.includes('NOT_IN') && (ops.includes('IN') || ops.includes('ARRAY_CONTAINS_ANY') || hasOr(filter))) {
    throw invalid("'NOT_IN' cannot be used in the same query with 'IN', 'ARRAY_CONTAINS_ANY' or 'OR'.");
  }
  const inequalities = parts.filter(({ op }) => INEQUALITIES.includes(op));
  const fixesKey = parts.some(({ path, op }) => isNamePath(path) && (op === 'EQUAL' || op === 'IN'));
  if (fixesKey && inequalities.length > 0 && !inequalities.some(({ path }) => isNamePath(path))) {
    throw invalid(
      'Equality on key is not allowed if there are other inequality fields and key does not appear in inequalities.',
    );
  }
  for (const { op, value } of parts) {
    if (op !== 'IN' && op !== 'NOT_IN' && op !== 'ARRAY_CONTAINS_ANY') continue;
    if (listOf(value).length === 0) throw invalid(`'${op}' requires an non-empty ArrayValue.`);
    if (op === 'NOT_IN' && listOf(value).length > MAX_NOT_IN) {
      throw invalid(`'NOT_IN' supports up to ${MAX_NOT_IN} comparison values.`);
    }
  }
  const { disjunctions, memberships } = normalForm(filter);
  if (disjunctions > MAX_DISJUNCTIONS) {
    throw invalid(
      `Too many disjunctions after normalization. Result had ${disjunctions} disjunctions which is more than the maximum of ${MAX_DISJUNCTIONS}`,
    );
  }
  if (memberships > 1) throw invalid("A maximum of 1 'ARRAY_CONTAINS' filter is allowed per disjunction.");
}
