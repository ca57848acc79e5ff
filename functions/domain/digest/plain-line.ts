/** Makes a stored text one harmless line of a message: people can type anything into names and conditions. */

/** Line breaks, control characters, and invisible characters or ones that turn the writing direction. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** Mail and chat programs turn addresses into links; a full-width colon or dot keeps them readable and stops that. */
const LINK_START = /([a-z][a-z0-9+.-]*):(?=\/\/)/gi;
const WWW = /\bwww\.(?=\S)/gi;
const MAIL_ADDRESS = /(?<=\S)@(?=\S)/g;

/**
 * The text without control characters, so that it cannot start a header or a line, and with nothing that a program would turn
 * into a link. It has at most `maxLength` characters; a longer text is cut and ends with an ellipsis.
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
