/** IDs of the register's tabs, so that people may rename and move them. */
export const REGISTER_TAB = 8001;
export const HELP_TAB = 8002;
export const TO_CHECK_TAB = 8003;

/** Also those of versions to come; Google gives the tabs that people make other numbers. */
export const isOurTab = (sheetId: number): boolean => sheetId > 8000 && sheetId < 8100;
