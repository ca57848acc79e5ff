/** Names of the functions that need no sign-in: those that links of browsers and calendar programs lead to, and the health. */
export const OPEN_FUNCTION = 'open';
export const CALENDAR_FUNCTION = 'calendar';
export const HEALTH_FUNCTION = 'health';
