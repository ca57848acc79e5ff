/** Counts, sums and averages over the documents of a query. */
import {
  type AggregationMessage,
  type DocumentFields,
  type FirestoreValue,
  invalidArgument,
} from './messages';
import { type FieldPath, parseFieldPath } from './resource-names';
import { type StoredDocument, valueAt } from './stored-document';

export function aggregate(documents: StoredDocument[], aggregations: AggregationMessage[]): DocumentFields {
  if (aggregations.length === 0) throw invalidArgument('An aggregation query must have aggregations.');
  const results: DocumentFields = {};
  for (const [i, aggregation] of aggregations.entries()) {
    const alias = aggregation.alias || `field_${i + 1}`;
    if (alias in results) throw invalidArgument(`aggregation alias ${alias} is given twice`);
    results[alias] = aggregationResult(documents, aggregation);
  }
  return results;
}

/** A document without one of these fields is left out of every aggregation, counts too. */
export function aggregatedFields(aggregations: AggregationMessage[]): FieldPath[] {
  return aggregations
    .map((aggregation) => {
      if (aggregation.operator === 'sum') return aggregation.sum.field?.fieldPath;
      return aggregation.operator === 'avg' ? aggregation.avg.field?.fieldPath : undefined;
    })
    .filter((path) => path !== undefined)
    .map(parseFieldPath);
}

function aggregationResult(documents: StoredDocument[], aggregation: AggregationMessage): FirestoreValue {
  switch (aggregation.operator) {
    case 'count': {
      const upTo = Number(aggregation.count.upTo?.value ?? Number.POSITIVE_INFINITY);
      return integer(BigInt(Math.min(documents.length, upTo)));
    }
    case 'sum':
      return sumOf(numbersOf(documents, aggregation.sum.field?.fieldPath));
    case 'avg': {
      const numbers = numbersOf(documents, aggregation.avg.field?.fieldPath);
      if (numbers.length === 0) return { valueType: 'nullValue', nullValue: 'NULL_VALUE' };
      const total = sumOf(numbers);
      const sum = total.valueType === 'integerValue' ? Number(total.integerValue) : doubleSum(numbers);
      return double(sum / numbers.length);
    }
    default:
      throw invalidArgument('An aggregation must have an operator.');
  }
}

type NumberValue = Extract<FirestoreValue, { valueType: 'integerValue' | 'doubleValue' }>;

function numbersOf(documents: StoredDocument[], fieldPath: string | undefined): NumberValue[] {
  const path = parseFieldPath(fieldPath);
  return documents
    .map((document) => valueAt(document, path))
    .filter(
      (value): value is NumberValue =>
        value?.valueType === 'integerValue' || value?.valueType === 'doubleValue',
    );
}

const integer = (value: bigint): FirestoreValue => ({
  valueType: 'integerValue',
  integerValue: value.toString(),
});
const double = (value: number): FirestoreValue => ({ valueType: 'doubleValue', doubleValue: value });

/** The sum of integers is exact; with a double among them, or beyond 64 bits, it is a double. */
function sumOf(numbers: NumberValue[]): FirestoreValue {
  if (numbers.every((value) => value.valueType === 'integerValue')) {
    const sum = numbers.reduce((total, value) => total + BigInt(value.integerValue), 0n);
    if (BigInt.asIntN(64, sum) === sum) return integer(sum);
  }
  return double(doubleSum(numbers));
}

const doubleSum = (numbers: NumberValue[]) =>
  numbers.reduce(
    (total, value) =>
      total + (value.valueType === 'integerValue' ? Number(value.integerValue) : value.doubleValue),
    0,
  );
