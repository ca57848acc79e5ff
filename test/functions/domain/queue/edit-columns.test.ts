import {
  CONTACT_EDIT_COLUMNS,
  FORECAST_COLUMNS,
  isContactColumn,
  isForecastColumn,
  isPartColumn,
  OPPORTUNITY_EDIT_COLUMNS,
  QUEUE_EDIT_COLUMNS,
  TASK_EDIT_COLUMNS,
} from '../../../../functions/domain/queue/edit-columns';

test('each column is known by one key, whatever the tab', () => {
  expect(new Set(QUEUE_EDIT_COLUMNS).size).toBe(QUEUE_EDIT_COLUMNS.length);
  const ofParts = [...OPPORTUNITY_EDIT_COLUMNS, ...CONTACT_EDIT_COLUMNS];
  expect(ofParts.filter((key) => !QUEUE_EDIT_COLUMNS.includes(key))).toEqual([]);
  expect(FORECAST_COLUMNS.every((key) => isForecastColumn(key) && isPartColumn(key))).toBe(true);
  expect(CONTACT_EDIT_COLUMNS.every((key) => isContactColumn(key) && isPartColumn(key))).toBe(true);
  expect(TASK_EDIT_COLUMNS.some((key) => isPartColumn(key) || isContactColumn(key))).toBe(false);
});
