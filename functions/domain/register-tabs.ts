/** IDs of the register's tabs, so that people may rename and move them. */
export const REGISTER_TAB = 8001;
export const HELP_TAB = 8002;
export const TO_CHECK_TAB = 8003;
