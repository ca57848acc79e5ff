/** What a rule itself writes into an account where a person would give words: in the team's language of that day. */
import { text } from '../text/text';

/** Why a product ended that went along to the account that stands for this one. */
export const MOVED_TO_SUCCESSOR = text('承継先のアカウントへ移動', 'Moved to the successor');
