/** Reads the answer of a cell that is ticked or left blank. */

const NO = /^(?:いいえ|無|なし|未|no|n|false|0|off|[-‐‑–—―ー*]+)?$/i;
const ALLOWED = /^(?:可|可能|許可|ok)$/i;

/** Anything but a no means yes, also a date or a name; a cross means no. */
export const saysYes = (value = ''): boolean => !NO.test(value) && value !== '×';

/**
 * Under a header that forbids, as 連絡不可: anything but a no and what allows, also a cross. Whoever has asked for it must not be
 * called because of a word that nobody foresaw.
 */
export const saysForbidden = (value = ''): boolean => !NO.test(value) && !ALLOWED.test(value);
