/** A stored text as one harmless line of a message: people type whatever they like into names and conditions. */

/** Line breaks, other control characters, and characters that nobody sees or that turn the direction of writing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** Mail and chat programs make links of addresses by themselves; with a full-width sign in it, an address reads the same and is none. */
const LINK_START = /([a-z][a-z0-9+.-]*):(?=\/\/)/gi;
const WWW = /\bwww\.(?=\S)/gi;
const MAIL_ADDRESS = /(?<=\S)@(?=\S)/g;

/**
 * Without control characters, so that it begins no header and no line, and with nothing that a program would make a link of.
 * At most `maxLength` characters; what is cut ends with an ellipsis.
 */
export const plainLine = (stored: string, maxLength = 80): string => {
  const line = stored
    .replace(UNSEEN, ' ')
    .replace(LINK_START, '$1：')
    .replace(WWW, 'www．')
    .replace(MAIL_ADDRESS, '＠')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length <= maxLength ? line : `${characters.slice(0, maxLength - 1).join('')}…`;
};
