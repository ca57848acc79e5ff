/** The columns of the queue's spreadsheet in which an edited cell is a request. */

/** For the rows of Today, of each rep, and of the proposals. */
export const TASK_EDIT_COLUMNS = ['result', 'owners', 'due'] as const;

/** The forecast that an owner gives for an opportunity; clearing the cell removes the value. */
export const FORECAST_COLUMNS = ['department', 'nextStep', 'expectedOn', 'amount', 'probability'] as const;
export type ForecastColumn = (typeof FORECAST_COLUMNS)[number];

/** For the rows of opportunities. */
export const OPPORTUNITY_EDIT_COLUMNS = ['owners', ...FORECAST_COLUMNS, 'result'] as const;

/** The data of a contact; clearing the cell removes the value. */
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

/** The columns that describe one opportunity or one contact of an account. */
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
