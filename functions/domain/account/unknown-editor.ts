/** Who typed, where nobody knows: the sheet's script may not have been told. */

/** Stands for a member's ID in the history. */
export const UNKNOWN_EDITOR_ID = 'unknown-editor';
/** What a sender says, in place of an e-mail address. */
export const UNKNOWN_EDITOR = 'unknown';
