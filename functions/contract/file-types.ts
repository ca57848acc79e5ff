/** The content types of a company list: what browsers, spreadsheets and curl call it. Its bytes tell its encoding. */
export const FILE_TYPES = [
  'text/csv',
  'text/plain',
  'application/csv',
  'application/octet-stream',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/tab-separated-values',
] as const;
