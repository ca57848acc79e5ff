/** The columns of the queue's spreadsheet that are requests: of rows that need somebody, and of rows of parts of an account. */

/** Of the rows of Today, of the reps and of the proposals. */
export const TASK_EDIT_COLUMNS = ['result', 'owners', 'due'] as const;

/** What an owner says of an opportunity; an empty cell takes it back. */
export const FORECAST_COLUMNS = ['department', 'nextStep', 'expectedOn', 'amount', 'probability'] as const;
export type ForecastColumn = (typeof FORECAST_COLUMNS)[number];

/** Of the rows of opportunities. */
export const OPPORTUNITY_EDIT_COLUMNS = ['owners', ...FORECAST_COLUMNS, 'result'] as const;

/** What is known of a contact; an empty cell takes it back. */
export const CONTACT_EDIT_COLUMNS = [
  'person',
  'department',
  'title',
  'phone',
  'email',
  'role',
  'personState',
  'doNotContact',
  'daysBetween',
] as const;
export type ContactColumn = (typeof CONTACT_EDIT_COLUMNS)[number];

/** Of rows about a part of an account: what is said of that part. */
export type PartColumn = ForecastColumn | ContactColumn;
const PART_COLUMNS: readonly PartColumn[] = [
  ...FORECAST_COLUMNS,
  ...CONTACT_EDIT_COLUMNS.filter((key) => key !== 'department'),
];

export type QueueEditColumn = (typeof TASK_EDIT_COLUMNS)[number] | PartColumn;
export const QUEUE_EDIT_COLUMNS: readonly QueueEditColumn[] = [...TASK_EDIT_COLUMNS, ...PART_COLUMNS];

export const isPartColumn = (column: string): column is PartColumn =>
  PART_COLUMNS.some((key) => key === column);
export const isForecastColumn = (column: QueueEditColumn): column is ForecastColumn =>
  FORECAST_COLUMNS.some((key) => key === column);
export const isContactColumn = (column: QueueEditColumn): column is ContactColumn =>
  CONTACT_EDIT_COLUMNS.some((key) => key === column);
