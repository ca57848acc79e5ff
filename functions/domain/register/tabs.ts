/** IDs of the register's tabs, so that people may rename and move them. */
export const REGISTER_TAB = 8001;
export const HELP_TAB = 8002;
export const FINDINGS_TAB = 8003;
export const DUPLICATES_TAB = 8005;
/** Of the queue's spreadsheet, which may be the register's. */
export const TODAY_TAB = 8004;
export const APPROVALS_TAB = 8006;
export const OPPORTUNITIES_TAB = 8007;
export const ACTIVITIES_TAB = 8008;
export const CONTACTS_TAB = 8009;
export const SETTINGS_TAB = 8023;
export const MEMBERS_TAB = 8024;
/** Of the queue's spreadsheet, when a manager asks for them. */
export const HISTORY_TAB = 8020;
export const AS_OF_TAB = 8021;
export const MOVES_TAB = 8022;
/** Of the queue's spreadsheet, written by a job. */
export const DASHBOARD_TAB = 8025;
export const BREAKDOWN_TAB = 8026;

/** Also those of versions to come; Google gives the tabs that people make other numbers. */
export const isReservedTab = (sheetId: number): boolean => sheetId > 8000 && sheetId < 8100;
