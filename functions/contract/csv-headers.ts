/** What a CSV answer says beside its rows, as names of headers. */

/** The cursor of the next page; absent where there is none. */
export const CURSOR_HEADER = 'X-Hachi-Cursor';
/** How many documents of the page cannot be read. */
export const PROBLEMS_HEADER = 'X-Hachi-Problems';
