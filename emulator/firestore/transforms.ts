/** Field transforms: server timestamp, increment, minimum, maximum, array union and removal. */

import { type FieldTransform, type FirestoreValue, invalidArgument } from './messages';
import { toTimestamp } from './stored-document';
import { compareValues, equalValues, numberOf } from './values';

const MAX_INTEGER = 2n ** 63n - 1n;
const MIN_INTEGER = -(2n ** 63n);
const NULL: FirestoreValue = { valueType: 'nullValue', nullValue: 'NULL_VALUE' };

/** The new value of a field, and the result that the caller receives. `now` is in microseconds since 1970. */
export function applyTransform(
  transform: FieldTransform,
  before: FirestoreValue | undefined,
  now: number,
): { value: FirestoreValue; result: FirestoreValue } {
  switch (transform.transformType) {
    case 'setToServerValue': {
      const value: FirestoreValue = { valueType: 'timestampValue', timestampValue: toTimestamp(now) };
      return { value, result: value };
    }
    case 'increment':
      return sameResult(
        isNumber(before)
          ? addNumbers(before, requireNumber(transform.increment))
          : requireNumber(transform.increment),
      );
    case 'maximum':
      return sameResult(extreme(before, requireNumber(transform.maximum), 1));
    case 'minimum':
      return sameResult(extreme(before, requireNumber(transform.minimum), -1));
    case 'appendMissingElements': {
      const values = [...arrayElementsOf(before)];
      for (const element of transform.appendMissingElements.values ?? []) {
        if (!values.some((value) => equalValues(value, element))) values.push(element);
      }
      return { value: arrayOf(values), result: NULL };
    }
    case 'removeAllFromArray': {
      const removed = transform.removeAllFromArray.values ?? [];
      const values = arrayElementsOf(before).filter(
        (value) => !removed.some((other) => equalValues(value, other)),
      );
      return { value: arrayOf(values), result: NULL };
    }
    default:
      throw invalidArgument('A field transform must have a type.');
  }
}

const sameResult = (value: FirestoreValue) => ({ value, result: value });
const arrayElementsOf = (value: FirestoreValue | undefined): FirestoreValue[] =>
  value?.valueType === 'arrayValue' ? (value.arrayValue.values ?? []) : [];
const arrayOf = (values: FirestoreValue[]): FirestoreValue => ({
  valueType: 'arrayValue',
  arrayValue: values.length > 0 ? { values } : {},
});
const isNumber = (value: FirestoreValue | undefined): value is FirestoreValue =>
  value?.valueType === 'integerValue' || value?.valueType === 'doubleValue';

function requireNumber(operand: FirestoreValue): FirestoreValue {
  if (!isNumber(operand))
    throw invalidArgument('The operand of a numeric transform must be an integer or a double.');
  return operand;
}

/** The sum of integers is an integer, clamped at 64 bits; with a double it is a double. */
function addNumbers(a: FirestoreValue, b: FirestoreValue): FirestoreValue {
  if (a.valueType === 'integerValue' && b.valueType === 'integerValue') {
    const exact = BigInt(a.integerValue) + BigInt(b.integerValue);
    const clamped = exact > MAX_INTEGER ? MAX_INTEGER : exact < MIN_INTEGER ? MIN_INTEGER : exact;
    return { valueType: 'integerValue', integerValue: clamped.toString() };
  }
  return { valueType: 'doubleValue', doubleValue: Number(numberOf(a)) + Number(numberOf(b)) };
}

/** Of equal numbers (0 and 0.0) the stored one stays; NaN wins over every number. */
function extreme(before: FirestoreValue | undefined, operand: FirestoreValue, sign: 1 | -1): FirestoreValue {
  if (!isNumber(before)) return operand;
  if (isNan(before) || isNan(operand)) return isNan(before) ? before : operand;
  return compareValues(operand, before) * sign > 0 ? operand : before;
}

const isNan = (value: FirestoreValue) => value.valueType === 'doubleValue' && Number.isNaN(value.doubleValue);
