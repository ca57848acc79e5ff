/** What "Why can't I?" says beside what the guards say. */
import { type Text, text } from '../text/text';

export const MOVE_OUTLOOK_TEXTS = {
  nothing: text('いますぐ変えられます。', 'Possible at once.'),
  approval: text(
    '申請し、マネージャーが承認すると変わります。',
    'By a proposal: it changes when a manager approves it.',
  ),
};

/** `through` are the statuses from which the move is possible. */
export const throughText = (through: readonly Text[]): Text =>
  text(
    `先に「${through.map(({ ja }) => ja).join('」か「')}」にすると、そこから変えられます。`,
    `Possible from ${through.map(({ en }) => en).join(' or ')}: change to that first.`,
  );

export const inSentences = (texts: readonly Text[]): Text =>
  text(texts.map(({ ja }) => ja).join(''), texts.map(({ en }) => en).join(' '));
