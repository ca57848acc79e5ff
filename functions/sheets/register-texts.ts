/** The register's tab in words: its title, and what its protection says. */
import { text } from '../domain/text/text';

export const REGISTER_TITLE = text('台帳', 'Register');

/** Hachi's own protections begin with it. */
export const PROTECTION_MARK = 'Hachi:';
export const PROTECTION_NOTE = text(
  `${PROTECTION_MARK} 自動で書き込まれます。ここに入力したものは残りません。`,
  `${PROTECTION_MARK} written automatically; what is typed here does not stay.`,
);
