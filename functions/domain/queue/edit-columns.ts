/** The columns of the queue's spreadsheet that are requests: of rows that need somebody, and of rows of parts of an account. */

/** Of the rows of Today, of the reps and of the proposals. */
export const TASK_EDIT_COLUMNS = ['result', 'owners', 'due'] as const;

/** What an owner says of an opportunity; an empty cell takes it back. */
export const FORECAST_COLUMNS = ['department', 'nextStep', 'expectedOn', 'amount', 'probability'] as const;
export type ForecastColumn = (typeof FORECAST_COLUMNS)[number];

/** Of the rows of opportunities. */
export const OPPORTUNITY_EDIT_COLUMNS = ['owners', ...FORECAST_COLUMNS, 'result'] as const;

export const QUEUE_EDIT_COLUMNS = [...TASK_EDIT_COLUMNS, ...FORECAST_COLUMNS] as const;
export type QueueEditColumn = (typeof QUEUE_EDIT_COLUMNS)[number];

export const isForecastColumn = (column: string): column is ForecastColumn =>
  FORECAST_COLUMNS.some((key) => key === column);
