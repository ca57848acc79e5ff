import { wantsCsv } from '../../../functions/http/csv-answer';

test.each<[object, string | undefined, boolean]>([
  [{ format: 'csv' }, 'application/json', true],
  [{ format: 'json' }, 'text/csv', false],
  [{}, undefined, false],
  [{}, '*/*', false],
  [{}, 'application/json', false],
  [{}, 'text/csv', true],
  [{}, 'TEXT/CSV; q=0.9, */*;q=0.1', true],
  [{}, 'text/*, application/json;q=0.5', true],
  [{}, 'text/csv, application/json', false],
  [{}, 'text/csv;q=0, */*', false],
  [{}, 'text/csv;q=high', false],
  [{}, 'text/html', false],
])('%j, accepting %s: %s', (query, accept, expected) => {
  expect(wantsCsv(query, accept)).toBe(expected);
});
