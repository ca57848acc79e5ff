import {
  FORECAST_COLUMNS,
  isForecastColumn,
  OPPORTUNITY_EDIT_COLUMNS,
  QUEUE_EDIT_COLUMNS,
  TASK_EDIT_COLUMNS,
} from '../../../../functions/domain/queue/edit-columns';

test('each column is known by one key, whatever the tab', () => {
  expect(new Set(QUEUE_EDIT_COLUMNS).size).toBe(QUEUE_EDIT_COLUMNS.length);
  expect(OPPORTUNITY_EDIT_COLUMNS.filter((key) => !QUEUE_EDIT_COLUMNS.includes(key))).toEqual([]);
  expect(FORECAST_COLUMNS.every(isForecastColumn)).toBe(true);
  expect(TASK_EDIT_COLUMNS.some(isForecastColumn)).toBe(false);
});
