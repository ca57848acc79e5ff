/** Field transforms: server timestamp, increment, minimum, maximum, array union and removal. */
import { toTimestamp } from './documents';
import { type FieldTransform, invalid, type Value } from './messages';
import { compareValues, equalValues, numberOf } from './values';

const MAX_INTEGER = 2n ** 63n - 1n;
const MIN_INTEGER = -(2n ** 63n);
const NULL: Value = { valueType: 'nullValue', nullValue: 'NULL_VALUE' };

/** The new value of a field and what the caller is told of it. */
export function transformed(
  transform: FieldTransform,
  before: Value | undefined,
  now: number,
): { value: Value; result: Value } {
  switch (transform.transformType) {
    case 'setToServerValue': {
      const value: Value = { valueType: 'timestampValue', timestampValue: toTimestamp(now) };
      return { value, result: value };
    }
    case 'increment':
      return same(
        isNumber(before) ? sum(before, numeric(transform.increment)) : numeric(transform.increment),
      );
    case 'maximum':
      return same(extreme(before, numeric(transform.maximum), 1));
    case 'minimum':
      return same(extreme(before, numeric(transform.minimum), -1));
    case 'appendMissingElements': {
      const values = [...elementsOf(before)];
      for (const element of transform.appendMissingElements.values ?? []) {
        if (!values.some((value) => equalValues(value, element))) values.push(element);
      }
      return { value: arrayOf(values), result: NULL };
    }
    case 'removeAllFromArray': {
      const removed = transform.removeAllFromArray.values ?? [];
      const values = elementsOf(before).filter(
        (value) => !removed.some((other) => equalValues(value, other)),
      );
      return { value: arrayOf(values), result: NULL };
    }
    default:
      throw invalid('A field transform must have a type.');
  }
}

const same = (value: Value) => ({ value, result: value });
const elementsOf = (value: Value | undefined): Value[] =>
  value?.valueType === 'arrayValue' ? (value.arrayValue.values ?? []) : [];
const arrayOf = (values: Value[]): Value => ({
  valueType: 'arrayValue',
  arrayValue: values.length > 0 ? { values } : {},
});
const isNumber = (value: Value | undefined): value is Value =>
  value?.valueType === 'integerValue' || value?.valueType === 'doubleValue';

function numeric(operand: Value): Value {
  if (!isNumber(operand)) throw invalid('The operand of a numeric transform must be an integer or a double.');
  return operand;
}

/** Integers stay integers and are clamped at 64 bits; any double makes a double. */
function sum(a: Value, b: Value): Value {
  if (a.valueType === 'integerValue' && b.valueType === 'integerValue') {
    const exact = BigInt(a.integerValue) + BigInt(b.integerValue);
    const clamped = exact > MAX_INTEGER ? MAX_INTEGER : exact < MIN_INTEGER ? MIN_INTEGER : exact;
    return { valueType: 'integerValue', integerValue: clamped.toString() };
  }
  return { valueType: 'doubleValue', doubleValue: Number(numberOf(a)) + Number(numberOf(b)) };
}

/** Equal numbers (0 and 0.0) leave the stored one; NaN wins over everything. */
function extreme(before: Value | undefined, operand: Value, sign: 1 | -1): Value {
  if (!isNumber(before)) return operand;
  if (isNan(before) || isNan(operand)) return isNan(before) ? before : operand;
  return compareValues(operand, before) * sign > 0 ? operand : before;
}

const isNan = (value: Value) => value.valueType === 'doubleValue' && Number.isNaN(value.doubleValue);
