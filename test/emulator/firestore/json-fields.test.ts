import { fieldsOfJson } from '../../../emulator/firestore/json-fields';
import { bytes, double, int, list, map, str, time } from './sample-values';

test('fields of a journal of an earlier version are read', () => {
  const json =
    '{"n":{"integerValue":"9007199254740993"},"t":{"stringValue":"八"},"b":{"bytesValue":"AP8="},"at":{"timestampValue":{"seconds":"5","nanos":1000}},"odd":{"arrayValue":{"values":[{"doubleValue":"NaN"},{"doubleValue":"-0"},{"doubleValue":"-Infinity"},{"doubleValue":0.5},{"stringValue":"NaN"}]}},"m":{"mapValue":{"fields":{"k":{"mapValue":{}}}}}}';
  expect(fieldsOfJson(JSON.parse(json))).toEqual({
    n: int('9007199254740993'),
    t: str('八'),
    b: bytes(0, 255),
    at: time(5, 1000),
    odd: list(double(Number.NaN), double(-0), double(Number.NEGATIVE_INFINITY), double(0.5), str('NaN')),
    m: map({ k: { valueType: 'mapValue', mapValue: {} } }),
  });
});

test.each([
  '[]',
  '{"n":1}',
  '{"n":{}}',
  '{"n":{"noValue":1}}',
  '{"n":{"integerValue":1}}',
  '{"n":{"doubleValue":"many"}}',
  '{"n":{"arrayValue":{"values":{}}}}',
  '{"n":{"mapValue":{"fields":{"k":null}}}}',
])('%s is refused', (json) => {
  expect(() => fieldsOfJson(JSON.parse(json))).toThrow(TypeError);
});
